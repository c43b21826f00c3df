// What may float: it is written down first, and where it is short enough it becomes
// one box that the flow of pages may hold back.
#include "layout/block.h"

namespace bifolio::layout {
namespace {

Length height_of(const std::vector<Element>& list) {
  Length y, glue;
  for (const Element& element : list) {
    if (const auto* one = std::get_if<Glue>(&element)) glue = std::max(glue, one->height);
    const auto* box = std::get_if<Box>(&element);
    if (box == nullptr) continue;
    y += box->height + (y > Length{} ? glue : Length{});
    glue = {};
  }
  return y;
}

Box stacked(std::vector<Element>&& list) {
  std::vector<PlacedBox> boxes;
  Length y, glue;
  for (Element& element : list) {
    if (const auto* one = std::get_if<Glue>(&element)) glue = std::max(glue, one->height);
    auto* box = std::get_if<Box>(&element);
    if (box == nullptr) continue;
    if (y > Length{}) y += glue;
    glue = {};
    boxes.push_back({std::move(*box), y});
    y += boxes.back().box.height;
  }
  Box whole{.height = y};
  for (Path& bracket : join_overlays(boxes)) whole.items.emplace_back(std::move(bracket));
  for (PlacedBox& placed : boxes) merge(whole, std::move(placed.box), {}, placed.y);
  return whole;
}

/// What waits for the next box goes along.
Place in_flow(Place& place, Flow& flow) {
  return {.flow = flow,
          .parent = place.parent,
          .document = place.document,
          .language = place.language,
          .style = place.style,
          .x = place.x,
          .measure = place.measure,
          .indent = place.indent,
          .gap = place.gap,
          .level = place.level,
          .heading_shift = place.heading_shift,
          .is_after_break = place.is_after_break,
          .anchors = std::exchange(place.anchors, {}),
          .label = std::exchange(place.label, std::nullopt)};
}

/// Writes down what may float, until it is too long for that: then it goes on to the
/// pages at once, for a table may have a hundred thousand rows.
class Draft {
 public:
  Draft(Flow& pages, Length tallest)
      : flow(pages.height(), list_, [this] { written(); }), pages_(pages), tallest_(tallest) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  Flow flow;

  /// What was written down, if it is no taller than a float may be. Otherwise it is on the pages.
  std::optional<std::vector<Element>> take() {
    if (!is_long_ && height_of(list_) <= tallest_) return std::move(list_);
    hand_on();
    return std::nullopt;
  }

 private:
  void written() {
    const auto* box = std::get_if<Box>(&list_.back());
    if (box != nullptr) height_ += box->height;
    is_long_ = is_long_ || height_ > tallest_;
    if (is_long_) hand_on();
  }

  void hand_on() {
    for (Element& element : std::exchange(list_, {})) {
      // The first break is forbidden behind a heading.
      if (const auto* end = std::get_if<Break>(&element); end != nullptr && is_first_)
        pages_.allow_break(end->penalty, end->matter);
      else
        std::visit([&](auto& one) { pages_.add(std::move(one)); }, element);
      is_first_ = false;
    }
  }

  Flow& pages_;
  const Length tallest_;
  std::vector<Element> list_;
  Length height_;
  bool is_long_ = false, is_first_ = true;
};

}  // namespace

bool may_float(const Workbench& bench, const Place& place) {
  return bench.format.has_floats && !place.is_inside && !place.is_note;
}

void add_turned(Workbench& bench, Place& place, const MakeFloat& make) {
  const auto pages = std::make_shared<std::vector<PageBody>>();
  Flow flow = place.flow.turned(bench.look.page.block_width, *pages);
  Place inner = in_flow(place, flow);
  inner.x = {};
  inner.measure = bench.look.page.block_height;
  const TagId tag = make(inner);
  flow.end_page();
  if (place.flow.add(Float{.box = {}, .tag = tag, .pages = pages})) place.is_after_break = true;
}

void add_float(Workbench& bench, Place& place, Length tallest, const MakeFloat& make) {
  if (!may_float(bench, place)) {
    make(place);
    return;
  }
  Draft draft(place.flow, tallest);
  Place inner = in_flow(place, draft.flow);
  const TagId tag = make(inner);
  auto list = draft.take();
  const bool is_placed =
      !list || place.flow.add(Float{.box = stacked(std::move(*list)), .space = wide_space(bench), .tag = tag});
  if (is_placed) place.is_after_break = inner.is_after_break;
}

}  // namespace bifolio::layout
