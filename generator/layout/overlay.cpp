#include <algorithm>
#include <map>

#include "layout/flow.h"

namespace bifolio::layout {

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
  for (auto& [overlay, reach] : overlays) {
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
