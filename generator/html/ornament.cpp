#include "html/ornament.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "html/numbers.h"

namespace bifolio::html {
namespace {

/// Months since year 0 of `2024-08`; 0 where it is no month.
int month_number(const std::string& iso) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
      if (i >= iso.size() || iso[i] < '0' || iso[i] > '9') return -1;
      value = value * 10 + (iso[i] - '0');
    }
    return value;
  };
  const int year = digits(0, 4), month = digits(5, 2);
  return year < 0 || month < 1 ? 0 : year * 12 + month;
}

/// Where line i of n is open (LOOK, section 6, without the floes), for a width W.
struct Opening {
  double t, center, half;
};

Opening opening(int i, int n, double width) {
  const double t = static_cast<double>(i) / (n - 1);
  const double shift = 0.10 * width * std::sin(std::numbers::pi * (1 - t)) * (1 - t);
  return {t, shift, width * (0.005 + 0.353 * std::pow(t, 1.35))};
}

void append_line(std::string& path, double from, double to, double y) {
  path += "M" + decimal(from) + " " + decimal(y) + "H" + decimal(to);
}

}  // namespace

int ornament_lines(const Booklet& booklet) {
  constexpr int kUsual = 14, kFewest = 10, kMost = 24;
  int months = 0;
  for (const Phase& phase : booklet.phases) {
    const int begin = month_number(phase.period_begin), end = month_number(phase.period_end);
    if (begin > 0 && end >= begin) months += end - begin + 1;
  }
  return months == 0 ? kUsual : std::clamp(months, kFewest, kMost);
}

std::string ornament(int lines) {
  constexpr double kWidth = 1024, kHeight = 160, kMeasure = 480, kCenter = 0.67 * kWidth, kMargin = 4;
  std::string out =
      "<svg class=\"ornament\" viewBox=\"0 0 1024 160\" preserveAspectRatio=\"xMaxYMid slice\" "
      "aria-hidden=\"true\" focusable=\"false\">";
  for (int i = 0; i < lines; ++i) {
    const Opening at = opening(i, lines, kMeasure);
    const double y = kMargin + (kHeight - 2 * kMargin) * std::pow(at.t, 1.55);
    std::string path;
    append_line(path, 0, kCenter + at.center - at.half, y);
    append_line(path, kCenter + at.center + at.half, kWidth, y);
    out += "<path d=\"" + path + "\" stroke-width=\"" + decimal(0.7 + 0.9 * at.t) + "\"/>";
  }
  return out + "</svg>\n";
}

std::string icon_svg(std::string_view color) {
  std::string path;
  constexpr double kSize = 32;
  for (int i = 0; i < 4; ++i) {
    const double half = 1.5 + 2.75 * i, y = 8 + 5.5 * i;
    append_line(path, 2, kSize / 2 - half, y);
    append_line(path, kSize / 2 + half, kSize - 2, y);
  }
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><path d=\"" + path + "\" stroke=\"" +
         std::string(color) + "\" stroke-width=\"2\" fill=\"none\"/></svg>\n";
}

}  // namespace bifolio::html
