#include "pdf/drawing.h"

#include <cmath>
#include <numbers>

namespace bifolio::pdf {
namespace {

ContentStream::Paint paint_of(const DrawingPaint& paint) {
  if (!paint.fill) return paint.stroke ? ContentStream::Paint::stroke : ContentStream::Paint::nothing;
  return paint.stroke ? ContentStream::Paint::fill_and_stroke : ContentStream::Paint::fill;
}

void set_paint(const DrawingPaint& paint, ContentStream& content) {
  content.set_opacity(paint.fill_opacity * paint.opacity, paint.stroke_opacity * paint.opacity);
  if (paint.fill) content.set_fill(*paint.fill);
  if (!paint.stroke) return;
  content.set_stroke(*paint.stroke);
  content.set_line_width(paint.width);
  content.set_dashes(paint.dashes);
  content.set_cap(paint.cap);
}

void add_step(const DrawingStep& step, ContentStream& content) {
  switch (step.kind) {
    case DrawingStep::Kind::move: return content.move_to(step.a.x, step.a.y);
    case DrawingStep::Kind::line: return content.line_to(step.a.x, step.a.y);
    case DrawingStep::Kind::close: return content.close_path();
    case DrawingStep::Kind::curve: return content.curve_to(step.a.x, step.a.y, step.b.x, step.b.y, step.c.x, step.c.y);
  }
}

void collect_texts(const DrawingNode& node, const text::Fonts& fonts, DrawingTexts& texts) {
  if (node.kind == DrawingNode::Kind::text) texts.push_back(layout::set_drawing_text(node.text, fonts));
  for (const DrawingNode& child : node.children) collect_texts(child, fonts, texts);
}

// Walks as `collect_texts` does.
class DrawingPainter {
 public:
  DrawingPainter(const DrawingTexts& texts, ContentStream& content) : next_text_(texts.begin()), content_(content) {}

  void paint(const DrawingNode& node) {
    switch (node.kind) {
      case DrawingNode::Kind::group: return paint_group(node);
      case DrawingNode::Kind::path: return paint_path(node);
      case DrawingNode::Kind::circle: return paint_circle(node);
      case DrawingNode::Kind::text: return paint_text(node);
    }
  }

 private:
  // Only a group that moves or clips needs a state of its own; PDF/A allows no
  // more than 28 of them inside each other (ISO 19005-2, 6.1.13).
  void paint_group(const DrawingNode& group) {
    const bool moves = group.offset.x != 0 || group.offset.y != 0;
    if (moves || group.clip) content_.save();
    if (moves) content_.transform({1, 0, 0, 1, group.offset.x, group.offset.y});
    if (group.clip) content_.clip((*group.clip)[0], (*group.clip)[1], (*group.clip)[2], (*group.clip)[3]);
    for (const DrawingNode& child : group.children) paint(child);
    if (moves || group.clip) content_.restore();
  }

  void paint_path(const DrawingNode& node) {
    if (node.steps.empty()) return;
    set_paint(node.paint, content_);
    for (const DrawingStep& step : node.steps) add_step(step, content_);
    content_.paint(paint_of(node.paint));
  }

  // Four Bézier curves come within 0.03% of a circle.
  void paint_circle(const DrawingNode& node) {
    const double x = node.offset.x, y = node.offset.y, r = node.radius, k = r * 0.5522847498;
    set_paint(node.paint, content_);
    content_.move_to(x, y - r);
    content_.curve_to(x + k, y - r, x + r, y - k, x + r, y);
    content_.curve_to(x + r, y + k, x + k, y + r, x, y + r);
    content_.curve_to(x - k, y + r, x - r, y + k, x - r, y);
    content_.curve_to(x - r, y - k, x - k, y - r, x, y - r);
    content_.close_path();
    content_.paint(paint_of(node.paint));
  }

  // Letters stand upright although the drawing's y grows downwards.
  void paint_text(const DrawingNode& node) {
    const double angle = node.text.angle * std::numbers::pi / 180;
    const double across = std::cos(angle), down = std::sin(angle);
    content_.set_opacity(node.paint.opacity, node.paint.opacity);
    for (const layout::GlyphRun& run : *next_text_++) {
      const double x = run.origin.x.points();
      content_.show(run, {across, down, down, -across, node.text.at.x + x * across, node.text.at.y + x * down});
    }
  }

  DrawingTexts::const_iterator next_text_;
  ContentStream& content_;
};

}  // namespace

DrawingTexts set_texts(const Drawing& drawing, const text::Fonts& fonts) {
  DrawingTexts texts;
  collect_texts(drawing.root, fonts, texts);
  return texts;
}

void paint(const Drawing& drawing, const DrawingTexts& texts, double x, double y, double width, double height,
           ContentStream& content) {
  if (!(drawing.width > 0) || !(drawing.height > 0)) return;
  const double across = width / drawing.width, down = height / drawing.height;
  content.transform({across, 0, 0, -down, x, y + height});
  DrawingPainter(texts, content).paint(drawing.root);
}

}  // namespace bifolio::pdf
