#include "picture/even_odd.h"

#include <algorithm>
#include <iterator>

namespace bifolio::picture {
namespace {

using Kind = DrawingStep::Kind;
using Point = DrawingPoint;

constexpr int kPiecesOfCurve = 8;

/// One closed part of a path.
struct Part {
  Steps steps;
  std::vector<Point> corners;  ///< curves as short lines
};

Point on_curve(Point from, const DrawingStep& curve, double t) {
  const double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
  return {a * from.x + b * curve.a.x + c * curve.b.x + d * curve.c.x,
          a * from.y + b * curve.a.y + c * curve.b.y + d * curve.c.y};
}

void add_corners(const DrawingStep& step, std::vector<Point>& corners) {
  if (step.kind == Kind::move || step.kind == Kind::line) return corners.push_back(step.a);
  if (step.kind == Kind::close || corners.empty()) return;
  const Point from = corners.back();
  for (int i = 1; i <= kPiecesOfCurve; ++i)
    corners.push_back(on_curve(from, step, static_cast<double>(i) / kPiecesOfCurve));
}

std::vector<Part> parts_of(const Steps& steps) {
  std::vector<Part> parts;
  for (const DrawingStep& step : steps) {
    if (step.kind == Kind::move) parts.emplace_back();
    parts.back().steps.push_back(step);
    add_corners(step, parts.back().corners);
  }
  return parts;
}

double side(Point a, Point b, Point p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool cross(Point a, Point b, Point c, Point d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

Point corner(const Part& part, std::size_t i) {
  return part.corners[i % part.corners.size()];
}

bool cross(const Part& one, const Part& other) {
  for (std::size_t i = 0; i < one.corners.size(); ++i) {
    for (std::size_t k = &one == &other ? i + 1 : 0; k < other.corners.size(); ++k) {
      if (cross(corner(one, i), corner(one, i + 1), corner(other, k), corner(other, k + 1))) return true;
    }
  }
  return false;
}

bool contains(const Part& part, Point p) {
  bool is_inside = false;
  for (std::size_t i = 0; i < part.corners.size(); ++i) {
    const Point a = corner(part, i), b = corner(part, i + 1);
    if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x)) is_inside = !is_inside;
  }
  return is_inside;
}

double area(const Part& part) {
  double sum = 0;
  for (std::size_t i = 0; i < part.corners.size(); ++i) {
    const Point a = corner(part, i), b = corner(part, i + 1);
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

Point end_of(const DrawingStep& step) {
  return step.kind == Kind::curve ? step.c : step.a;
}

/// The same line in the other direction.
Steps reversed(const Steps& steps) {
  const bool is_closed = steps.back().kind == Kind::close;
  const std::size_t count = steps.size() - (is_closed ? 1 : 0);
  Steps out = {{Kind::move, end_of(steps[count - 1]), {}, {}}};
  for (std::size_t i = count - 1; i > 0; --i) {
    const DrawingStep& step = steps[i];
    const Point to = end_of(steps[i - 1]);
    if (step.kind == Kind::curve)
      out.push_back({Kind::curve, step.b, step.a, to});
    else
      out.push_back({Kind::line, to, {}, {}});
  }
  if (is_closed) out.push_back({Kind::close, {}, {}, {}});
  return out;
}

bool lines_cross(const std::vector<Part>& parts) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (std::size_t k = i; k < parts.size(); ++k) {
      if (cross(parts[i], parts[k])) return true;
    }
  }
  return false;
}

}  // namespace

bool turn_for_nonzero(Steps& steps, std::size_t& left) {
  std::vector<Part> parts = parts_of(steps);
  std::size_t corners = 0;
  for (const Part& part : parts) corners += part.corners.size();
  if (corners * corners > left) return false;
  left -= corners * corners;
  if (lines_cross(parts)) return false;
  if (parts.size() < 2) return true;
  steps.clear();
  for (const Part& part : parts) {
    const auto depth = std::count_if(parts.begin(), parts.end(), [&](const Part& other) {
      return &other != &part && contains(other, part.corners.front());
    });
    const bool is_right = (area(part) >= 0) == (depth % 2 == 0);
    const Steps turned = is_right ? part.steps : reversed(part.steps);
    steps.insert(steps.end(), turned.begin(), turned.end());
  }
  return true;
}

}  // namespace bifolio::picture
