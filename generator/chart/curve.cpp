#include "chart/curve.h"

#include <algorithm>
#include <array>

namespace bifolio::chart {
namespace {

using Points = std::span<const DrawingPoint>;

void add_steps(Steps& steps, Points points, double where) {
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double x = points[i - 1].x + (points[i].x - points[i - 1].x) * where;
    if (x != points[i - 1].x) line_to(steps, x, points[i - 1].y);
    if (x != points[i].x || where < 1) line_to(steps, x, points[i].y);
    if (where < 1 && x != points[i].x) line_to(steps, points[i].x, points[i].y);
    if (where >= 1) line_to(steps, points[i].x, points[i].y);
  }
}

// Steffen 1990: tangents that never overshoot. d3-shape's curveMonotoneX.
void add_monotone(Steps& steps, Points p) {
  const std::size_t n = p.size();
  if (n < 3) {
    for (std::size_t i = 1; i < n; ++i) line_to(steps, p[i].x, p[i].y);
    return;
  }
  const auto slope = [&](std::size_t i) {
    const double h = p[i + 1].x - p[i].x;
    return h == 0 ? 0.0 : (p[i + 1].y - p[i].y) / h;
  };
  const auto sign = [](double x) { return x < 0 ? -1.0 : 1.0; };
  std::vector<double> tangent(n);
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const double h0 = p[i].x - p[i - 1].x, h1 = p[i + 1].x - p[i].x, s0 = slope(i - 1), s1 = slope(i);
    const double mean = h0 + h1 == 0 ? 0 : (s0 * h1 + s1 * h0) / (h0 + h1);
    tangent[i] = (sign(s0) + sign(s1)) * std::min({std::fabs(s0), std::fabs(s1), 0.5 * std::fabs(mean)});
  }
  tangent[0] = (3 * slope(0) - tangent[1]) / 2;
  tangent[n - 1] = (3 * slope(n - 2) - tangent[n - 2]) / 2;
  for (std::size_t i = 0; i + 1 < n; ++i) {
    const double third = (p[i + 1].x - p[i].x) / 3;
    curve_to(steps, p[i].x + third, p[i].y + third * tangent[i], p[i + 1].x - third,
             p[i + 1].y - third * tangent[i + 1], p[i + 1].x, p[i + 1].y);
  }
}

/// The inner Bézier handles of a natural cubic spline through the values: second derivatives
/// agree at each inner point and vanish at the ends. Solved by elimination along the diagonal.
std::vector<std::array<double, 2>> natural_handles(const std::vector<double>& at) {
  const std::size_t n = at.size() - 1;
  std::vector<double> diagonal(n, 4), right(n), first(n);
  diagonal[0] = 2;
  right[0] = at[0] + 2 * at[1];
  for (std::size_t i = 1; i < n; ++i) {
    const bool is_last = i + 1 == n;
    const double below = is_last ? 2 : 1, factor = below / diagonal[i - 1];
    diagonal[i] = (is_last ? 7 : 4) - factor;
    right[i] = (is_last ? 8 * at[i] + at[i + 1] : 4 * at[i] + 2 * at[i + 1]) - factor * right[i - 1];
  }
  first[n - 1] = right[n - 1] / diagonal[n - 1];
  for (std::size_t i = n - 1; i-- > 0;) first[i] = (right[i] - first[i + 1]) / diagonal[i];
  std::vector<std::array<double, 2>> handles(n);
  for (std::size_t i = 0; i < n; ++i)
    handles[i] = {first[i], i + 1 < n ? 2 * at[i + 1] - first[i + 1] : (at[n] + first[n - 1]) / 2};
  return handles;
}

void add_natural(Steps& steps, Points p) {
  if (p.size() < 3) {
    for (std::size_t i = 1; i < p.size(); ++i) line_to(steps, p[i].x, p[i].y);
    return;
  }
  std::vector<double> xs, ys;
  for (const DrawingPoint& point : p) xs.push_back(point.x), ys.push_back(point.y);
  const auto hx = natural_handles(xs), hy = natural_handles(ys);
  for (std::size_t i = 0; i + 1 < p.size(); ++i)
    curve_to(steps, hx[i][0], hy[i][0], hx[i][1], hy[i][1], p[i + 1].x, p[i + 1].y);
}

// Barry and Goldman 1988, with distances to the power of alpha between the knots.
void add_catmull_rom(Steps& steps, Points p, double alpha) {
  const auto knot = [&](DrawingPoint a, DrawingPoint b) { return std::pow(std::hypot(b.x - a.x, b.y - a.y), alpha); };
  const auto handle = [](DrawingPoint before, DrawingPoint here, DrawingPoint after, double near, double far) {
    if (near < 1e-9) return here;
    const double a = 2 * near * near + 3 * near * far + far * far, n = 3 * near * (near + far);
    return DrawingPoint{(here.x * a - before.x * far * far + after.x * near * near) / n,
                        (here.y * a - before.y * far * far + after.y * near * near) / n};
  };
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    const DrawingPoint before = p[i == 0 ? i : i - 1], after = p[std::min(i + 2, p.size() - 1)];
    const double middle = knot(p[i], p[i + 1]);
    const DrawingPoint a = handle(before, p[i], p[i + 1], knot(before, p[i]), middle);
    const DrawingPoint b = handle(after, p[i + 1], p[i], knot(p[i + 1], after), middle);
    curve_to(steps, a.x, a.y, b.x, b.y, p[i + 1].x, p[i + 1].y);
  }
}

void add_cardinal(Steps& steps, Points p, double tension) {
  const double k = (1 - tension) / 6;
  for (std::size_t i = 0; i + 1 < p.size(); ++i) {
    const DrawingPoint before = p[i == 0 ? i : i - 1], after = p[std::min(i + 2, p.size() - 1)];
    curve_to(steps, p[i].x + k * (p[i + 1].x - before.x), p[i].y + k * (p[i + 1].y - before.y),
             p[i + 1].x - k * (after.x - p[i].x), p[i + 1].y - k * (after.y - p[i].y), p[i + 1].x, p[i + 1].y);
  }
}

void add_basis(Steps& steps, Points p) {
  const std::size_t n = p.size();
  const auto at = [&](std::ptrdiff_t i) {
    return p[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(i, 0, static_cast<std::ptrdiff_t>(n) - 1))];
  };
  for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(n); ++i) {
    const DrawingPoint a = at(i - 1), b = at(i), c = at(i + 1);
    curve_to(steps, (2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3, (a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3,
             (a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6);
  }
  line_to(steps, p[n - 1].x, p[n - 1].y);
}

}  // namespace

bool is_known_curve(std::string_view name) {
  static constexpr std::string_view kNames[] = {"linear",   "linear-closed", "step",        "step-after", "step-before",
                                                "monotone", "cardinal",      "catmull-rom", "basis",      "natural"};
  return std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

void add_curve(Steps& steps, Points points, std::string_view interpolate, double tension, bool is_vertical,
               bool is_start) {
  if (points.empty()) return;
  if (!is_vertical && interpolate != "linear" && interpolate != "basis" && interpolate != "cardinal") {
    // Runs downwards: the same curve with x and y exchanged.
    std::vector<DrawingPoint> turned;
    for (const DrawingPoint& p : points) turned.push_back({p.y, p.x});
    Steps part;
    add_curve(part, turned, interpolate, tension, true, is_start);
    for (DrawingStep& step : part) {
      for (DrawingPoint* p : {&step.a, &step.b, &step.c}) std::swap(p->x, p->y);
      steps.push_back(step);
    }
    return;
  }
  if (is_start)
    move_to(steps, points[0].x, points[0].y);
  else
    line_to(steps, points[0].x, points[0].y);
  if (interpolate == "step-after") return add_steps(steps, points, 1);
  if (interpolate == "step-before") return add_steps(steps, points, 0);
  if (interpolate == "step") return add_steps(steps, points, 0.5);
  if (interpolate == "monotone") return add_monotone(steps, points);
  if (interpolate == "natural") return add_natural(steps, points);
  if (interpolate == "cardinal") return add_cardinal(steps, points, tension);
  if (interpolate == "catmull-rom") return add_catmull_rom(steps, points, tension > 0 ? tension : 0.5);
  if (interpolate == "basis") return add_basis(steps, points);
  for (std::size_t i = 1; i < points.size(); ++i) line_to(steps, points[i].x, points[i].y);
  if (interpolate == "linear-closed") close(steps);
}

}  // namespace bifolio::chart
