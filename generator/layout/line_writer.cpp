#include "layout/line_writer.h"

#include <algorithm>

#include "layout/box.h"

namespace bifolio::layout {
namespace {

/// A circle of four curves, clockwise; `k` is the usual distance of their controls.
std::vector<PathStep> circle(Point centre, Length radius) {
  const Length k = scale(radius, 5523, 10000);
  const auto at = [&](Length dx, Length dy) { return Point{centre.x + dx, centre.y + dy}; };
  using Kind = PathStep::Kind;
  const Length zero;
  return {{Kind::move, at(radius, zero), {}, {}},
          {Kind::curve, at(radius, k), at(k, radius), at(zero, radius)},
          {Kind::curve, at(-k, radius), at(-radius, k), at(-radius, zero)},
          {Kind::curve, at(-radius, -k), at(-k, -radius), at(zero, -radius)},
          {Kind::curve, at(k, -radius), at(radius, -k), at(radius, zero)},
          {Kind::close, {}, {}, {}}};
}

}  // namespace

void LineWriter::enter(std::uint32_t index, text::FontId font, Length size) {
  const Piece& piece = (*material_.pieces)[index];
  if (!line_.runs.empty() && !is_run_full_) {
    const GlyphRun& run = line_.runs.back();
    if (run.font == font && run.size == size && run.color == piece.style.color && run.tag == piece.tag &&
        run.language == piece.language && run.origin.y == -piece.style.raise) {
      return;
    }
  }
  GlyphRun run;
  run.font = font;
  run.size = size;
  run.origin = {x_, -piece.style.raise};
  run.color = piece.style.color;
  run.language = piece.language;
  run.tag = piece.tag;
  const text::VerticalExtent extent = fonts_.vertical_extent(font);
  const int units = fonts_.units_per_em(font);
  line_.ascent = std::max(line_.ascent, scale(size, extent.ascent, units) + piece.style.raise);
  line_.descent = std::max(line_.descent, scale(size, -extent.descent, units) - piece.style.raise);
  line_.runs.push_back(std::move(run));
  is_run_full_ = false;
}

void LineWriter::add(std::uint32_t glyph, Length advance, Length dx, Length dy, std::string_view text) {
  GlyphRun& run = line_.runs.back();
  // Text beyond what a glyph can claim belongs to the last one of its run.
  constexpr std::size_t kMost = UINT16_MAX;
  is_run_full_ |= text.size() > kMost;
  run.text += text;
  run.glyphs.push_back(
      {static_cast<std::uint16_t>(glyph), static_cast<std::uint16_t>(std::min(text.size(), kMost)), advance, dx, dy});
  x_ += advance;
}

void LineWriter::open(Length space) {
  if (!line_.runs.empty() && !line_.runs.back().glyphs.empty()) line_.runs.back().glyphs.back().advance += space;
  x_ += space;
}

void LineWriter::turn_into_hyphen(HyphenGlyph hyphen) {
  Glyph& glyph = line_.runs.back().glyphs.back();
  x_ += hyphen.width - glyph.advance;
  glyph.id = hyphen.id;
  glyph.advance = hyphen.width;
}

void LineWriter::mark_emphasis(const Atom& atom, Length x) {
  const Piece& piece = material_.piece_of(atom);
  const Length em = piece.style.size;
  // Below the em square of the character, which reaches 0.12 em below the baseline.
  const Point centre{x + atom.width / 2, scale(em, 26, 100) - piece.style.raise};
  Path dot;
  dot.steps = circle(centre, scale(em, 7, 100));
  dot.fill = piece.style.color;
  line_.marks.push_back(std::move(dot));
}

void LineWriter::strike(const Piece& piece, Length from) {
  const Length em = piece.style.size;
  if (strike_ == kNone) {
    // Through the middle of small letters, and a little below that of Han characters.
    const Length y = -piece.style.raise - scale(em, 30, 100);
    strike_ = line_.marks.size();
    line_.marks.push_back(rule(from, y, {}, em / 16, piece.style.color));
  }
  line_.marks[strike_].steps.back().a.x = x_;
}

void LineWriter::cover_link(const Piece& piece, Length from) {
  if (!line_.links.empty() && line_.links.back().link == piece.link) {
    line_.links.back().width = x_ - line_.links.back().x;
  } else {
    line_.links.push_back({piece.link, from, x_ - from, piece.tag});
  }
}

Line LineWriter::take(Length offset) {
  line_.width = x_;
  for (GlyphRun& run : line_.runs) {
    run.origin.x += offset;
    run.glyphs.shrink_to_fit();  // a book has a million of them
    run.text.shrink_to_fit();
  }
  for (Line::LinkPart& part : line_.links) part.x += offset;
  for (Path& mark : line_.marks) {
    for (PathStep& step : mark.steps) {
      for (Point* point : {&step.a, &step.b, &step.c}) point->x += offset;
    }
  }
  return std::move(line_);
}

}  // namespace bifolio::layout
