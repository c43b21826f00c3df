#include "pdf/fonts.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"
#include "pdf/rules.h"

namespace bifolio::pdf {
namespace {

// A glyph with more texts than this is no letter but a stand-in; further ones become ActualText.
constexpr std::size_t kMostVariants = 8;
// For a glyph that stands for no text of its own, the later parts of a letter.
constexpr std::string_view kNoText = "\u200B";

// ISO 19005-2, 6.2.11.7: a ToUnicode map never says U+0000, U+FEFF or U+FFFE, and
// private characters need ActualText.
bool may_be_mapped(std::string_view text) {
  if (text.size() == 1) return text[0] != 0;
  for (const auto at : code_points(text)) {
    const char32_t c = at.code_point;
    const bool is_private = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
    if (c == 0 || c == 0xFEFF || c == 0xFFFE || is_private) return false;
  }
  return !text.empty();
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

/// Ascending.
std::vector<std::uint32_t> shown_glyphs(const UsedFace& face) {
  std::vector<std::uint32_t> glyphs;
  for (std::uint32_t glyph = 0; glyph < face.slots.size(); ++glyph) {
    if (face.slots[glyph] != 0) glyphs.push_back(glyph);
  }
  return glyphs;
}

}  // namespace

FontSet::FontSet(const text::Fonts& fonts, Writer& writer) : fonts_of_theme_(fonts), writer_(writer) {}

// .notdef may not be shown (ISO 14289-1, 7.21.8): a space is drawn instead, with
// the text in ActualText. That the face lacks the character was reported earlier.
std::uint32_t FontSet::drawable(text::FontId face, std::uint32_t glyph) const {
  return glyph != 0 ? glyph : fonts_of_theme_.glyph_for(face, U' ');
}

UsedFace& FontSet::face(text::FontId id) {
  UsedFace& face = faces_[id];
  face.id = id;
  return face;
}

UsedGlyph& FontSet::used(UsedFace& face, std::uint32_t glyph) const {
  if (glyph >= face.slots.size()) face.slots.resize(glyph + 1);
  std::uint32_t& slot = face.slots[glyph];
  if (slot == 0) {
    const int units = fonts_of_theme_.facts(face.id).units_per_em;
    face.glyphs.push_back(
        {fonts_of_theme_.pdf_code(face.id, glyph), per_mille(fonts_of_theme_.advance(face.id, glyph), units), {}});
    slot = static_cast<std::uint32_t>(face.glyphs.size());
  }
  return face.glyphs[slot - 1];
}

int FontSet::font(UsedFace& face, std::size_t variant) {
  while (face.fonts.size() <= variant) {
    face.fonts.push_back(static_cast<int>(refs_.size()));
    refs_.push_back(writer_.reserve());
  }
  return face.fonts[variant];
}

Shown FontSet::show(UsedFace& face, std::uint32_t glyph, std::string_view text) {
  UsedGlyph& drawn = used(face, drawable(face.id, glyph));
  const bool says_its_text = glyph != 0 && may_be_mapped(text);
  const std::string_view wanted = glyph == 0 ? " " : says_its_text ? text : kNoText;
  auto at = std::find(drawn.texts.begin(), drawn.texts.end(), wanted);
  if (at == drawn.texts.end() && drawn.texts.size() < kMostVariants) at = drawn.texts.emplace(at, wanted);
  const bool is_known = at != drawn.texts.end();
  const std::size_t variant = is_known ? static_cast<std::size_t>(at - drawn.texts.begin()) : 0;
  return {font(face, variant), drawn.code, drawn.width, is_known && says_its_text};
}

std::string FontSet::base_font(const UsedFace& face) const {
  const text::FontFacts& facts = fonts_of_theme_.facts(face.id);
  return subset_tag(facts, shown_glyphs(face)) + "+" + facts.postscript_name;
}

Outcome FontSet::write() const {
  for (const auto& [id, face] : faces_) {
    const text::FontFacts& facts = fonts_of_theme_.facts(id);
    if (!facts.may_embed) return Finding{&pdf_font_not_embeddable, {}, {{"font", facts.family}, {"file", facts.file}}};
    const Ref descendant = write_descendant(face);
    for (std::size_t i = 0; i < face.fonts.size(); ++i) write_type0(face, i, descendant);
  }
  return Done{};
}

// The CIDFont with its program (9.7.4), shared by all variants.
Ref FontSet::write_descendant(const UsedFace& face) const {
  const text::FontFacts& facts = fonts_of_theme_.facts(face.id);
  std::vector<std::uint32_t> glyphs = shown_glyphs(face);
  if (glyphs.empty() || glyphs.front() != 0) glyphs.insert(glyphs.begin(), 0);
  std::map<std::uint32_t, int> widths;
  for (const UsedGlyph& glyph : face.glyphs) widths[glyph.code] = glyph.width;
  const std::string base = base_font(face);
  const Ref program = write_program(writer_, facts, fonts_of_theme_.subset(face.id, glyphs));
  const int default_width = commonest(widths);
  Dictionary font;
  font.add("Type", "/Font")
      .add("Subtype", facts.is_cff ? "/CIDFontType0" : "/CIDFontType2")
      .add("BaseFont", name(base));
  font.add("CIDSystemInfo", "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>");
  font.add("FontDescriptor", write_descriptor(writer_, facts, base, program)).add("DW", default_width);
  const std::string exceptions = width_array(widths, default_width);
  if (exceptions != "[]") font.add("W", exceptions);
  if (!facts.is_cff) font.add("CIDToGIDMap", "/Identity");  // ISO 19005-2, 6.2.11.3.2, wants it said
  return writer_.add(font.written());
}

void FontSet::write_type0(const UsedFace& face, std::size_t variant, Ref descendant) const {
  const text::FontFacts& facts = fonts_of_theme_.facts(face.id);
  std::map<std::uint32_t, std::string> texts;
  for (const UsedGlyph& glyph : face.glyphs) {
    if (variant < glyph.texts.size()) texts[glyph.code] = glyph.texts[variant];
  }
  Dictionary type0;
  // Table 121: the name of a Type 0 font over a CFF font ends in that of its encoding.
  type0.add("Type", "/Font").add("Subtype", "/Type0");
  type0.add("BaseFont", name(base_font(face) + (facts.is_cff ? "-Identity-H" : "")));
  type0.add("Encoding", "/Identity-H").add("DescendantFonts", written(std::vector{descendant}));
  type0.add("ToUnicode", writer_.add_stream({}, to_unicode_map(texts)));
  writer_.set(ref(face.fonts[variant]), type0.written());
}

}  // namespace bifolio::pdf
