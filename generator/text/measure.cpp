#include "text/measure.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/shape.h"

namespace bifolio::text {
namespace {

struct Stretch {
  std::size_t begin = 0, end = 0;
  ChosenFace face;
};

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).code_point : 0;
}

/// Runs of one face. A mark or a space goes with what stands before it.
std::vector<Stretch> stretches(const FaceChooser& chooser, std::string_view text) {
  std::vector<Stretch> found;
  char32_t before = 0;
  for (const auto [c, offset, size] : code_points(text)) {
    ChosenFace face = chooser.choose(c, before, character_at(text, offset + size));
    if (is_mark(c) && !found.empty()) face = found.back().face;
    if (found.empty() || found.back().face != face) found.push_back({offset, offset, face});
    found.back().end = offset + size;
    before = c;
  }
  return found;
}

bool wants_gap(std::string_view text, const Stretch& a, const Stretch& b) {
  if (a.face.is_han == b.face.is_han || a.face.is_missing || b.face.is_missing) return false;
  const auto is_word = [&](const Stretch& stretch, std::size_t at) {
    const char32_t c = character_at(text, at);
    return stretch.face.is_han ? is_han(c) : is_letter(c) || is_digit(c);
  };
  std::size_t last = a.end - 1;
  while (last > a.begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
  return is_word(a, last) && is_word(b, b.begin);
}

LineRun set_run(Shaper& shaper, const Fonts& fonts, std::string_view text, const Stretch& stretch,
                const WordStyle& style, Length size) {
  LineRun run{style.font, scale(size, stretch.face.per_mille, 1000), {}, std::string(text), {}};
  const auto units = fonts.units_per_em(style.font);
  const auto length = [&](std::int32_t font_units) { return scale(run.size, font_units, units); };
  if (stretch.face.is_missing) {
    const CharacterGlyph glyph = fonts.character(style.font, kMissingBox);
    for (const auto [c, offset, bytes] : code_points(text)) {
      run.glyphs.push_back({glyph.id,
                            length(glyph.advance),
                            {},
                            {},
                            static_cast<std::uint32_t>(offset),
                            static_cast<std::uint32_t>(offset + bytes)});
    }
    return run;
  }
  for (const ShapedGlyph& glyph : shaper.shape(style, text).glyphs) {
    run.glyphs.push_back({glyph.id, length(glyph.advance), length(glyph.dx), length(glyph.dy), glyph.begin, glyph.end});
  }
  return run;
}

}  // namespace

std::vector<LineRun> set_line(const Fonts& fonts, std::string_view text, const TextStyle& style, Length size,
                              std::string_view language) {
  const FaceChooser chooser(fonts, style, language);
  const auto parts = stretches(chooser, text);
  Shaper shaper(fonts);
  std::vector<LineRun> runs;
  Length x;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const WordStyle word{parts[i].face.font, parts[i].face.is_han ? Script::han : Script::latin, style.tabular_digits,
                         language};
    LineRun run =
        set_run(shaper, fonts, text.substr(parts[i].begin, parts[i].end - parts[i].begin), parts[i], word, size);
    if (i + 1 < parts.size() && wants_gap(text, parts[i], parts[i + 1])) run.glyphs.back().advance += size / 4;
    run.x = x;
    for (const LineGlyph& glyph : run.glyphs) x += glyph.advance;
    runs.push_back(std::move(run));
  }
  return runs;
}

Length width(const Fonts& fonts, std::string_view text, const TextStyle& style, Length size,
             std::string_view language) {
  Length total;
  for (const LineRun& run : set_line(fonts, text, style, size, language)) {
    for (const LineGlyph& glyph : run.glyphs) total += glyph.advance;
  }
  return total;
}

LineHeight line_height(const Fonts& fonts, const TextStyle& style, Length size, std::string_view language) {
  const Script script = is_han_language(language) ? Script::han : Script::latin;
  const FontId font = fonts.find({style.role, script, style.weight, style.slant});
  const VerticalExtent extent = fonts.vertical_extent(font);
  const int units = fonts.units_per_em(font);
  return {scale(size, extent.ascent, units), scale(size, -extent.descent, units)};
}

}  // namespace bifolio::text
