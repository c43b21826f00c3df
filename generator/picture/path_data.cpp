#include "picture/path_data.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "picture/scan.h"

namespace bifolio::picture {
namespace {

using Kind = DrawingStep::Kind;
using Point = DrawingPoint;

Point operator+(Point a, Point b) {
  return {a.x + b.x, a.y + b.y};
}
Point operator-(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
Point operator*(double factor, Point p) {
  return {factor * p.x, factor * p.y};
}

/// The quarter of a circle as a Bézier curve comes within 0.03% of it.
double handle(double angle) {
  return 4.0 / 3 * std::tan(angle / 4);
}

struct Arc {
  double rx, ry, turn;  ///< turn: degrees
  bool is_large, is_clockwise;
};

/// From one end to the other (SVG 1.1, F.6.5 and F.6.6), a curve for each quarter.
void add_arc(Point from, Point to, Arc arc, Steps& steps) {
  double rx = std::abs(arc.rx), ry = std::abs(arc.ry);
  if (from.x == to.x && from.y == to.y) return;
  if (rx < 1e-9 || ry < 1e-9) return void(steps.push_back({Kind::line, to, {}, {}}));
  const double turn = std::fmod(arc.turn, 360) * std::numbers::pi / 180, cosine = std::cos(turn), sine = std::sin(turn);
  const Point half = 0.5 * (from - to);
  const Point p{cosine * half.x + sine * half.y, cosine * half.y - sine * half.x};
  const double reach = (p.x / rx) * (p.x / rx) + (p.y / ry) * (p.y / ry);
  if (reach > 1) rx *= std::sqrt(reach), ry *= std::sqrt(reach);
  const double share = (p.y / ry) * (p.y / ry) + (p.x / rx) * (p.x / rx);
  const double distance = std::sqrt(std::max(0.0, (1 - share) / share)) * (arc.is_large == arc.is_clockwise ? -1 : 1);
  const Point c{distance * rx * p.y / ry, -distance * ry * p.x / rx};
  const Point middle = 0.5 * (from + to);
  const Point center{cosine * c.x - sine * c.y + middle.x, sine * c.x + cosine * c.y + middle.y};
  const double begin = std::atan2((p.y - c.y) / ry, (p.x - c.x) / rx);
  double sweep = std::atan2((-p.y - c.y) / ry, (-p.x - c.x) / rx) - begin;
  if (arc.is_clockwise && sweep < 0) sweep += 2 * std::numbers::pi;
  if (!arc.is_clockwise && sweep > 0) sweep -= 2 * std::numbers::pi;

  const int count = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / (std::numbers::pi / 2) - 1e-9)));
  const double part = sweep / count, k = handle(part);
  const Matrix place{cosine * rx, sine * rx, -sine * ry, cosine * ry, center.x, center.y};
  for (int i = 0; i < count; ++i) {
    const double a = begin + i * part, b = a + part;
    const Point first{std::cos(a) - k * std::sin(a), std::sin(a) + k * std::cos(a)};
    const Point second{std::cos(b) + k * std::sin(b), std::sin(b) - k * std::cos(b)};
    const Point end = i + 1 == count ? to : place({std::cos(b), std::sin(b)});
    steps.push_back({Kind::curve, place(first), place(second), end});
  }
}

class PathReader {
 public:
  PathReader(std::string_view text, std::size_t most) : scanner_(text), most_(most) {}

  PathData read() {
    char command = '\0';
    while (!data_.is_broken && !data_.is_too_long && !scanner_.is_at_end()) {
      const std::string_view letters = "MmLlHhVvCcSsQqTtAaZz";
      if (letters.find(scanner_.peek()) != letters.npos) {
        command = scanner_.peek();
        scanner_.accept(command);
      } else if (command == '\0' || command == 'Z' || command == 'z') {
        data_.is_broken = true;  // numbers that belong to no command
        break;
      } else {
        scanner_.accept(',');
        // More pairs after a move are lines.
        command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
      }
      data_.is_broken = !step(command) || (data_.steps.empty());
      data_.is_too_long = data_.steps.size() > most_;
      last_ = command;
    }
    // Cairo writes a last move after what it closes; it draws nothing.
    while (!data_.steps.empty() && data_.steps.back().kind == Kind::move) data_.steps.pop_back();
    return std::move(data_);
  }

 private:
  bool step(char command) {
    const bool is_relative = command >= 'a';
    const char kind = is_relative ? static_cast<char>(command - 32) : command;
    if (kind != 'M' && data_.steps.empty()) return false;
    const Point origin = is_relative ? now_ : Point{};
    switch (kind) {
      case 'M': return move(origin);
      case 'Z': return close();
      case 'A': return arc(origin);
      case 'H': return across(origin);
      case 'V': return down(origin);
      case 'L': {
        const auto to = point(origin);
        return to && line(*to);
      }
      default: return curve(kind, origin);
    }
  }

  std::optional<Point> point(Point origin) {
    const auto x = scanner_.next_number();
    const auto y = x ? scanner_.next_number() : std::nullopt;
    return y ? std::optional(origin + Point{*x, *y}) : std::nullopt;
  }

  bool move(Point origin) {
    scanner_.is_at_end();
    const auto to = point(origin);
    if (!to) return false;
    add({Kind::move, *to, {}, {}}, *to);
    start_ = *to;
    return true;
  }

  bool close() {
    if (data_.steps.back().kind != Kind::close) add({Kind::close, {}, {}, {}}, start_);
    now_ = start_;
    return true;
  }

  bool line(Point to) {
    open();
    add({Kind::line, to, {}, {}}, to);
    return true;
  }

  bool across(Point origin) {
    const auto x = scanner_.next_number();
    return x && line({origin.x + *x, now_.y});
  }

  bool down(Point origin) {
    const auto y = scanner_.next_number();
    return y && line({now_.x, origin.y + *y});
  }

  /// Where a smooth curve's first control stands: the last one mirrored (8.3.6, 8.3.7).
  Point mirrored(std::string_view kinds) const {
    const bool follows_its_kind = kinds.find(last_) != kinds.npos;
    return follows_its_kind ? now_ + (now_ - control_) : now_;
  }

  bool curve(char kind, Point origin) {
    std::optional<Point> first, second;
    if (kind == 'C' || kind == 'Q') first = point(origin);
    if (kind == 'S') first = mirrored("CcSs");
    if (kind == 'T') first = mirrored("QqTt");
    second = kind == 'C' || kind == 'S' ? point(origin) : first;
    const auto to = point(origin);
    if (!first || !second || !to) return false;
    open();
    control_ = *second;
    if (kind == 'C' || kind == 'S') {
      add({Kind::curve, *first, *second, *to}, *to);
    } else {
      const Point control = *first;
      add({Kind::curve, now_ + (2.0 / 3) * (control - now_), *to + (2.0 / 3) * (control - *to), *to}, *to);
    }
    return true;
  }

  bool arc(Point origin) {
    const auto rx = scanner_.next_number(), ry = scanner_.next_number(), turn = scanner_.next_number();
    const auto is_large = scanner_.flag(), is_clockwise = scanner_.flag();
    const auto to = point(origin);
    if (!rx || !ry || !turn || !is_large || !is_clockwise || !to) return false;
    open();
    add_arc(now_, *to, {*rx, *ry, *turn, *is_large, *is_clockwise}, data_.steps);
    now_ = *to;
    return true;
  }

  /// What follows a closed part without a move starts where that part did (8.3.3).
  void open() {
    if (data_.steps.back().kind == Kind::close) add({Kind::move, start_, {}, {}}, start_);
  }

  void add(const DrawingStep& step, Point end) {
    data_.steps.push_back(step);
    now_ = end;
  }

  Scanner scanner_;
  std::size_t most_;
  PathData data_;
  Point now_, start_, control_;
  char last_ = '\0';
};

}  // namespace

PathData read_path(std::string_view text, std::size_t most) {
  return trimmed(text) == "none" ? PathData{} : PathReader(text, most).read();
}

Steps rectangle(double x, double y, double width, double height, double rx, double ry) {
  rx = std::clamp(rx, 0.0, width / 2);
  ry = std::clamp(ry, 0.0, height / 2);
  const double right = x + width, bottom = y + height;
  if (rx == 0 || ry == 0) return polyline({x, y, right, y, right, bottom, x, bottom}, true);
  Steps steps = {{Kind::move, {x + rx, y}, {}, {}}};
  const auto side = [&](Point to, Point corner) {
    steps.push_back({Kind::line, to, {}, {}});
    add_arc(to, corner, {rx, ry, 0, false, true}, steps);
  };
  side({right - rx, y}, {right, y + ry});
  side({right, bottom - ry}, {right - rx, bottom});
  side({x + rx, bottom}, {x, bottom - ry});
  side({x, y + ry}, {x + rx, y});
  steps.push_back({Kind::close, {}, {}, {}});
  return steps;
}

Steps ellipse(double x, double y, double rx, double ry) {
  Steps steps = {{Kind::move, {x + rx, y}, {}, {}}};
  add_arc({x + rx, y}, {x - rx, y}, {rx, ry, 0, false, true}, steps);
  add_arc({x - rx, y}, {x + rx, y}, {rx, ry, 0, false, true}, steps);
  steps.push_back({Kind::close, {}, {}, {}});
  return steps;
}

Steps polyline(const std::vector<double>& numbers, bool is_closed) {
  Steps steps;
  for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
    steps.push_back({steps.empty() ? Kind::move : Kind::line, {numbers[i], numbers[i + 1]}, {}, {}});
  if (is_closed && !steps.empty()) steps.push_back({Kind::close, {}, {}, {}});
  return steps;
}

}  // namespace bifolio::picture
