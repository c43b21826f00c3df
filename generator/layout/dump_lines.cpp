#include "layout/dump_lines.h"

namespace bifolio::layout {
namespace {

/// To a thousandth of a point, in whole arithmetic.
Tree points(Length length) {
  const Length thousandths = scale(length, 1000, Length::kPerPoint);
  return Tree::of(static_cast<double>(thousandths.units) / 1000);
}

Tree thousandth(double value) {
  return Tree::of(static_cast<double>(static_cast<std::int64_t>(value * 1000 + (value < 0 ? -0.5 : 0.5))) / 1000);
}

/// Each cluster of glyphs: its text, where its ink's em begins, how far it advances.
Tree dump_glyphs(const GlyphRun& run) {
  Tree glyphs = Tree::array();
  Length x = run.origin.x;
  std::size_t at = 0;
  for (const Glyph& glyph : run.glyphs) {
    Tree& out = glyphs.add(Tree::object());
    out.set("text", Tree::of(std::string_view(run.text).substr(at, glyph.text_size)));
    out.set("glyph", Tree::of(static_cast<std::int64_t>(glyph.id)));
    out.set("x", points(x));
    out.set("dx", points(glyph.dx));
    out.set("advance", points(glyph.advance));
    x += glyph.advance;
    at += glyph.text_size;
  }
  return glyphs;
}

Tree dump_run(const GlyphRun& run, const text::Fonts& fonts) {
  Tree out = Tree::object();
  Length width;
  for (const Glyph& glyph : run.glyphs) width += glyph.advance;
  out.set("text", Tree::of(run.text));
  out.set("x", points(run.origin.x));
  out.set("raise", points(-run.origin.y));
  out.set("width", points(width));
  out.set("language", Tree::of(run.language));
  out.set("font", Tree::of(fonts.facts(run.font).postscript_name));
  out.set("size", points(run.size));
  out.set("glyphs", dump_glyphs(run));
  return out;
}

Tree dump_line(const Line& line, const ParagraphStyle& style, const text::Fonts& fonts, Length baseline) {
  Tree out = Tree::object();
  std::string text;
  for (const GlyphRun& run : line.runs) text += run.text;
  out.set("text", Tree::of(text));
  out.set("x", points(line.runs.empty() ? Length() : line.runs.front().origin.x));
  out.set("baseline", points(baseline));
  out.set("width", points(line.width));
  out.set("natural_width", points(line.natural_width));
  out.set("measure", points(style.measure));
  out.set("language", Tree::of(style.language));
  out.set("stretch", thousandth(line.stretch));
  out.set("hyphenated", Tree::of(line.ends_hyphenated));
  out.set("last", Tree::of(line.is_last));
  Tree& runs = out.set("runs", Tree::array());
  for (const GlyphRun& run : line.runs) runs.add(dump_run(run, fonts));
  Tree& marks = out.set("marks", Tree::array());
  for (const Path& mark : line.marks) marks.add(points(mark.steps.empty() ? Length() : mark.steps.front().a.x));
  return out;
}

}  // namespace

Tree dump_lines(const std::vector<Line>& lines, const ParagraphStyle& style, const text::Fonts& fonts) {
  Tree out = Tree::array();
  Length baseline = style.leading;
  for (const Line& line : lines) {
    out.add(dump_line(line, style, fonts, baseline));
    baseline += style.leading;
  }
  return out;
}

}  // namespace bifolio::layout
