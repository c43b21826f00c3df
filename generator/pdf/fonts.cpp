#include "pdf/fonts.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "pdf/rules.h"

namespace bifolio::pdf {
namespace {

// A glyph with more texts than this is no letter but a stand-in.
constexpr std::size_t kMostVariants = 8;
// For a glyph that stands for no text of its own, the later parts of a letter.
constexpr std::string_view kNoText = "\u200B";

// ISO 19005-2, 6.2.11.7: a ToUnicode map never says U+0000, U+FEFF or U+FFFE, and
// private characters need ActualText.
bool may_be_mapped(std::string_view text) {
  for (const auto at : code_points(text)) {
    const char32_t c = at.code_point;
    const bool is_private = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    if (c == 0 || c == 0xFEFF || c == 0xFFFE || is_private) return false;
  }
  return !text.empty();
}

std::string_view mapped_text(std::string_view text) {
  return may_be_mapped(text) ? text : kNoText;
}

int per_mille(int value, int units_per_em) {
  const int half = value >= 0 ? units_per_em / 2 : -units_per_em / 2;
  return static_cast<int>((value * 1000LL + half) / units_per_em);
}

// ISO 32000-1, table 123. All our fonts are symbolic: their codes are glyphs.
int descriptor_flags(const text::FontFacts& facts) {
  constexpr int kFixedPitch = 1, kSerif = 2, kSymbolic = 4, kItalic = 64;
  return kSymbolic | (facts.is_fixed_pitch ? kFixedPitch : 0) | (facts.is_serif ? kSerif : 0) |
         (facts.italic_angle != 0 ? kItalic : 0);
}

// Six capital letters that name the subset (9.6.4); the same glyphs get the same letters.
std::string subset_tag(const text::FontFacts& facts, const std::vector<std::uint32_t>& glyphs) {
  std::string key = facts.file + ' ' + facts.postscript_name;
  for (const std::uint32_t glyph : glyphs) key += " " + std::to_string(glyph);
  const std::string hash = sha256_hex(key);
  std::string tag;
  for (int i = 0; i < 6; ++i)
    tag.push_back(static_cast<char>('A' + std::stoi(hash.substr(2 * i, 2), nullptr, 16) % 26));
  return tag;
}

std::string bounding_box(const text::FontFacts& facts) {
  std::string out = "[";
  for (const int edge : facts.bounding_box) {
    if (out.size() > 1) out += " ";
    out += std::to_string(per_mille(edge, facts.units_per_em));
  }
  return out + "]";
}

Ref write_program(Writer& writer, const text::FontFacts& facts, std::string_view program) {
  Dictionary dictionary;
  if (facts.is_cff) {
    dictionary.add("Subtype", "/CIDFontType0C");
  } else {
    dictionary.add("Length1", static_cast<std::int64_t>(program.size()));
  }
  return writer.add_stream(dictionary, program);
}

Ref write_descriptor(Writer& writer, const text::FontFacts& facts, std::string_view base_font, Ref program) {
  const auto scaled = [&](int value) { return std::int64_t{per_mille(value, facts.units_per_em)}; };
  std::string angle;
  append_number(angle, facts.italic_angle);
  Dictionary descriptor;
  descriptor.add("Type", "/FontDescriptor").add("FontName", name(base_font));
  descriptor.add("Flags", descriptor_flags(facts)).add("FontBBox", bounding_box(facts)).add("ItalicAngle", angle);
  descriptor.add("Ascent", scaled(facts.ascent)).add("Descent", scaled(facts.descent));
  descriptor.add("CapHeight", scaled(facts.cap_height)).add("XHeight", scaled(facts.x_height));
  descriptor.add("StemV", facts.stem_v).add(facts.is_cff ? "FontFile3" : "FontFile2", program);
  return writer.add(descriptor.written());
}

// The width that saves most: the commonest, and the smaller of two.
int commonest(const std::map<std::uint32_t, int>& widths) {
  std::map<int, int> counts;
  for (const auto& [code, width] : widths) ++counts[width];
  int best = 1000, most = 0;
  for (const auto& [width, count] : counts) {
    if (count > most) best = width, most = count;
  }
  return best;
}

}  // namespace

FontSet::FontSet(const text::Fonts& fonts) : fonts_of_theme_(fonts) {}

// .notdef may not be shown (ISO 14289-1, 7.21.8): a space is drawn instead, with
// the text in ActualText. That the face lacks the character was reported earlier.
std::uint32_t FontSet::drawable(text::FontId face, std::uint32_t glyph) const {
  return glyph != 0 ? glyph : fonts_of_theme_.glyph_for(face, U' ');
}

void FontSet::count(const layout::GlyphRun& run) {
  for (const Cluster& cluster : clusters(run)) {
    const auto texts = glyph_texts(cluster);
    for (std::size_t i = 0; i < cluster.count; ++i) {
      const std::uint32_t glyph = run.glyphs[cluster.first + i].id;
      if (glyph == 0) {
        count_text(run.font, drawable(run.font, 0), " ");
      } else {
        count_text(run.font, glyph, mapped_text(texts[i]));
      }
    }
  }
}

void FontSet::count_text(text::FontId face, std::uint32_t glyph, std::string_view text) {
  std::vector<Text>& texts = faces_[face].glyphs[glyph];
  const auto same = std::find_if(texts.begin(), texts.end(), [&](const Text& known) { return known.text == text; });
  if (same != texts.end()) {
    ++same->count;
  } else if (texts.size() < 4 * kMostVariants) {  // further ones are ActualText in any case
    texts.push_back({std::string(text), 1});
  }
}

void FontSet::settle(Writer& writer) {
  for (auto& [id, face] : faces_) {
    for (auto& [glyph, texts] : face.glyphs) {
      std::sort(texts.begin(), texts.end(),
                [](const Text& a, const Text& b) { return a.count != b.count ? a.count > b.count : a.text < b.text; });
      if (texts.size() > kMostVariants) texts.resize(kMostVariants);
      face.variants = std::max(face.variants, texts.size());
    }
    face.first_font = static_cast<int>(fonts_.size());
    for (std::size_t variant = 0; variant < face.variants; ++variant) fonts_.push_back({id, variant, writer.reserve()});
  }
}

Shown FontSet::show(text::FontId id, std::uint32_t glyph, std::string_view text) const {
  const Face& face = faces_.at(id);
  const std::uint32_t drawn = drawable(id, glyph);
  Shown shown{face.first_font, fonts_of_theme_.pdf_code(id, drawn), width(id, drawn), false};
  const std::vector<Text>& texts = face.glyphs.at(drawn);
  const std::string_view wanted = mapped_text(text);
  for (std::size_t variant = 0; glyph != 0 && variant < texts.size(); ++variant) {
    if (texts[variant].text != wanted) continue;
    shown.font += static_cast<int>(variant);
    shown.says_its_text = may_be_mapped(text);
    break;
  }
  return shown;
}

int FontSet::width(text::FontId face, std::uint32_t glyph) const {
  return per_mille(fonts_of_theme_.advance(face, glyph), fonts_of_theme_.facts(face).units_per_em);
}

std::string FontSet::base_font(text::FontId id, const Face& face) const {
  std::vector<std::uint32_t> glyphs;
  for (const auto& [glyph, texts] : face.glyphs) glyphs.push_back(glyph);
  const text::FontFacts& facts = fonts_of_theme_.facts(id);
  return subset_tag(facts, glyphs) + "+" + facts.postscript_name;
}

Outcome FontSet::write(Writer& writer) const {
  for (const auto& [id, face] : faces_) {
    const text::FontFacts& facts = fonts_of_theme_.facts(id);
    if (!facts.may_embed) return Finding{&pdf_font_not_embeddable, {}, {{"font", facts.family}, {"file", facts.file}}};
    const Ref descendant = write_descendant(writer, id, face);
    for (std::size_t i = 0; i < face.variants; ++i) write_type0(writer, fonts_[face.first_font + i], descendant);
  }
  return Done{};
}

// The CIDFont with its program (9.7.4), shared by all variants.
Ref FontSet::write_descendant(Writer& writer, text::FontId id, const Face& face) const {
  const text::FontFacts& facts = fonts_of_theme_.facts(id);
  std::vector<std::uint32_t> glyphs{0};
  std::map<std::uint32_t, int> widths;
  for (const auto& [glyph, texts] : face.glyphs) {
    if (glyph != 0) glyphs.push_back(glyph);
    widths[fonts_of_theme_.pdf_code(id, glyph)] = width(id, glyph);
  }
  const std::string base = base_font(id, face);
  const Ref program = write_program(writer, facts, fonts_of_theme_.subset(id, glyphs));
  const int default_width = commonest(widths);
  Dictionary font;
  font.add("Type", "/Font")
      .add("Subtype", facts.is_cff ? "/CIDFontType0" : "/CIDFontType2")
      .add("BaseFont", name(base));
  font.add("CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
  font.add("FontDescriptor", write_descriptor(writer, facts, base, program)).add("DW", default_width);
  const std::string exceptions = width_array(widths, default_width);
  if (exceptions != "[]") font.add("W", exceptions);
  if (!facts.is_cff) font.add("CIDToGIDMap", "/Identity");  // ISO 19005-2, 6.2.11.3.2, wants it said
  return writer.add(font.written());
}

void FontSet::write_type0(Writer& writer, const Font& font, Ref descendant) const {
  const Face& face = faces_.at(font.face);
  const text::FontFacts& facts = fonts_of_theme_.facts(font.face);
  std::map<std::uint32_t, std::string> texts;
  for (const auto& [glyph, known] : face.glyphs) {
    if (font.variant < known.size()) texts[fonts_of_theme_.pdf_code(font.face, glyph)] = known[font.variant].text;
  }
  Dictionary type0;
  // Table 121: the name of a Type 0 font over a CFF font ends in that of its encoding.
  type0.add("Type", "/Font").add("Subtype", "/Type0");
  type0.add("BaseFont", name(base_font(font.face, face) + (facts.is_cff ? "-Identity-H" : "")));
  type0.add("Encoding", "/Identity-H").add("DescendantFonts", written(std::vector{descendant}));
  type0.add("ToUnicode", writer.add_stream({}, to_unicode_map(texts)));
  writer.set(font.ref, type0.written());
}

}  // namespace bifolio::pdf
