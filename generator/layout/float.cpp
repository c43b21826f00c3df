// What may float: it is written down first, and where it is short enough it becomes
// one box that the flow of pages may hold back.
#include "layout/block.h"

namespace bifolio::layout {
namespace {

Length height(const std::vector<Element>& list) {
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

void add_all(Flow& flow, std::vector<Element>&& list) {
  for (Element& element : list) {
    // The first break is forbidden behind a heading.
    if (const auto* end = std::get_if<Break>(&element); end != nullptr && &element == list.data())
      flow.allow_break(end->penalty, end->matter);
    else
      std::visit([&](auto& one) { flow.add(std::move(one)); }, element);
  }
}

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
  std::vector<Element> list;
  Flow draft(place.flow.height(), list);
  Place inner = in_flow(place, draft);
  const TagId tag = make(inner);
  if (height(list) > tallest) {
    add_all(place.flow, std::move(list));
    place.is_after_break = inner.is_after_break;
  } else if (place.flow.add(Float{.box = stacked(std::move(list)), .space = wide_space(bench), .tag = tag})) {
    place.is_after_break = inner.is_after_break;
  }
}

}  // namespace bifolio::layout
