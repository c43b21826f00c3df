#include <cassert>
#include <vector>

#include "raster/canvas.h"
#include "raster/drawing.h"
#include "raster/glyphs.h"
#include "raster/pictures.h"
#include "raster/raster.h"
#include "raster/rules.h"

namespace bifolio::raster {
namespace {

using layout::PathStep;

class PagePainter {
 public:
  PagePainter(cairo_t* context, const layout::PagedDocument& document, const text::Fonts& fonts)
      : context_(context), document_(document), fonts_(fonts), glyphs_(fonts) {}

  /// The first picture that could not be drawn, or -1.
  int draw(const layout::Page& page) {
    draw_items(page);
    return broken_picture_;
  }

 private:
  void draw_items(const layout::Page& page) {
    for (const layout::Item& item : page.items) {
      cairo_save(context_);
      std::visit([&](const auto& it) { draw_item(it); }, item);
      cairo_restore(context_);
    }
  }

  void draw_item(const layout::GlyphRun& run) {
    cairo_translate(context_, run.origin.x.points(), run.origin.y.points());
    glyphs_.show(context_, run);
  }

  void draw_item(const layout::Path& path) {
    std::vector<double> dashes;
    for (const Length dash : path.dashes) dashes.push_back(dash.points());
    for (const PathStep& step : path.steps) add_step(step);
    paint_path(context_, {path.fill, path.stroke, 1, 1, path.width.points(), dashes});
  }

  void add_step(const PathStep& step) {
    const auto x = [](const Point& point) { return point.x.points(); };
    const auto y = [](const Point& point) { return point.y.points(); };
    switch (step.kind) {
      case PathStep::Kind::move: return cairo_move_to(context_, x(step.a), y(step.a));
      case PathStep::Kind::line: return cairo_line_to(context_, x(step.a), y(step.a));
      case PathStep::Kind::close: return cairo_close_path(context_);
      case PathStep::Kind::curve:
        return cairo_curve_to(context_, x(step.a), y(step.a), x(step.b), y(step.b), x(step.c), y(step.c));
    }
  }

  void draw_item(const layout::PlacedPicture& placed) {
    const Surface picture = read_picture(document_.pictures.at(placed.picture).bytes);
    if (!picture) {
      if (broken_picture_ < 0) broken_picture_ = static_cast<int>(placed.picture);
      return;
    }
    fit(placed.area, 1, 1);
    const layout::Turn turn = layout::turn_of(document_.pictures[placed.picture].orientation);
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, turn.a, turn.b, turn.c, turn.d, turn.e, turn.f);
    cairo_transform(context_, &matrix);
    cairo_scale(context_, 1.0 / cairo_image_surface_get_width(picture.get()),
                1.0 / cairo_image_surface_get_height(picture.get()));
    cairo_set_source_surface(context_, picture.get(), 0, 0);
    cairo_pattern_set_extend(cairo_get_source(context_), CAIRO_EXTEND_PAD);  // no pale edge where it is scaled
    cairo_rectangle(context_, 0, 0, cairo_image_surface_get_width(picture.get()),
                    cairo_image_surface_get_height(picture.get()));
    cairo_fill(context_);
  }

  void draw_item(const layout::PlacedDrawing& placed) {
    const Drawing& drawing = document_.drawings.at(placed.drawing);
    if (!(drawing.width > 0) || !(drawing.height > 0)) return;
    fit(placed.area, drawing.width, drawing.height);
    raster::draw(context_, drawing, fonts_, glyphs_);
  }

  void draw_item(const layout::TurnedPage& turned) {
    cairo_translate(context_, turned.origin.x.points(), (turned.origin.y + turned.page->width).points());
    cairo_matrix_t matrix;
    cairo_matrix_init(&matrix, 0, -1, 1, 0, 0, 0);
    cairo_transform(context_, &matrix);
    draw_items(*turned.page);
  }

  void fit(const Rect& area, double width, double height) {
    cairo_translate(context_, area.x.points(), area.y.points());
    cairo_scale(context_, area.width.points() / width, area.height.points() / height);
  }

  cairo_t* context_;
  const layout::PagedDocument& document_;
  const text::Fonts& fonts_;
  GlyphPainter glyphs_;
  int broken_picture_ = -1;
};

}  // namespace

Result<std::string> png(const layout::PagedDocument& document, std::size_t page, const text::Fonts& fonts,
                        double scale) {
  assert(page < document.pages.size() && "the page exists");
  const layout::Page& source = document.pages[page];
  auto canvas = Canvas::open(source.width.points(), source.height.points(), scale);
  if (!canvas) return canvas.error();
  const int broken = PagePainter(canvas->context(), document, fonts).draw(source);
  if (broken >= 0) {
    return Finding{
        &raster_picture_broken, {}, {{"number", std::to_string(broken + 1)}, {"title", document.facts.title}}};
  }
  return canvas->png();
}

}  // namespace bifolio::raster
