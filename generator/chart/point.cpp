#include "chart/mark.h"

namespace bifolio::chart {
namespace {

void turn(Steps& steps, double x, double y, double degrees) {
  const double angle = degrees * 0.017453292519943295, c = std::cos(angle), s = std::sin(angle);
  for (DrawingStep& step : steps) {
    for (DrawingPoint* p : {&step.a, &step.b, &step.c})
      *p = {x + (p->x - x) * c - (p->y - y) * s, y + (p->x - x) * s + (p->y - y) * c};
  }
}

void draw(const Brush& brush, DrawingNode& container, std::string_view role, std::string_view shape) {
  const std::vector<std::size_t> rows = brush.drawable_rows();
  container.children.reserve(rows.size());
  for (const std::size_t i : rows) {
    const Row& row = brush.rows().rows[i];
    const double x = brush.place(Channel::x, row), y = brush.place(Channel::y, row);
    if (!std::isfinite(x) || !std::isfinite(y)) continue;
    const double area = std::max(0.0, brush.number(Channel::size, row, "size", 30));
    const std::string drawn =
        role == "point" ? brush.text_value(Channel::shape, row, "shape", shape) : std::string(shape);
    DrawingNode node = make_symbol(drawn, area, x, y, brush.paint(row));
    if (const double angle = brush.number(Channel::angle, row, "angle", 0); angle != 0) turn(node.steps, x, y, angle);
    container.children.push_back(brush.finished(std::move(node), row, role));
  }
}

}  // namespace

namespace marks {
const MarkKind circle_mark = {"circle", [](const Brush& b, DrawingNode& out) { draw(b, out, "circle", "circle"); },
                              "symbol mark container"};
const MarkKind point_mark = {"point", [](const Brush& b, DrawingNode& out) { draw(b, out, "point", "circle"); },
                             "symbol mark container"};
const MarkKind square_mark = {"square", [](const Brush& b, DrawingNode& out) { draw(b, out, "square", "square"); },
                              "symbol mark container"};
}  // namespace marks

}  // namespace bifolio::chart
