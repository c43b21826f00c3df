#include <map>

#include "chart/mark.h"

namespace bifolio::chart {
namespace {

/// Corners at the bar's far end round with `cornerRadiusEnd`; a corner's own radius goes first.
std::array<double, 4> corners(const Brush& brush, bool grows_up, bool grows_right) {
  const double all = brush.property("cornerRadius", 0.0), end = brush.property("cornerRadiusEnd", 0.0);
  std::array<double, 4> out = {all, all, all, all};
  if (end > 0) {
    const std::array<std::size_t, 2> at =
        brush.view().is_vertical()
            ? (grows_up ? std::array<std::size_t, 2>{0, 1} : std::array<std::size_t, 2>{2, 3})
            : (grows_right ? std::array<std::size_t, 2>{1, 2} : std::array<std::size_t, 2>{0, 3});
    for (const std::size_t i : at) out[i] = end;
  }
  const char* keys[] = {"cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomRight",
                        "cornerRadiusBottomLeft"};
  for (std::size_t i = 0; i < 4; ++i) out[i] = brush.property(keys[i], out[i]);
  return out;
}

/// Where each stack of bars begins and ends, by its place across.
class StackEnds {
 public:
  explicit StackEnds(const Brush& brush) : is_vertical_(brush.view().is_vertical()) {
    if (!brush.view().stack) return;
    for (const std::size_t i : brush.drawable_rows()) {
      const Row& row = brush.rows().rows[i];
      add(brush.extent(Channel::x, row), brush.extent(Channel::y, row));
    }
  }

  /// Parts inside a stack are not rounded: only what lies at an end of it.
  std::array<double, 4> kept(std::array<double, 4> radii, double left, double top, double right, double bottom) const {
    const auto stack = ends_.find(std::llround((is_vertical_ ? left : top) * kGrain));
    if (stack == ends_.end()) return radii;
    const auto [low, high] = stack->second;
    const auto drop = [&](std::size_t a, std::size_t b) { radii[a] = radii[b] = 0; };
    if ((is_vertical_ ? top : left) > low + kTouch) is_vertical_ ? drop(0, 1) : drop(0, 3);
    if ((is_vertical_ ? bottom : right) < high - kTouch) is_vertical_ ? drop(2, 3) : drop(1, 2);
    return radii;
  }

 private:
  static constexpr double kGrain = 16, kTouch = 0.01;

  void add(std::pair<double, double> x, std::pair<double, double> y) {
    const auto [a, b] = is_vertical_ ? y : x;
    const auto [from, to] = is_vertical_ ? x : y;
    if (!std::isfinite(a + b + from + to)) return;
    auto& [low, high] = ends_.try_emplace(std::llround(std::min(from, to) * kGrain), INFINITY, -INFINITY).first->second;
    low = std::min({low, a, b});
    high = std::max({high, a, b});
  }

  bool is_vertical_;
  std::map<long long, std::pair<double, double>> ends_ = {};
};

void draw(const Brush& brush, DrawingNode& container, std::string_view role) {
  const StackEnds stacks(brush);
  for (const std::size_t i : brush.drawable_rows()) {
    const Row& row = brush.rows().rows[i];
    const auto [x1, x2] = brush.extent(Channel::x, row);
    const auto [y1, y2] = brush.extent(Channel::y, row);
    if (!std::isfinite(x1 + x2 + y1 + y2)) continue;
    const double x = std::min(x1, x2), y = std::min(y1, y2), width = std::fabs(x2 - x1), height = std::fabs(y2 - y1);
    const std::array<double, 4> radii = stacks.kept(corners(brush, y2 <= y1, x2 >= x1), x, y, x + width, y + height);
    const bool is_round = radii[0] > 0 || radii[1] > 0 || radii[2] > 0 || radii[3] > 0;
    Steps steps = is_round ? rounded_rectangle(x, y, width, height, radii) : rectangle(x, y, width, height);
    container.children.push_back(brush.finished(make_path(std::move(steps), brush.paint(row)), row, role));
  }
}

}  // namespace

namespace marks {
const MarkKind bar_mark = {"bar", [](const Brush& b, DrawingNode& out) { draw(b, out, "bar"); }, "rect mark container"};
const MarkKind rect_mark = {"rect", [](const Brush& b, DrawingNode& out) { draw(b, out, "rect mark"); },
                            "rect mark container"};
}  // namespace marks

}  // namespace bifolio::chart
