#include "chart/mark.h"

namespace bifolio::chart {
namespace {

/// Corners at the bar's far end round with `cornerRadiusEnd`; a corner's own radius goes first.
std::array<double, 4> corners(const Brush& brush, bool grows_up, bool grows_right) {
  const double all = brush.property("cornerRadius", 0.0), end = brush.property("cornerRadiusEnd", 0.0);
  std::array<double, 4> out = {all, all, all, all};
  if (end > 0) {
    const std::array<std::size_t, 2> at =
        brush.view().is_vertical()
            ? (grows_up ? std::array<std::size_t, 2>{0, 1} : std::array<std::size_t, 2>{2, 3})
            : (grows_right ? std::array<std::size_t, 2>{1, 2} : std::array<std::size_t, 2>{0, 3});
    for (const std::size_t i : at) out[i] = end;
  }
  const char* keys[] = {"cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
                        "cornerRadiusBottomLeft"};
  for (std::size_t i = 0; i < 4; ++i) out[i] = brush.property(keys[i], out[i]);
  return out;
}

void draw(const Brush& brush, DrawingNode& container, std::string_view role) {
  for (const std::size_t i : brush.drawable_rows()) {
    const Row& row = brush.rows().rows[i];
    const auto [x1, x2] = brush.extent(Channel::x, row);
    const auto [y1, y2] = brush.extent(Channel::y, row);
    if (!std::isfinite(x1 + x2 + y1 + y2)) continue;
    const double x = std::min(x1, x2), y = std::min(y1, y2), width = std::fabs(x2 - x1), height = std::fabs(y2 - y1);
    const std::array<double, 4> radii = corners(brush, y2 <= y1, x2 >= x1);
    const bool is_round = radii[0] > 0 || radii[1] > 0 || radii[2] > 0 || radii[3] > 0;
    Steps steps = is_round ? rounded_rectangle(x, y, width, height, radii) : rectangle(x, y, width, height);
    container.children.push_back(brush.finished(make_path(std::move(steps), brush.paint(row)), row, role));
  }
}

}  // namespace

namespace marks {
const MarkKind bar_mark = {"bar", [](const Brush& b, DrawingNode& out) { draw(b, out, "bar"); }, "rect mark container"};
const MarkKind rect_mark = {"rect", [](const Brush& b, DrawingNode& out) { draw(b, out, "rect mark"); },
                            "rect mark container"};
}  // namespace marks

}  // namespace bifolio::chart
