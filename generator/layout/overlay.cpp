#include <algorithm>
#include <map>

#include "layout/flow.h"

namespace bifolio::layout {
namespace {

bool has_ground(const PlacedBox& placed) {
  const auto& all = placed.box.overlays;
  return std::any_of(all.begin(), all.end(), [](const auto& overlay) { return overlay->ground.has_value(); });
}

Path rectangle(const Rect& area, Color fill) {
  const Length right = area.x + area.width, bottom = area.y + area.height;
  using Kind = PathStep::Kind;
  Path path;
  path.steps = {{Kind::move, {area.x, area.y}, {}, {}},
                {Kind::line, {right, area.y}, {}, {}},
                {Kind::line, {right, bottom}, {}, {}},
                {Kind::line, {area.x, bottom}, {}, {}},
                {Kind::close, {}, {}, {}}};
  path.fill = fill;
  return path;
}

/// Grounds lie under all that follows.
void add_ground(std::vector<Path>& paths, const Ground& ground, Length top, Length bottom, bool is_below_another) {
  if (ground.fill) paths.push_back(rectangle({ground.x, top, ground.width, bottom - top}, *ground.fill));
  if (!is_below_another) return;
  for (const auto& [x, width] : ground.rules) paths.push_back(rule(x, top, width, ground.stroke, ground.color));
}

}  // namespace

std::vector<Path> join_overlays(std::vector<PlacedBox>& boxes) {
  struct Reach {
    std::size_t first;
    Length top, bottom;
  };
  std::vector<std::pair<Overlay*, Reach>> overlays;
  std::map<Overlay*, std::size_t> index;  // for look-up alone: `overlays` keeps the order
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    for (const auto& overlay : boxes[i].box.overlays) {
      const auto [at, is_new] = index.try_emplace(overlay.get(), overlays.size());
      if (is_new) overlays.push_back({overlay.get(), {i, boxes[i].y, {}}});
      overlays[at->second].second.bottom = boxes[i].y + boxes[i].box.height;
    }
  }
  std::vector<Path> brackets;
  for (const auto& [overlay, reach] : overlays) {
    if (!overlay->ground) continue;
    const bool is_below_another = reach.first > 0 && has_ground(boxes[reach.first - 1]);
    add_ground(brackets, *overlay->ground, reach.top, reach.bottom, is_below_another);
  }
  for (auto& [overlay, reach] : overlays) {
    if (overlay->ground) continue;
    Box content = overlay->is_drawn ? as_furniture(overlay->content) : overlay->content;
    overlay->is_drawn = true;
    merge(boxes[reach.first].box, std::move(content), {}, {});
    if (overlay->stroke <= Length{}) continue;
    Path bracket;
    bracket.steps = {{PathStep::Kind::move, {overlay->bracket_x, reach.top + overlay->inset}, {}, {}},
                     {PathStep::Kind::line, {overlay->bracket_x, reach.bottom - overlay->inset}, {}, {}}};
    bracket.stroke = overlay->color;
    bracket.width = overlay->stroke;
    brackets.push_back(std::move(bracket));
  }
  return brackets;
}

}  // namespace bifolio::layout
