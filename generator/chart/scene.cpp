#include "chart/scene.h"

#include <algorithm>
#include <numbers>

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/measure.h"

namespace bifolio::chart {
namespace {

constexpr double kPi = std::numbers::pi;

// Vega's shares of the size between a baseline and the middle, the top and the bottom of its letters.
double baseline_shift(Baseline baseline, double size) {
  switch (baseline) {
    case Baseline::top: return 0.79 * size;
    case Baseline::middle: return 0.3 * size;
    case Baseline::bottom: return -0.21 * size;
    case Baseline::alphabetic: return 0;
  }
  return 0;
}

Box text_box(const DrawingText& text, const Context& context) {
  const double width = text_width(text.text, text.size, text.is_bold, context);
  const double from = text.anchor == DrawingText::Anchor::start    ? 0
                      : text.anchor == DrawingText::Anchor::middle ? -width / 2
                                                                   : -width;
  const double angle = text.angle * kPi / 180, across = std::cos(angle), down = std::sin(angle);
  Box box;
  for (const double x : {from, from + width}) {
    for (const double y : {-0.79 * text.size, 0.21 * text.size})
      box.add(text.at.x + x * across - y * down, text.at.y + x * down + y * across);
  }
  return box;
}

Box path_box(const DrawingNode& node) {
  Box box;
  for (const DrawingStep& step : node.steps) {
    if (step.kind == DrawingStep::Kind::close) continue;
    box.add(step.a.x, step.a.y);
    if (step.kind == DrawingStep::Kind::curve) box.add(step.b.x, step.b.y), box.add(step.c.x, step.c.y);
  }
  if (box.is_empty() || !node.paint.stroke) return box;
  const double half = node.paint.width / 2;
  return {box.left - half, box.top - half, box.right + half, box.bottom + half};
}

}  // namespace

void Box::add(double x, double y) {
  left = std::min(left, x);
  top = std::min(top, y);
  right = std::max(right, x);
  bottom = std::max(bottom, y);
}
void Box::add(const Box& other) {
  if (other.is_empty()) return;
  add(other.left, other.top);
  add(other.right, other.bottom);
}

Baseline baseline_named(std::string_view name, Baseline otherwise) {
  if (name == "top" || name == "line-top") return Baseline::top;
  if (name == "middle") return Baseline::middle;
  if (name == "bottom" || name == "line-bottom") return Baseline::bottom;
  return name == "alphabetic" ? Baseline::alphabetic : otherwise;
}

DrawingNode make_group(std::string role, std::string role_description, std::string label) {
  DrawingNode node;
  node.role = std::move(role);
  node.role_description = std::move(role_description);
  node.label = std::move(label);
  return node;
}

DrawingNode make_path(std::vector<DrawingStep> steps, DrawingPaint paint) {
  DrawingNode node;
  node.kind = DrawingNode::Kind::path;
  node.steps = std::move(steps);
  node.paint = std::move(paint);
  return node;
}

DrawingNode make_symbol(std::string_view shape, double area, double x, double y, DrawingPaint paint) {
  if (shape != "circle") return make_path(symbol(shape, area, x, y), std::move(paint));
  DrawingNode node;
  node.kind = DrawingNode::Kind::circle;
  node.offset = {x, y};
  node.radius = std::sqrt(std::max(0.0, area)) / 2;
  node.paint = std::move(paint);
  return node;
}

DrawingNode make_text(std::string_view text, double x, double y, const TextLook& look, const Context& context,
                      double dx, double dy) {
  DrawingNode node;
  node.kind = DrawingNode::Kind::text;
  const double angle = look.angle * kPi / 180;
  dy += baseline_shift(look.baseline, look.size);
  node.text.text = text;
  node.text.language = context.options.language;
  node.text.at = {x + dx * std::cos(angle) - dy * std::sin(angle), y + dx * std::sin(angle) + dy * std::cos(angle)};
  node.text.size = look.size;
  node.text.angle = look.angle;
  node.text.is_bold = look.is_bold;
  node.text.is_italic = look.is_italic;
  node.text.anchor = look.anchor;
  node.text.color = look.color;
  node.paint.opacity = look.opacity;
  return node;
}

void move_to(Steps& steps, double x, double y) {
  steps.push_back({DrawingStep::Kind::move, {x, y}, {}, {}});
}
void line_to(Steps& steps, double x, double y) {
  steps.push_back({DrawingStep::Kind::line, {x, y}, {}, {}});
}
void curve_to(Steps& steps, double x1, double y1, double x2, double y2, double x, double y) {
  steps.push_back({DrawingStep::Kind::curve, {x1, y1}, {x2, y2}, {x, y}});
}
void close(Steps& steps) {
  steps.push_back({DrawingStep::Kind::close, {}, {}, {}});
}

Steps line(double x1, double y1, double x2, double y2) {
  Steps steps;
  move_to(steps, x1, y1);
  line_to(steps, x2, y2);
  return steps;
}

Steps rectangle(double x, double y, double width, double height) {
  Steps steps;
  steps.reserve(5);
  move_to(steps, x, y);
  line_to(steps, x + width, y);
  line_to(steps, x + width, y + height);
  line_to(steps, x, y + height);
  close(steps);
  return steps;
}

Steps rounded_rectangle(double x, double y, double width, double height, const std::array<double, 4>& radii) {
  const double most = std::min(std::fabs(width), std::fabs(height)) / 2;
  const auto radius = [&](std::size_t i) { return std::clamp(radii[i], 0.0, most); };
  constexpr double k = 0.448084975506;  // 1 − 0.5519: how far a quarter circle's controls stay from its corner
  Steps steps;
  move_to(steps, x + radius(0), y);
  line_to(steps, x + width - radius(1), y);
  if (const double r = radius(1); r > 0) curve_to(steps, x + width - r * k, y, x + width, y + r * k, x + width, y + r);
  line_to(steps, x + width, y + height - radius(2));
  if (const double r = radius(2); r > 0)
    curve_to(steps, x + width, y + height - r * k, x + width - r * k, y + height, x + width - r, y + height);
  line_to(steps, x + radius(3), y + height);
  if (const double r = radius(3); r > 0)
    curve_to(steps, x + r * k, y + height, x, y + height - r * k, x, y + height - r);
  line_to(steps, x, y + radius(0));
  if (const double r = radius(0); r > 0) curve_to(steps, x, y + r * k, x + r * k, y, x + r, y);
  close(steps);
  return steps;
}

void add_arc(Steps& steps, double x, double y, double radius, double from, double to, bool is_start) {
  const int parts = std::max(1, static_cast<int>(std::ceil(std::fabs(to - from) / (kPi / 2) - 1e-9)));
  const double part = (to - from) / parts, k = 4.0 / 3 * std::tan(part / 4) * radius;
  const auto at = [&](double angle) {
    return DrawingPoint{x + radius * std::sin(angle), y - radius * std::cos(angle)};
  };
  const DrawingPoint first = at(from);
  if (is_start)
    move_to(steps, first.x, first.y);
  else
    line_to(steps, first.x, first.y);
  for (int i = 0; i < parts; ++i) {
    const double a = from + part * i, b = a + part;
    const DrawingPoint p = at(a), q = at(b);
    curve_to(steps, p.x + k * std::cos(a), p.y + k * std::sin(a), q.x - k * std::cos(b), q.y - k * std::sin(b), q.x,
             q.y);
  }
}

double text_width(const std::string& text, double size, bool is_bold, const Context& context) {
  const text::TextStyle style{text::Role::hei, is_bold ? text::Weight::bold : text::Weight::regular,
                              text::Slant::upright, false};
  return text::width(*context.fonts, text, style, pt(size), context.options.language).points();
}

std::string shortened(const std::string& text, double width, double size, bool is_bold, const Context& context) {
  if (width <= 0 || text_width(text, size, is_bold, context) <= width) return text;
  const std::u32string all = to_utf32(text);
  std::size_t low = 0, high = all.size();
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (text_width(to_utf8(all.substr(0, middle)) + "…", size, is_bold, context) <= width)
      low = middle;
    else
      high = middle - 1;
  }
  return to_utf8(all.substr(0, low)) + "…";
}

namespace {

/// Where a line may end: before a blank, and beside a Han letter that no mark follows.
bool may_break(const std::u32string& text, std::size_t at) {
  if (text[at] == ' ') return true;
  const bool beside_han = is_han(text[at]) || is_han(text[at - 1]) || is_cjk_punctuation(text[at - 1]);
  const bool opens = text[at - 1] == U'（' || text[at - 1] == U'“' || text[at - 1] == U'《';
  return beside_han && !opens && (is_han(text[at]) || is_letter(text[at]) || is_digit(text[at]) || text[at] == U'（');
}

}  // namespace

std::vector<std::string> wrapped(const std::string& text, double width, double size, bool is_bold,
                                 const Context& context) {
  const std::u32string all = to_utf32(text);
  std::vector<std::string> lines;
  std::size_t begin = 0, fits = 0;
  for (std::size_t i = 1; width > 0 && i <= all.size(); ++i) {
    if (i < all.size() && !may_break(all, i)) continue;
    const bool is_wide = text_width(to_utf8(all.substr(begin, i - begin)), size, is_bold, context) > width;
    if (is_wide && fits > begin) {
      lines.push_back(to_utf8(all.substr(begin, fits - begin)));
      begin = all[fits] == ' ' ? fits + 1 : fits;
    }
    fits = i;
  }
  lines.push_back(to_utf8(all.substr(begin)));
  return lines;
}

Box bounds(const DrawingNode& node, const Context& context) {
  switch (node.kind) {
    case DrawingNode::Kind::path: return path_box(node);
    case DrawingNode::Kind::circle: {
      const double reach = node.radius + (node.paint.stroke ? node.paint.width / 2 : 0);
      return {node.offset.x - reach, node.offset.y - reach, node.offset.x + reach, node.offset.y + reach};
    }
    case DrawingNode::Kind::text: return text_box(node.text, context);
    case DrawingNode::Kind::group: break;
  }
  Box box;
  for (const DrawingNode& child : node.children) box.add(bounds(child, context));
  if (node.clip && !box.is_empty()) {
    const auto& [x, y, width, height] = *node.clip;
    box = {std::max(box.left, x), std::max(box.top, y), std::min(box.right, x + width),
           std::min(box.bottom, y + height)};
  }
  return box.is_empty() ? box : box.shifted(node.offset.x, node.offset.y);
}

}  // namespace bifolio::chart
