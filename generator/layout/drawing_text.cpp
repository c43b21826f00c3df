#include "layout/frame.h"
#include "text/measure.h"

namespace bifolio::layout {
namespace {

text::TextStyle style_of(const DrawingText& text) {
  return {text::Role::hei, text.is_bold ? text::Weight::bold : text::Weight::regular,
          text.is_italic ? text::Slant::italic : text::Slant::upright, false};
}

Length anchor_shift(const DrawingText& text, Length width) {
  switch (text.anchor) {
    case DrawingText::Anchor::start: return {};
    case DrawingText::Anchor::middle: return -(width / 2);
    case DrawingText::Anchor::end: return -width;
  }
  return {};
}

GlyphRun run_of(text::LineRun&& line, const DrawingText& text, Length shift) {
  GlyphRun run{line.font, line.size, {line.x + shift, {}}, text.color, std::move(line.text), text.language, {}};
  for (const text::LineGlyph& glyph : line.glyphs) {
    run.glyphs.push_back({static_cast<std::uint16_t>(glyph.id), static_cast<std::uint16_t>(glyph.end - glyph.begin),
                          glyph.advance, glyph.dx, glyph.dy});
  }
  return run;
}

}  // namespace

std::vector<GlyphRun> set_drawing_text(const DrawingText& text, const text::Fonts& fonts) {
  std::vector<GlyphRun> runs;
  const Length size = pt(text.size);
  if (size <= Length{} || text.text.empty()) return runs;
  const text::TextStyle style = style_of(text);
  const Length shift = anchor_shift(text, text::width(fonts, text.text, style, size, text.language));
  for (text::LineRun& line : text::set_line(fonts, text.text, style, size, text.language)) {
    runs.push_back(run_of(std::move(line), text, shift));
  }
  return runs;
}

}  // namespace bifolio::layout
