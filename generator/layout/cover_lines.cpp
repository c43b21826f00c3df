// LOOK, section 6: level lines, opened to let something through.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "layout/front.h"

namespace bifolio::layout {
namespace {

constexpr double kA5Width = 419.53;
constexpr double kPastTrim = 5;

double fraction(double value) {
  return value - std::floor(value);
}
/// Irregular, the same every time.
double scatter(int i, double x) {
  return fraction(0.618034 * i + x);
}

struct LineAt {
  double t, y, stroke;
};

LineAt line_at(const CoverLines& cover, int i) {
  const double t = static_cast<double>(i) / (cover.count - 1);
  return {t, cover.height.points() * (0.541 + 0.447 * std::pow(t, 1.55)), 0.45 + 0.55 * t};
}

Path segment(double from, double to, const LineAt& line, Color color) {
  return rule(pt(from), pt(line.y), pt(to) - pt(from), pt(line.stroke), color);
}

int month_number(std::string_view date) {
  int year = 0, month = 0;
  if (date.size() < 7) return 0;
  std::from_chars(date.data(), date.data() + 4, year);
  std::from_chars(date.data() + 5, date.data() + 7, month);
  return year * 12 + month;
}

}  // namespace

int cover_line_count(const Booklet& booklet) {
  int months = 0;
  for (const Phase& phase : booklet.phases) {
    const int begin = month_number(phase.period_begin), end = month_number(phase.period_end);
    if (begin > 0 && end >= begin) months += std::min(end - begin + 1, 1000);
  }
  return months == 0 ? 14 : std::clamp(months, 10, 24);
}

Length line_top(const CoverLines& cover) {
  return pt(line_at(cover, 0).y);
}

std::vector<Path> opened_lines(const CoverLines& cover) {
  constexpr double kPi = 3.14159265358979323846;
  const double width = cover.width.points(), k = width / kA5Width;
  std::vector<Path> paths;
  for (int i = 0; i < cover.count; ++i) {
    const LineAt line = line_at(cover, i);
    const double t = line.t, grown = 0.35 + 0.65 * t;
    const double center = width / 2 + 0.10 * width * std::sin(kPi * (1 - t)) * (1 - t);
    const double half = width * (0.005 + 0.353 * std::pow(t, 1.35));
    double left = center - half, right = center + half;
    if (t >= 0.12) {
      const double left_floe = k * (6 + 26 * scatter(i, 0.1)) * grown, left_gap = k * (3 + 5 * scatter(i, 0.7)) * grown;
      const double right_floe = k * (6 + 26 * scatter(i, 0.5)) * grown,
                   right_gap = k * (3 + 5 * scatter(i, 0.3)) * grown;
      paths.push_back(segment(left - left_floe, left, line, cover.color));
      paths.push_back(segment(right, right + right_floe, line, cover.color));
      left -= left_floe + left_gap;
      right += right_floe + right_gap;
    }
    if (left > -kPastTrim) paths.push_back(segment(-kPastTrim, left, line, cover.color));
    if (right < width + kPastTrim) paths.push_back(segment(right, width + kPastTrim, line, cover.color));
  }
  return paths;
}

std::vector<Path> unbroken_lines(const CoverLines& cover) {
  std::vector<Path> paths;
  for (int i = 0; i < cover.count; ++i) {
    paths.push_back(segment(-kPastTrim, cover.width.points() + kPastTrim, line_at(cover, i), cover.color));
  }
  return paths;
}

}  // namespace bifolio::layout
