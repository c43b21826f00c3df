#include <numbers>

#include "chart/scene.h"

namespace bifolio::chart {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr std::size_t kLongestPath = 20'000;

Steps polygon(std::initializer_list<std::pair<double, double>> points) {
  Steps steps;
  for (const auto& [x, y] : points) steps.empty() ? move_to(steps, x, y) : line_to(steps, x, y);
  close(steps);
  return steps;
}

/// SVG 1.1, 8.3: path data, in any square; elliptical arcs become lines to their ends.
class PathReader {
 public:
  explicit PathReader(std::string_view text) : text_(text.substr(0, kLongestPath)) {}

  Steps read() {
    char command = 0;
    while (skip()) {
      const char c = text_[at_];
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        command = c;
        ++at_;
        if (c == 'z' || c == 'Z') close(steps_), x_ = start_x_, y_ = start_y_;
      } else if (!command || !run(command)) {
        break;
      } else if (command == 'm' || command == 'M') {
        command = command == 'm' ? 'l' : 'L';  // further pairs are lines
      }
    }
    return std::move(steps_);
  }

 private:
  bool skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ',' || text_[at_] == '\n' || text_[at_] == '\t'))
      ++at_;
    return at_ < text_.size();
  }
  bool number(double& out) {
    if (!skip()) return false;
    std::size_t end = at_;
    if (text_[end] == '-' || text_[end] == '+') ++end;
    bool has_point = false;
    while (end < text_.size()) {
      const char c = text_[end];
      if (c == '.' && !has_point)
        has_point = true;
      else if (c == 'e' && end + 1 < text_.size())
        ++end;
      else if (c < '0' || c > '9')
        break;
      ++end;
    }
    std::string spelled(text_.substr(at_, end - at_));
    if (const std::size_t point = spelled.find('.');
        point != std::string::npos && (point == 0 || spelled[point - 1] < '0'))
      spelled.insert(point, 1, '0');
    out = parse_number(spelled);
    at_ = end;
    return !std::isnan(out);
  }
  bool run(char command) {
    const bool is_relative = command >= 'a';
    const double ox = is_relative ? x_ : 0, oy = is_relative ? y_ : 0;
    double n[7] = {};
    const auto read = [&](int count) {
      for (int i = 0; i < count; ++i) {
        if (!number(n[i])) return false;
      }
      return true;
    };
    switch (command | 0x20) {
      case 'm':
        if (!read(2)) return false;
        move_to(steps_, x_ = start_x_ = ox + n[0], y_ = start_y_ = oy + n[1]);
        return true;
      case 'l':
        if (!read(2)) return false;
        break;
      case 'h':
        if (!read(1)) return false;
        n[1] = y_ - oy;
        break;
      case 'v':
        if (!read(1)) return false;
        n[1] = n[0];
        n[0] = x_ - ox;
        break;
      case 'c':
        if (!read(6)) return false;
        return curve(ox + n[0], oy + n[1], ox + n[2], oy + n[3], ox + n[4], oy + n[5]);
      case 's':
        if (!read(4)) return false;
        return curve(2 * x_ - control_x_, 2 * y_ - control_y_, ox + n[0], oy + n[1], ox + n[2], oy + n[3]);
      case 'q':
        if (!read(4)) return false;
        return curve(x_ + 2.0 / 3 * (ox + n[0] - x_), y_ + 2.0 / 3 * (oy + n[1] - y_),
                     ox + n[2] + 2.0 / 3 * (n[0] - n[2]), oy + n[3] + 2.0 / 3 * (n[1] - n[3]), ox + n[2], oy + n[3]);
      case 'a':
        if (!read(7)) return false;
        n[0] = n[5];
        n[1] = n[6];
        break;
      default: return false;
    }
    line_to(steps_, x_ = ox + n[0], y_ = oy + n[1]);
    control_x_ = x_;
    control_y_ = y_;
    return true;
  }
  bool curve(double x1, double y1, double x2, double y2, double x, double y) {
    curve_to(steps_, x1, y1, control_x_ = x2, control_y_ = y2, x_ = x, y_ = y);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Steps steps_;
  double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0, control_x_ = 0, control_y_ = 0;
};

/// A triangle that points along `angle` (0 = up), as Vega draws it.
Steps triangle(double area, double angle) {
  const double r = std::sqrt(area) / 2, h = std::tan(kPi / 6) * 2 * r;
  const double cosine = std::cos(angle), sine = std::sin(angle);
  const auto turned = [&](double x, double y) { return std::pair(x * cosine - y * sine, x * sine + y * cosine); };
  return polygon({turned(0, -h), turned(-r, h), turned(r, h)});
}

Steps named_symbol(std::string_view shape, double area) {
  const double r = std::sqrt(area) / 2;
  Steps steps;
  if (shape == "circle") {
    add_arc(steps, 0, 0, r, 0, 2 * kPi, true);
    close(steps);
    return steps;
  }
  if (shape == "square") return rectangle(-r, -r, 2 * r, 2 * r);
  if (shape == "diamond") return polygon({{-r, 0}, {0, -r}, {r, 0}, {0, r}});
  if (shape == "cross" || shape == "plus") {
    const double s = r / 2.5;
    return polygon(
        {{-r, -s}, {-s, -s}, {-s, -r}, {s, -r}, {s, -s}, {r, -s}, {r, s}, {s, s}, {s, r}, {-s, r}, {-s, s}, {-r, s}});
  }
  if (shape == "x") {  // a cross on its corner
    const double s = r * 0.32, o = r * 0.9;
    return polygon({{-o, -o + s},
                    {-o + s, -o},
                    {0, -s},
                    {o - s, -o},
                    {o, -o + s},
                    {s, 0},
                    {o, o - s},
                    {o - s, o},
                    {0, s},
                    {-o + s, o},
                    {-o, o - s},
                    {-s, 0}});
  }
  if (shape == "hexagon") {
    const double h = r * 0.866;
    return polygon({{r, 0}, {r / 2, h}, {-r / 2, h}, {-r, 0}, {-r / 2, -h}, {r / 2, -h}});
  }
  if (shape == "triangle" || shape == "triangle-up") return triangle(area, 0);
  if (shape == "triangle-down") return triangle(area, kPi);
  if (shape == "triangle-right") return triangle(area, kPi / 2);
  if (shape == "triangle-left") return triangle(area, -kPi / 2);
  if (shape == "stroke") return line(-r, 0, r, 0);
  if (shape == "arrow") {
    const double s = r / 7, t = r / 2.5, v = r / 8;
    return polygon({{-s, r}, {s, r}, {s, -v}, {t, -v}, {0, -r}, {-t, -v}, {-s, -v}});
  }
  if (shape == "wedge") return polygon({{0, -r * 1.2}, {-r / 4, r * 0.6}, {r / 4, r * 0.6}});
  return steps;
}

}  // namespace

Steps symbol(std::string_view shape, double area, double x, double y) {
  Steps steps = named_symbol(shape, std::max(0.0, area));
  if (steps.empty() && !shape.empty() && (shape[0] == 'M' || shape[0] == 'm')) {
    steps = PathReader(shape).read();
    const double scale = std::sqrt(std::max(0.0, area)) / 2;
    for (DrawingStep& step : steps) {
      for (DrawingPoint* p : {&step.a, &step.b, &step.c}) p->x *= scale, p->y *= scale;
    }
  }
  if (steps.empty()) steps = named_symbol("circle", std::max(0.0, area));
  for (DrawingStep& step : steps) {
    for (DrawingPoint* p : {&step.a, &step.b, &step.c}) p->x += x, p->y += y;
  }
  return steps;
}

}  // namespace bifolio::chart
