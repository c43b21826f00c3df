#include "raster/canvas.h"

#include <cmath>

#include "raster/rules.h"

namespace bifolio::raster {
namespace {

constexpr double kMostPixels = 64e6;
constexpr double kLongestSide = 32000;  // Cairo's own limit is 32767

cairo_status_t append(void* closure, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

Finding too_large(double width, double height) {
  return {&raster_too_large,
          {},
          {{"width", std::to_string(std::llround(width))}, {"height", std::to_string(std::llround(height))}}};
}

// Cairo refuses to draw at all with dashes that are negative or all nothing.
void set_dashes(cairo_t* context, const std::vector<double>& dashes) {
  double sum = 0;
  bool is_valid = true;
  for (const double dash : dashes) sum += dash, is_valid = is_valid && dash >= 0;
  const bool is_dashed = is_valid && sum > 0 && std::isfinite(sum);
  cairo_set_dash(context, dashes.data(), is_dashed ? static_cast<int>(dashes.size()) : 0, 0);
}

bool is_drawable(double side) {
  return side >= 1 && side <= kLongestSide;
}

}  // namespace

Result<Canvas> Canvas::open(double width, double height, double scale) {
  const double across = std::ceil(width * scale - 1e-6), down = std::ceil(height * scale - 1e-6);
  if (!is_drawable(across) || !is_drawable(down) || across * down > kMostPixels) {
    const auto shown = [](double side) { return std::isfinite(side) ? std::fmin(std::fmax(side, 0), 1e9) : 0; };
    return too_large(shown(across), shown(down));
  }
  // Without an alpha channel: readers on dark pages see paper, not dark on dark.
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(across), static_cast<int>(down)));
  Context context(cairo_create(surface.get()));
  if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS) return too_large(across, down);
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  cairo_scale(context.get(), scale, scale);
  return Canvas(std::move(surface), std::move(context));
}

Result<std::string> Canvas::png() const {
  cairo_surface_flush(surface_.get());
  std::string bytes;
  if (cairo_status(context_.get()) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_write_to_png_stream(surface_.get(), append, &bytes) != CAIRO_STATUS_SUCCESS) {
    return Finding{&raster_failed, {}, {{"reason", cairo_status_to_string(cairo_status(context_.get()))}}};
  }
  return bytes;
}

void set_color(cairo_t* context, Color color, double opacity) {
  cairo_set_source_rgba(context, color.red / 255.0, color.green / 255.0, color.blue / 255.0, opacity);
}

void paint_path(cairo_t* context, const Brush& brush) {
  if (brush.fill) {
    set_color(context, *brush.fill, brush.fill_opacity);
    cairo_fill_preserve(context);
  }
  if (brush.stroke) {
    set_color(context, *brush.stroke, brush.stroke_opacity);
    cairo_set_line_width(context, brush.width);
    cairo_set_line_cap(context, brush.cap);
    set_dashes(context, brush.dashes);
    cairo_stroke_preserve(context);
  }
  cairo_new_path(context);
}

}  // namespace bifolio::raster
