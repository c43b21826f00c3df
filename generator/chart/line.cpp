#include "chart/curve.h"
#include "chart/mark.h"

namespace bifolio::chart {
namespace {

std::string interpolation(const Brush& brush) {
  std::string name = brush.property("interpolate", "linear");
  if (is_known_curve(name)) return name;
  const Tree* given = mark_property(brush.view(), "interpolate", brush.context());
  if (given) brush.context().report(rule::chart_value, given->span, {{"value", name}, {"property", "interpolate"}});
  return "linear";
}

/// The stretches of a series between rows whose place is unknown.
std::vector<std::vector<std::size_t>> stretches(const Brush& brush, const std::vector<std::size_t>& series) {
  std::vector<std::vector<std::size_t>> out(1);
  const bool filters = brush.property("invalid", "") == "filter";
  for (const std::size_t row : series) {
    if (brush.is_defined(brush.rows().rows[row]))
      out.back().push_back(row);
    else if (!out.back().empty() && !filters)
      out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

void draw_line(const Brush& brush, DrawingNode& container) {
  const std::string curve = interpolation(brush);
  const double tension = brush.property("tension", 0.0);
  const bool is_vertical = brush.view().orientation != Orientation::horizontal;
  for (const auto& series : brush.series()) {
    Steps steps;
    for (const auto& stretch : stretches(brush, series)) {
      std::vector<DrawingPoint> points;
      for (const std::size_t i : stretch)
        points.push_back(
            {brush.place(Channel::x, brush.rows().rows[i]), brush.place(Channel::y, brush.rows().rows[i])});
      add_curve(steps, points, curve, tension, is_vertical, true);
      if (points.size() == 1) line_to(steps, points[0].x, points[0].y);
    }
    if (series.empty()) continue;
    const Row& first = brush.rows().rows[series.front()];
    DrawingPaint paint = brush.paint(first);
    container.children.push_back(brush.finished(make_path(std::move(steps), std::move(paint)), first, "line mark"));
  }
}

void draw_area(const Brush& brush, DrawingNode& container) {
  const std::string curve = interpolation(brush);
  const double tension = brush.property("tension", 0.0);
  const bool is_vertical = brush.view().orientation != Orientation::horizontal;
  const Channel along = is_vertical ? Channel::x : Channel::y, across = is_vertical ? Channel::y : Channel::x;
  for (const auto& series : brush.series()) {
    Steps steps;
    for (const auto& stretch : stretches(brush, series)) {
      std::vector<DrawingPoint> near, far;
      for (const std::size_t i : stretch) {
        const Row& row = brush.rows().rows[i];
        const double at = brush.place(along, row);
        const auto [from, to] = brush.reach(across, row);
        far.push_back(is_vertical ? DrawingPoint{at, to} : DrawingPoint{to, at});
        near.insert(near.begin(), is_vertical ? DrawingPoint{at, from} : DrawingPoint{from, at});
      }
      add_curve(steps, far, curve, tension, is_vertical, true);
      // Back along the other edge a step before is a step after.
      const std::string back = curve == "step-after" ? "step-before" : curve == "step-before" ? "step-after" : curve;
      add_curve(steps, near, back, tension, is_vertical, false);
      close(steps);
    }
    if (series.empty()) continue;
    const Row& first = brush.rows().rows[series.front()];
    container.children.push_back(brush.finished(make_path(std::move(steps), brush.paint(first)), first, "area mark"));
  }
}

}  // namespace

namespace marks {
const MarkKind line_mark = {"line", draw_line, "line mark container"};
const MarkKind area_mark = {"area", draw_area, "area mark container"};
}  // namespace marks

}  // namespace bifolio::chart
