// A picture under the brush: Cairo's image surface and context, with points as
// units and y downwards.
#pragma once

#include <cairo.h>

#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/owned.h"
#include "base/result.h"

namespace bifolio::raster {

using Context = Owned<cairo_t, cairo_destroy>;
using Surface = Owned<cairo_surface_t, cairo_surface_destroy>;

class Canvas {
 public:
  /// White paper. Fails where there would be too many pixels.
  static Result<Canvas> open(double width, double height, double scale);

  cairo_t* context() const { return context_.get(); }
  Result<std::string> png() const;

 private:
  Canvas(Surface surface, Context context) : surface_(std::move(surface)), context_(std::move(context)) {}

  Surface surface_;
  Context context_;
};

void set_color(cairo_t*, Color, double opacity = 1);

/// How the current path is painted, in this order, as PDF's operator B does.
struct Brush {
  std::optional<Color> fill, stroke;
  double fill_opacity = 1, stroke_opacity = 1, width = 1;
  const std::vector<double>& dashes;
  cairo_line_cap_t cap = CAIRO_LINE_CAP_BUTT;
};
void paint_path(cairo_t*, const Brush&);

}  // namespace bifolio::raster
