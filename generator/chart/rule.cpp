#include "chart/mark.h"

namespace bifolio::chart {
namespace {

/// Across the whole plot where the rule has no place on that side.
std::pair<double, double> ends(const Brush& brush, Channel channel, const Row& row) {
  const View& view = brush.view();
  const ChannelUse* second = view.encoding.find(second_channel(channel));
  const bool is_range =
      channel == Channel::x ? view.orientation == Orientation::horizontal : view.orientation == Orientation::vertical;
  if (second) {
    const auto [from, to] = brush.reach(channel, row);
    return {to, from};
  }
  if (view.encoding.find(channel)) {
    if (is_range && view.use(channel) && view.stack && view.stack->channel == channel) {
      const auto [from, to] = brush.reach(channel, row);
      return {from, to};
    }
    const double at = brush.place(channel, row);
    return {at, at};
  }
  // A range keeps to the middle; a single place becomes a line across the plot.
  const bool crosses =
      channel == Channel::x ? view.orientation == Orientation::horizontal : view.orientation == Orientation::vertical;
  const double length = channel == Channel::x ? view.width : view.height;
  const bool is_other_range = view.encoding.find(channel == Channel::x ? Channel::y2 : Channel::x2) != nullptr;
  if (!crosses || is_other_range) return {length / 2, length / 2};
  return {0, length};
}

void draw(const Brush& brush, DrawingNode& container) {
  for (const std::size_t i : brush.drawable_rows()) {
    const Row& row = brush.rows().rows[i];
    const auto [x1, x2] = ends(brush, Channel::x, row);
    const auto [y1, y2] = ends(brush, Channel::y, row);
    if (!std::isfinite(x1 + x2 + y1 + y2)) continue;
    container.children.push_back(brush.finished(make_path(line(x1, y1, x2, y2), brush.paint(row)), row, "rule mark"));
  }
}

}  // namespace

namespace marks {
const MarkKind rule_mark = {"rule", draw, "rule mark container"};
}  // namespace marks

}  // namespace bifolio::chart
