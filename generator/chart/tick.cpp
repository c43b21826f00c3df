#include "chart/mark.h"

namespace bifolio::chart {
namespace {

double default_length(const Brush& brush, Channel across) {
  const Tree* band = mark_property(brush.view(), "bandSize", brush.context());
  if (band && band->is_number()) return band->number;
  const Scale* scale = brush.view().scale(across);
  if (scale && scale->type == ScaleType::band) {
    const Tree* wish = mark_property(brush.view(), across == Channel::x ? "width" : "height", brush.context());
    return scale->bandwidth() * (wish && wish->is_object() ? number_member(wish, "band", 1) : 1);
  }
  if (scale && scale->type == ScaleType::point) return std::fabs(scale->step()) * 0.75;
  return (across == Channel::x ? brush.view().width : brush.view().height) * 0.75;
}

/// The bin or the span of time that a tick covers.
std::optional<std::pair<double, double>> covered(const Brush& brush, Channel across, const Row& row) {
  const ChannelUse* use = brush.view().use(across);
  const Scale* scale = brush.view().scale(across);
  if (!use || !scale || is_discrete(scale->type) || !(use->bin || use->unit) || use->end_column < 0)
    return std::nullopt;
  const double begin = scale->number(row[static_cast<std::size_t>(use->column)]),
               end = scale->number(row[static_cast<std::size_t>(use->end_column)]);
  return std::isfinite(begin + end) ? std::optional(std::pair(begin, end)) : std::nullopt;
}

void draw(const Brush& brush, DrawingNode& container) {
  const bool is_vertical = brush.view().is_vertical();
  const Channel across = is_vertical ? Channel::y : Channel::x;
  const double usual = default_length(brush, across), thickness = brush.property("thickness", 1.0);
  for (const std::size_t i : brush.drawable_rows()) {
    const Row& row = brush.rows().rows[i];
    double x = brush.place(Channel::x, row), y = brush.place(Channel::y, row);
    const auto span = covered(brush, across, row);
    if (span) (is_vertical ? y : x) = (span->first + span->second) / 2;
    if (!std::isfinite(x) || !std::isfinite(y)) continue;
    const double fixed =
        brush.property(is_vertical ? "height" : "width", span ? std::fabs(span->second - span->first) : usual);
    const double length = brush.number(Channel::size, row, "size", fixed);
    const double width = is_vertical ? thickness : length, height = is_vertical ? length : thickness;
    container.children.push_back(brush.finished(
        make_path(rectangle(x - width / 2, y - height / 2, width, height), brush.paint(row)), row, "tick"));
  }
}

}  // namespace

namespace marks {
const MarkKind tick_mark = {"tick", draw, "rect mark container"};
}  // namespace marks

}  // namespace bifolio::chart
