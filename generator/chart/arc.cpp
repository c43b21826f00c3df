#include <algorithm>
#include <numbers>

#include "chart/mark.h"

namespace bifolio::chart {
namespace {

constexpr double kFullTurn = 2 * std::numbers::pi;

Steps sector(double x, double y, double inner, double outer, double from, double to) {
  Steps steps;
  if (std::fabs(to - from) < 1e-9) return steps;
  const bool is_whole = std::fabs(to - from) > kFullTurn - 1e-9;
  add_arc(steps, x, y, outer, from, to, true);
  if (is_whole) close(steps);
  if (inner > 0)
    add_arc(steps, x, y, inner, to, from, is_whole);
  else if (!is_whole)
    line_to(steps, x, y);
  if (!is_whole || inner > 0) close(steps);
  return steps;
}

/// What a corner of that radius cuts off: the angle on the arc, the length on the straight side.
struct Corner {
  double radius = 0, angle = 0, side = 0;
};

/// A corner between the straight side and an arc; `inwards` is -1 at the outer arc, 1 at the inner.
Corner corner(double wanted, double arc, double inwards, double span) {
  const double half = std::sin(std::min(span / 2, std::numbers::pi / 2));
  const double room = inwards < 0 ? arc * half / (1 + half) : half < 1 ? arc * half / (1 - half) : wanted;
  Corner out{std::min(wanted, room)};
  const double middle = arc + inwards * out.radius;
  if (out.radius <= 0 || middle <= out.radius) return {};
  out.angle = std::asin(out.radius / middle);
  out.side = std::sqrt(middle * middle - out.radius * out.radius);
  return out;
}

/// A sector whose corners are circles that touch its arc and its side (as in d3-shape).
Steps rounded_sector(double x, double y, double inner, double outer, double from, double to, double wanted) {
  const double span = to - from, right = std::numbers::pi / 2;
  wanted = std::min(wanted, (outer - inner) / 2);
  if (wanted <= 0 || span < 1e-9 || span > kFullTurn - 1e-9) return sector(x, y, inner, outer, from, to);
  const Corner far = corner(wanted, outer, -1, span), near = corner(wanted, inner, 1, span);
  const auto turn = [&](Steps& steps, double angle, double distance, double radius, double begin, double end,
                        bool is_start) {
    add_arc(steps, x + distance * std::sin(angle), y - distance * std::cos(angle), radius, begin, end, is_start);
  };
  Steps steps;
  const double middle = outer - far.radius;
  turn(steps, from + far.angle, middle, far.radius, from - right, from + far.angle, true);
  add_arc(steps, x, y, outer, from + far.angle, to - far.angle, false);
  turn(steps, to - far.angle, middle, far.radius, to - far.angle, to + right, false);
  if (inner <= 0) {
    line_to(steps, x, y);
  } else {
    const double heart = inner + near.radius;
    turn(steps, to - near.angle, heart, near.radius, to + right, to - near.angle + 2 * right, false);
    add_arc(steps, x, y, inner, to - near.angle, from + near.angle, false);
    turn(steps, from + near.angle, heart, near.radius, from + near.angle + 2 * right, from + 3 * right, false);
  }
  close(steps);
  return steps;
}

void draw(const Brush& brush, DrawingNode& container) {
  const View& view = brush.view();
  for (const std::size_t i : brush.drawable_rows()) {
    const Row& row = brush.rows().rows[i];
    const auto [from, to] = polar_reach(brush, Channel::theta, row);
    auto [inner, outer] = polar_reach(brush, Channel::radius, row);
    const double shift = brush.property("radiusOffset", 0.0);
    inner = brush.property("innerRadius", view.use(Channel::radius) ? std::min(inner, outer) : 0.0);
    outer = brush.property("outerRadius", std::max(0.0, outer + shift));
    const double x = view.encoding.find(Channel::x) ? brush.place(Channel::x, row) : view.width / 2;
    const double y = view.encoding.find(Channel::y) ? brush.place(Channel::y, row) : view.height / 2;
    if (!std::isfinite(from + to + inner + outer + x + y)) continue;
    const double pad = std::min(brush.property("padAngle", 0.0), std::fabs(to - from)) / 2;
    const double begin = std::min(from, to) + pad, end = std::max(from, to) - pad;
    Steps steps = rounded_sector(x, y, std::min(inner, outer), std::max(inner, outer), begin, end,
                                 brush.property("cornerRadius", 0.0));
    container.children.push_back(brush.finished(make_path(std::move(steps), brush.paint(row)), row, "arc mark"));
  }
}

}  // namespace

std::pair<double, double> polar_reach(const Brush& brush, Channel channel, const Row& row) {
  const View& view = brush.view();
  const ChannelUse* use = view.encoding.find(channel);
  const Scale* scale = use && use->is_measured() ? view.scale(channel) : nullptr;
  const bool is_theta = channel == Channel::theta;
  const double whole = is_theta ? kFullTurn : std::min(view.width, view.height) / 2;
  if (!use) {
    const Tree* fixed = mark_property(view, name(channel), brush.context());
    return {0, fixed && fixed->is_number() ? fixed->number : whole};
  }
  if (!scale) return {0, number_member(use->tree, "value", whole)};
  if (view.stack && view.stack->channel == channel)
    return {scale->number(cell(row, view.stack->begin)), scale->number(cell(row, view.stack->end))};
  if (use->bin && use->end_column >= 0)
    return {scale->number(cell(row, use->column)), scale->number(cell(row, use->end_column))};
  const Value& value = use->is_datum ? use->datum : cell(row, use->column);
  const double at = scale->number(value);
  if (scale->type == ScaleType::band) return {at, at + scale->bandwidth()};
  const ChannelUse* second = view.use(second_channel(channel));
  if (second) return {at, scale->number(second->is_datum ? second->datum : cell(row, second->column))};
  return {is_discrete(scale->type) ? 0 : scale->begin(), at};
}

namespace marks {
const MarkKind arc_mark = {"arc", draw, "arc mark container"};
}  // namespace marks

}  // namespace bifolio::chart
