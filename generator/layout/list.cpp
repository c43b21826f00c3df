#include <algorithm>

#include "layout/block.h"

namespace bifolio::layout {
namespace {

std::string label_text(const List& list, const ListItem& item, std::size_t index) {
  if (item.checked) return *item.checked ? "[x]" : "[ ]";
  return list.is_ordered ? std::to_string(static_cast<long long>(list.start) + static_cast<long long>(index)) + "."
                         : "•";
}

/// The label ends a little before the text; a long one begins at the left edge.
Box place_label(const Workbench& bench, OneLine&& label, const Place& item) {
  const Length gap = bench.look.body.character.size / 2;
  const Length x = std::max(item.x - gap - label.width, Length{});
  move(label.box, x, {});
  return std::move(label.box);
}

Length indent_of(Workbench& bench, const List& list, const Place& place) {
  const std::string last = label_text(list, {}, list.items.empty() ? 0 : list.items.size() - 1);
  const OneLine label = set_line(bench, last, in_face(place.style, text::Role::hei), kArtifact, place.language);
  return std::max(bench.look.list_indent, label.width + place.style.character.size / 2);
}

}  // namespace

void add_list(Workbench& bench, Place& place, const List& list, const std::string& id) {
  if (list.items.empty()) return;
  const TagId tag = bench.tags.add("L", place.parent);
  bench.tags[tag].detail().list_numbering = list.is_ordered ? "Decimal" : "Disc";
  if (!id.empty()) place.anchors.push_back({id, tag});
  const Length indent = indent_of(bench, list, place);
  bool is_first = true;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const ListItem& item = list.items[i];
    const TagId item_tag = bench.tags.add("LI", tag);
    const TagId label_tag = bench.tags.add("Lbl", item_tag);
    Place inner = place;
    place.anchors.clear();
    place.label.reset();
    inner.parent = bench.tags.add("LBody", item_tag);
    if (place.measure - indent > place.style.character.size * 8) {
      inner.x += indent;
      inner.measure -= indent;
    }
    inner.indent = {};
    inner.is_after_break = is_first || list.is_tight;
    if (!item.id.empty()) inner.anchors.push_back({item.id, item_tag});
    const TextStyle marks = in_face(place.style, text::Role::hei);
    Box label = place_label(bench, set_line(bench, label_text(list, item, i), marks, label_tag, place.language), inner);
    if (place.label) merge(label, std::move(*place.label), {}, {});
    inner.label = std::move(label);
    if (place.level == 0) place.flow.start_level();
    ++inner.level;
    inner.is_inside = true;
    add_blocks(bench, inner, item.children);
    if (inner.label) {  // an item without text is its label alone
      start_block(inner);
      put(inner, {Box{.height = place.style.leading}});
    }
    is_first = false;
  }
  place.is_after_break = false;
}

}  // namespace bifolio::layout
