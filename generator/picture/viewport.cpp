#include "picture/viewport.h"

#include <algorithm>
#include <cmath>

#include "picture/scan.h"

namespace bifolio::picture {
namespace {

/// Where the free space goes: before it all (0), half each (0.5), behind (1).
double share(std::string_view word, std::string_view least, std::string_view most) {
  return word == least ? 0 : word == most ? 1 : 0.5;
}

bool is_near(double a, double b) {
  return std::abs(a - b) < 0.01;
}

}  // namespace

Box Box::operator&(const Box& other) const {
  return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
          std::min(bottom, other.bottom)};
}

std::optional<ViewBox> view_box_of(const syntax::XmlNode& node, Reporter& reporter) {
  const syntax::XmlAttribute* attribute = node.find("viewBox");
  if (!attribute) return std::nullopt;
  const auto numbers = read_numbers(attribute->value);
  if (!numbers || numbers->size() != 4 || (*numbers)[2] < 0 || (*numbers)[3] < 0) {
    reporter.value("viewBox", attribute->value, attribute->span);
    return std::nullopt;
  }
  return ViewBox{(*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]};
}

Matrix fit(const ViewBox& box, double width, double height, std::string_view aspect) {
  const auto [x, y, across, down] = box;
  if (!(across > 0) || !(down > 0)) return {0, 0, 0, 0, 0, 0};
  double wide = width / across, high = height / down;
  Scanner scanner(aspect);
  std::string_view align = scanner.word();
  if (align == "defer") align = scanner.word();
  if (align != "none") wide = high = scanner.word() == "slice" ? std::max(wide, high) : std::min(wide, high);
  const double free_x = width - across * wide, free_y = height - down * high;
  const double left = align == "none" ? 0 : share(align.substr(0, 4), "xMin", "xMax") * free_x;
  const double top = align == "none" || align.size() < 8 ? free_y / 2 : share(align.substr(4), "YMin", "YMax") * free_y;
  return {wide, 0, 0, high, left - x * wide, top - y * high};
}

std::optional<Box> rectangle_of(const Steps& steps) {
  std::vector<DrawingPoint> corners;
  for (const DrawingStep& step : steps) {
    if (step.kind == DrawingStep::Kind::curve) return std::nullopt;
    if (step.kind == DrawingStep::Kind::move && !corners.empty()) return std::nullopt;
    if (step.kind != DrawingStep::Kind::close) corners.push_back(step.a);
  }
  if (corners.size() == 5 && is_near(corners[0].x, corners[4].x) && is_near(corners[0].y, corners[4].y))
    corners.pop_back();
  if (corners.size() != 4) return std::nullopt;
  for (std::size_t i = 0; i < 4; ++i) {
    const DrawingPoint a = corners[i], b = corners[(i + 1) % 4], c = corners[(i + 2) % 4];
    const bool is_level = is_near(a.y, b.y) && is_near(b.x, c.x), is_upright = is_near(a.x, b.x) && is_near(b.y, c.y);
    if (!is_level && !is_upright) return std::nullopt;
  }
  const auto [left, right] = std::minmax(corners[0].x, corners[2].x);
  const auto [top, bottom] = std::minmax(corners[0].y, corners[2].y);
  return Box{left, top, right, bottom};
}

}  // namespace bifolio::picture
