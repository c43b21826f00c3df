// Colour schemes by name (ColorBrewer, matplotlib and Tableau palettes as Vega
// offers them) and colour names (CSS Color Module Level 4).
#include <algorithm>
#include <cmath>

#include "chart/scale.h"

namespace bifolio::chart {
namespace {

struct NamedScheme {
  std::string_view name;
  bool is_categorical;
  std::string_view colors;  ///< six digits each
};

constexpr NamedScheme kSchemes[] = {
    {"tableau10", true, "4c78a8f58518e4575672b7b254a24beeca3bb279a2ff9da69d755dbab0ac"},
    {"category10", true, "1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf"},
    {"category20", true,
     "1f77b4aec7e8ff7f0effbb782ca02c98df8ad62728ff98969467bdc5b0d58c564bc49c94e377c2f7b6d27f7f7fc7c7c7bcbd22dbdb8d17bec"
     "f9edae5"},
    {"tableau20", true,
     "4c78a89ecae9f58518ffbf7954a24b88d27ab79a20f2cf5b43989483bcb6e45756ff9d9879706ebab0acd67195fcbfd2b279a2d6a5c99e765"
     "fd8b5a5"},
    {"accent", true, "7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666"},
    {"dark2", true, "1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666"},
    {"paired", true, "a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928"},
    {"pastel1", true, "fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2"},
    {"pastel2", true, "b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc"},
    {"set1", true, "e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999"},
    {"set2", true, "66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3"},
    {"set3", true, "8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f"},
    {"observable10", true, "4269d0efb118ff725c6cc5b03ca951ff8ab7a463f297bbf59c6b4e9498a0"},
    {"blues", false, "cfe1f2bed8eca8cee58fc1de74b2d75ba3cf4592c63181bd206fb2125ca40a4a90"},
    {"greens", false, "d3eecdc0e6baabdda594d3917bc77d60ba6c46ab5e329a512089430e7735036429"},
    {"greys", false, "e2e2e2d4d4d4c4c4c4b1b1b19d9d9d8888887575756262624d4d4d3535351e1e1e"},
    {"oranges", false, "fdd8b3fdc998fdb87bfda55efc9244f87f2cf06b18e4580bd14904b93d029f3303"},
    {"purples", false, "e2e1efd4d4e8c4c5e0b4b3d6a3a0cc928ec3827cb97566ae684ea25c3696501f8c"},
    {"reds", false, "fdc9b4fcb49afc9e80fc8767fa7051f6573fec3f2fdc2a25c81b1db21218970b13"},
    {"bluegreen", false, "d5efedc1e8e0a7ddd18bd2be70c6a958ba9144ad77319c5d2089460e7736036429"},
    {"bluepurple", false, "ccddecbad0e4a8c2dd9ab0d4919cc98d85be8b6db28a55a6873c99822287730f71"},
    {"greenblue", false, "d3eeceb5e3c499d5d06fc1cf4cafcd309ec61b87b3086a9b0a4d84"},
    {"orangered", false, "fddcaffdcf9bfdc18afdad77fb9562f67d53ee6545e24932d32d1ebf130da70403"},
    {"purplebluegreen", false, "dbd8eac8cee4b1c3de93b7d872acd1549fc83892bb1c88a3097f8702736b016353"},
    {"purpleblue", false, "dbdaebc8cee4b1c3de97b7d87bacd15b9fc93a90c01e7fb70b70ab056199045281"},
    {"purplered", false, "dcc9e2d3b3d7ce9eccd186c0da6bb2e14da0e23189d91e6fc6145aaa0f4f8d0843"},
    {"redpurple", false, "fccfccfcbec0faa9b8f98faff571a5ec539ddb3695c41b8aa90c7f890678700174"},
    {"yellowgreenblue", false, "eff9bddbf1b4bde5b594d5b969c5be45b4c22c9ec02182b82163aa23479c1c3185"},
    {"yellowgreen", false, "e4f4acd1eca0b9e2949ed68880c97c62bb6e47aa5e3297502083440e723b036034"},
    {"yelloworangebrown", false, "feeaa1fedd84fecc63feb746fca031f68921eb7215db5e0bc54c05ab3d038f3204"},
    {"yelloworangered", false, "fee087fed16ffebd59fea849fd903efc7335f9522bee3423de1b20ca0b22af0225"},
    {"viridis", false,
     "440154470e61481a6c482575472f7d443a834144873d4e8a39568c35608d31688e2d708e2a788e27818e23888e21918d1f988b1fa08822a88"
     "42ab07f35b77943bf7154c56866cc5d7ad1518fd744a5db36bcdf27d2e21be9e51afde725"},
    {"magma", false,
     "0000040404130b0924150e3720114b2c1160390f6d4410745014765c1a7c6721807420817f2480892881972c80a3307eae347bbb3978c73d7"
     "3d3436ede4968e75263ed6059f47061f78261fa9266fda26ffeb27afec488fed395fde2a3fcf3b4fcfdbf"},
    {"inferno", false,
     "0000040403130c0826170c3b240c4f330a5f420a68500d6c5d126e6b176e781c6d86216b932667a12b61ae305cbb3755c73e4cd24644dd513"
     "ae65c30ed6925f3771af8850ff99506fca50afcb519fac62df6d645f2e661f3f484fcffa4"},
    {"plasma", false,
     "0d088723069033059742039d5002a25d01a66a00a87801a88405a7900da49c179ea72198b12a90ba3488c33d80cb4779d35171da5a69e1646"
     "2e76e5bed7953f2834cf68f44fa9a3dfca636fdb32ffec029fcce25f9dc24f5ea27f0f921"},
    {"turbo", false,
     "23171b32204a3e2a71453493493eae4b49c54a53d7485ee44569ee4074f53c7ff8378af93295f72e9ff42ba9ef28b3e926bce125c5d925cdc"
     "f27d5c629dcbc2de3b232e9a738ee9d3ff39347f68950f9805afc7765fd6e70fe667cfe5e88fd5795fb51a1f84badf545b9f140c5ec3cd0e6"
     "37dae034e4d931ecd12ef4c92bfac029ffb626ffad24ffa223ff9821ff8d1fff821dff771cfd6c1af76118f05616e84b14df4111d5380fcb2"
     "f0dc0260ab61f07ac1805a313029b0f00950c00910b00"},
    {"blueorange", false, "134b852f78b35da2cb9dcae1d2e5eff2f0ebfce0bafbbf74e8932fc5690d994a07"},
    {"redblue", false, "8c0d25bf363adf745ef4ae91fbdbc9f2efeed2e5ef9dcae15da2cb2f78b3134b85"},
    {"redyellowblue", false, "a50026d4322cf16e43fcac64fedd90faf8c1dcf1ecabd6e875abd04a74b4313695"},
    {"redyellowgreen", false, "a50026d4322cf16e43fcac63fedd8df9f7aed7ee8ea4d86e64bc6122964f006837"},
    {"spectral", false, "9e0142d13c4bf0704afcac63fedd8dfbf8b0e0f3a1a9dda269bda94288b55e4fa2"},
    {"brownbluegreen", false, "704108a0651ac79548e3c78af3e6c6eef1eac9e9e48ed1c74da79e187a72025147"},
    {"purplegreen", false, "5b1667834792a67fb6c9aed3e6d6e8eff0efd9efd5aedda971bb75368e490e5e29"},
    {"pinkyellowgreen", false, "8e0152c0267edd72adf0b3d6faddedf5f3efe1f2cab6de8780bb474f9125276419"},
    {"purpleorange", false, "4114696647968f83b7b9b4d6dadbebf3eeeafce0bafbbf74e8932fc5690d994a07"},
    {"redgrey", false, "8c0d25bf363adf745ef4ae91fcdccbfaf4f1e2e2e2c0c0c0969696646464343434"},
    {"goldgreen", false, "f4d166d5ca60b6c35c98bb597cb25760a6564b9c533f8f4f33834a257740146c36"},
    {"goldorange", false, "f4d166f8be5cf8aa4cf5983bf3852aef701be2621fd65322c54923b142239e3a26"},
    {"goldred", false, "f4d166f6be59f9aa51fc964ef6834bee734ae56249db5247cf4244c43141b71d3e"},
    {"tealblues", false, "bce4d89dd3d181c3cb65b3c245a2b9368fae347da0306a932c5985"},
    {"teals", false, "bbdfdfa2d4d58ac9c975bcbb61b0af4da5a43799982b8b8c1e7f7f127273006667"},
    {"warmgreys", false, "dcd4d0cec5c1c0b8b4b3aaa7a59c9998908c8b827f7e7673726866665c5a59504e"},
    {"browns", false, "eedbbdecca96e9b97ae4a865dc9856d18954c7784cc0673fb85536ad44339f3632"},
};

unsigned hex(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return 16;
}

std::optional<Color> from_hex(std::string_view digits) {
  if (digits.size() != 3 && digits.size() < 6) return std::nullopt;
  if (std::any_of(digits.begin(), digits.end(), [](char c) { return hex(c) > 15; })) return std::nullopt;
  const auto two = [&](std::size_t i) {
    return static_cast<std::uint8_t>(digits.size() == 3 ? hex(digits[i]) * 17
                                                        : hex(digits[2 * i]) * 16 + hex(digits[2 * i + 1]));
  };
  return Color{two(0), two(1), two(2)};
}

struct NamedColor {
  std::string_view name, digits;
};
constexpr NamedColor kColors[] = {
    {"aliceblue", "f0f8ff"},
    {"antiquewhite", "faebd7"},
    {"aqua", "00ffff"},
    {"aquamarine", "7fffd4"},
    {"azure", "f0ffff"},
    {"beige", "f5f5dc"},
    {"bisque", "ffe4c4"},
    {"black", "000000"},
    {"blanchedalmond", "ffebcd"},
    {"blue", "0000ff"},
    {"blueviolet", "8a2be2"},
    {"brown", "a52a2a"},
    {"burlywood", "deb887"},
    {"cadetblue", "5f9ea0"},
    {"chartreuse", "7fff00"},
    {"chocolate", "d2691e"},
    {"coral", "ff7f50"},
    {"cornflowerblue", "6495ed"},
    {"cornsilk", "fff8dc"},
    {"crimson", "dc143c"},
    {"cyan", "00ffff"},
    {"darkblue", "00008b"},
    {"darkcyan", "008b8b"},
    {"darkgoldenrod", "b8860b"},
    {"darkgray", "a9a9a9"},
    {"darkgreen", "006400"},
    {"darkgrey", "a9a9a9"},
    {"darkkhaki", "bdb76b"},
    {"darkmagenta", "8b008b"},
    {"darkolivegreen", "556b2f"},
    {"darkorange", "ff8c00"},
    {"darkorchid", "9932cc"},
    {"darkred", "8b0000"},
    {"darksalmon", "e9967a"},
    {"darkseagreen", "8fbc8f"},
    {"darkslateblue", "483d8b"},
    {"darkslategray", "2f4f4f"},
    {"darkslategrey", "2f4f4f"},
    {"darkturquoise", "00ced1"},
    {"darkviolet", "9400d3"},
    {"deeppink", "ff1493"},
    {"deepskyblue", "00bfff"},
    {"dimgray", "696969"},
    {"dimgrey", "696969"},
    {"dodgerblue", "1e90ff"},
    {"firebrick", "b22222"},
    {"floralwhite", "fffaf0"},
    {"forestgreen", "228b22"},
    {"fuchsia", "ff00ff"},
    {"gainsboro", "dcdcdc"},
    {"ghostwhite", "f8f8ff"},
    {"gold", "ffd700"},
    {"goldenrod", "daa520"},
    {"gray", "808080"},
    {"green", "008000"},
    {"greenyellow", "adff2f"},
    {"grey", "808080"},
    {"honeydew", "f0fff0"},
    {"hotpink", "ff69b4"},
    {"indianred", "cd5c5c"},
    {"indigo", "4b0082"},
    {"ivory", "fffff0"},
    {"khaki", "f0e68c"},
    {"lavender", "e6e6fa"},
    {"lavenderblush", "fff0f5"},
    {"lawngreen", "7cfc00"},
    {"lemonchiffon", "fffacd"},
    {"lightblue", "add8e6"},
    {"lightcoral", "f08080"},
    {"lightcyan", "e0ffff"},
    {"lightgoldenrodyellow", "fafad2"},
    {"lightgray", "d3d3d3"},
    {"lightgreen", "90ee90"},
    {"lightgrey", "d3d3d3"},
    {"lightpink", "ffb6c1"},
    {"lightsalmon", "ffa07a"},
    {"lightseagreen", "20b2aa"},
    {"lightskyblue", "87cefa"},
    {"lightslategray", "778899"},
    {"lightslategrey", "778899"},
    {"lightsteelblue", "b0c4de"},
    {"lightyellow", "ffffe0"},
    {"lime", "00ff00"},
    {"limegreen", "32cd32"},
    {"linen", "faf0e6"},
    {"magenta", "ff00ff"},
    {"maroon", "800000"},
    {"mediumaquamarine", "66cdaa"},
    {"mediumblue", "0000cd"},
    {"mediumorchid", "ba55d3"},
    {"mediumpurple", "9370db"},
    {"mediumseagreen", "3cb371"},
    {"mediumslateblue", "7b68ee"},
    {"mediumspringgreen", "00fa9a"},
    {"mediumturquoise", "48d1cc"},
    {"mediumvioletred", "c71585"},
    {"midnightblue", "191970"},
    {"mintcream", "f5fffa"},
    {"mistyrose", "ffe4e1"},
    {"moccasin", "ffe4b5"},
    {"navajowhite", "ffdead"},
    {"navy", "000080"},
    {"oldlace", "fdf5e6"},
    {"olive", "808000"},
    {"olivedrab", "6b8e23"},
    {"orange", "ffa500"},
    {"orangered", "ff4500"},
    {"orchid", "da70d6"},
    {"palegoldenrod", "eee8aa"},
    {"palegreen", "98fb98"},
    {"paleturquoise", "afeeee"},
    {"palevioletred", "db7093"},
    {"papayawhip", "ffefd5"},
    {"peachpuff", "ffdab9"},
    {"peru", "cd853f"},
    {"pink", "ffc0cb"},
    {"plum", "dda0dd"},
    {"powderblue", "b0e0e6"},
    {"purple", "800080"},
    {"rebeccapurple", "663399"},
    {"red", "ff0000"},
    {"rosybrown", "bc8f8f"},
    {"royalblue", "4169e1"},
    {"saddlebrown", "8b4513"},
    {"salmon", "fa8072"},
    {"sandybrown", "f4a460"},
    {"seagreen", "2e8b57"},
    {"seashell", "fff5ee"},
    {"sienna", "a0522d"},
    {"silver", "c0c0c0"},
    {"skyblue", "87ceeb"},
    {"slateblue", "6a5acd"},
    {"slategray", "708090"},
    {"slategrey", "708090"},
    {"snow", "fffafa"},
    {"springgreen", "00ff7f"},
    {"steelblue", "4682b4"},
    {"tan", "d2b48c"},
    {"teal", "008080"},
    {"thistle", "d8bfd8"},
    {"tomato", "ff6347"},
    {"turquoise", "40e0d0"},
    {"violet", "ee82ee"},
    {"wheat", "f5deb3"},
    {"white", "ffffff"},
    {"whitesmoke", "f5f5f5"},
    {"yellow", "ffff00"},
    {"yellowgreen", "9acd32"},
};

/// `rgb(1, 2, 3)` and `rgba(…)`; the alpha is read elsewhere.
std::optional<Color> from_function(std::string_view text) {
  const std::size_t open = text.find('(');
  if (!text.starts_with("rgb") || open == std::string_view::npos) return std::nullopt;
  int parts[3] = {};
  std::size_t at = open + 1;
  for (int& part : parts) {
    while (at < text.size() && (text[at] < '0' || text[at] > '9')) ++at;
    if (at >= text.size()) return std::nullopt;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') part = std::min(255, part * 10 + (text[at++] - '0'));
  }
  return Color{static_cast<std::uint8_t>(parts[0]), static_cast<std::uint8_t>(parts[1]),
               static_cast<std::uint8_t>(parts[2])};
}

}  // namespace

std::optional<Color> parse_color(std::string_view text) {
  if (text.starts_with('#')) return from_hex(text.substr(1));
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const NamedColor& color : kColors) {
    if (color.name == lower) return from_hex(color.digits);
  }
  return from_function(lower);
}

std::optional<Scheme> scheme_named(std::string_view text) {
  for (const NamedScheme& scheme : kSchemes) {
    if (scheme.name != text) continue;
    Scheme out;
    out.is_categorical = scheme.is_categorical;
    for (std::size_t i = 0; i + 6 <= scheme.colors.size(); i += 6)
      out.colors.push_back(*from_hex(scheme.colors.substr(i, 6)));
    return out;
  }
  return std::nullopt;
}

Color mix(const std::vector<Color>& stops, double at) {
  if (stops.empty()) return {};
  const double place = std::clamp(at, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
  const auto low = std::min(static_cast<std::size_t>(place), stops.size() - 1);
  const std::size_t high = std::min(low + 1, stops.size() - 1);
  const double t = place - static_cast<double>(low);
  const auto part = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>(std::lround(a + (b - a) * t));
  };
  return {part(stops[low].red, stops[high].red), part(stops[low].green, stops[high].green),
          part(stops[low].blue, stops[high].blue)};
}

std::vector<Color> sample(const std::vector<Color>& stops, std::size_t count, double from, double to) {
  std::vector<Color> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back(mix(stops, count == 1
                                 ? (from + to) / 2
                                 : from + (to - from) * static_cast<double>(i) / static_cast<double>(count - 1)));
  }
  return out;
}

}  // namespace bifolio::chart
