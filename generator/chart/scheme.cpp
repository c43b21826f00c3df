// Colour schemes by name: ColorBrewer, matplotlib and Tableau palettes as Vega
// offers them.
#include <algorithm>
#include <cmath>

#include "base/color_text.h"
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
  if (text.starts_with('#')) return color_of_digits(text.substr(1));
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  if (const auto color = color_named(lower)) return color;
  return from_function(lower);
}

std::optional<Scheme> scheme_named(std::string_view text) {
  for (const NamedScheme& scheme : kSchemes) {
    if (scheme.name != text) continue;
    Scheme out;
    out.is_categorical = scheme.is_categorical;
    for (std::size_t i = 0; i + 6 <= scheme.colors.size(); i += 6)
      out.colors.push_back(*color_of_digits(scheme.colors.substr(i, 6)));
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
