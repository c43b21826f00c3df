#include "raster/drawing.h"

#include <numbers>

#include "raster/canvas.h"
#include "raster/raster.h"

namespace bifolio::raster {
namespace {

cairo_line_cap_t cap_of(DrawingPaint::Cap cap) {
  switch (cap) {
    case DrawingPaint::Cap::butt: return CAIRO_LINE_CAP_BUTT;
    case DrawingPaint::Cap::round: return CAIRO_LINE_CAP_ROUND;
    case DrawingPaint::Cap::square: return CAIRO_LINE_CAP_SQUARE;
  }
  return CAIRO_LINE_CAP_BUTT;
}

class DrawingPainter {
 public:
  DrawingPainter(cairo_t* context, const text::Fonts& fonts, GlyphPainter& glyphs)
      : context_(context), fonts_(fonts), glyphs_(glyphs) {}

  void draw(const DrawingNode& node) {
    switch (node.kind) {
      case DrawingNode::Kind::group: return draw_group(node);
      case DrawingNode::Kind::path: return draw_path(node);
      case DrawingNode::Kind::circle: return draw_circle(node);
      case DrawingNode::Kind::text: return draw_text(node.text, node.paint.opacity);
    }
  }

 private:
  void draw_group(const DrawingNode& group) {
    cairo_save(context_);
    cairo_translate(context_, group.offset.x, group.offset.y);
    if (const auto& clip = group.clip) {
      cairo_rectangle(context_, (*clip)[0], (*clip)[1], (*clip)[2], (*clip)[3]);
      cairo_clip(context_);
    }
    for (const DrawingNode& child : group.children) draw(child);
    cairo_restore(context_);
  }

  void draw_path(const DrawingNode& node) {
    for (const DrawingStep& step : node.steps) add_step(step);
    paint_shape(node.paint);
  }

  void draw_circle(const DrawingNode& node) {
    cairo_new_sub_path(context_);
    cairo_arc(context_, node.offset.x, node.offset.y, node.radius, 0, 2 * std::numbers::pi);
    cairo_close_path(context_);
    paint_shape(node.paint);
  }

  void paint_shape(const DrawingPaint& paint) {
    paint_path(context_, {paint.fill, paint.stroke, paint.fill_opacity * paint.opacity,
                          paint.stroke_opacity * paint.opacity, paint.width, paint.dashes, cap_of(paint.cap)});
  }

  void add_step(const DrawingStep& step) {
    switch (step.kind) {
      case DrawingStep::Kind::move: return cairo_move_to(context_, step.a.x, step.a.y);
      case DrawingStep::Kind::line: return cairo_line_to(context_, step.a.x, step.a.y);
      case DrawingStep::Kind::close: return cairo_close_path(context_);
      case DrawingStep::Kind::curve:
        return cairo_curve_to(context_, step.a.x, step.a.y, step.b.x, step.b.y, step.c.x, step.c.y);
    }
  }

  void draw_text(const DrawingText& text, double opacity) {
    cairo_save(context_);
    cairo_translate(context_, text.at.x, text.at.y);
    cairo_rotate(context_, text.angle * std::numbers::pi / 180);
    for (const layout::GlyphRun& run : layout::set_drawing_text(text, fonts_)) {
      cairo_save(context_);
      cairo_translate(context_, run.origin.x.points(), run.origin.y.points());
      glyphs_.show(context_, run, opacity);
      cairo_restore(context_);
    }
    cairo_restore(context_);
  }

  cairo_t* context_;
  const text::Fonts& fonts_;
  GlyphPainter& glyphs_;
};

}  // namespace

void draw(cairo_t* context, const Drawing& drawing, const text::Fonts& fonts, GlyphPainter& glyphs) {
  DrawingPainter(context, fonts, glyphs).draw(drawing.root);
}

Result<std::string> png(const Drawing& drawing, const text::Fonts& fonts, double scale) {
  auto canvas = Canvas::open(drawing.width, drawing.height, scale);
  if (!canvas) return canvas.error();
  GlyphPainter glyphs(fonts);
  draw(canvas->context(), drawing, fonts, glyphs);
  return canvas->png();
}

}  // namespace bifolio::raster
