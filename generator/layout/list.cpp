#include <algorithm>

#include "layout/block.h"

namespace bifolio::layout {
namespace {

constexpr int kLeastEms = 8;  ///< a column of text is never made narrower

std::string label_text(const List& list, const ListItem& item, std::size_t index) {
  if (item.checked) return *item.checked ? "[x]" : "[ ]";
  return list.kind == List::Kind::ordered
             ? std::to_string(static_cast<long long>(list.start) + static_cast<long long>(index)) + "."
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

/// Terms in bold, each on lines of its own, and under it its definitions, moved in.
/// ISO 32000-1, 14.8.4.3.3: the term is the label of its item; each definition is a body.
class DefinitionSetter {
 public:
  DefinitionSetter(Workbench& bench, Place& place, const List& list, const std::string& id)
      : bench_(bench), place_(place), list_(list), tag_(bench.tags.add("L", place.parent)) {
    // A list with labels has a numbering (ISO 14289-1, 7.6); ISO 32000-1 knows none for terms.
    bench.tags[tag_].detail().list_numbering = "Circle";
    if (!id.empty()) place.anchors.push_back({id, tag_});
  }

  void add_all() {
    const bool stands_alone = !place_.is_inside && !place_.is_note;
    const Length space = stands_alone ? bench_.look.body.leading / 2 : Length{};
    start_block(place_, {space});
    for (const ListItem& item : list_.items) {
      if (item_ == kArtifact || !item.term.empty()) {
        if (place_.level == 0) place_.flow.start_level();
        item_ = bench_.tags.add("LI", tag_);
      }
      if (!item.id.empty()) place_.anchors.push_back({item.id, item_});
      add(item);
    }
    if (stands_alone) start_block(place_, {.height = space, .to_grid = true});
    place_.is_after_break = stands_alone;
  }

 private:
  void add(const ListItem& item) {
    std::vector<int> notes;
    if (!item.term.empty()) notes = add_term(item.term);
    const TagId body = bench_.tags.add("LBody", item_);
    set_notes(bench_, notes, body, place_.language);
    const std::size_t after_notes = bench_.tags.count();
    Place inner = place_;
    place_.anchors.clear();
    place_.label.reset();
    inner.parent = body;
    const Length indent = bench_.look.list_indent;
    if (place_.measure - indent > place_.style.character.size * kLeastEms) {
      inner.x += indent;
      inner.measure -= indent;
    }
    inner.indent = {};
    inner.is_after_break = true;
    ++inner.level;
    inner.is_inside = true;
    add_blocks(bench_, inner, item.children);
    if (item.children.empty()) {
      start_block(inner);
      put(inner, {Box{.height = place_.style.leading}});
    }
    if (!notes.empty()) read_first(after_notes, body);
    is_first_ = false;
  }

  /// The elements made since then are read before the others: nothing is read between a
  /// term and its definition.
  void read_first(std::size_t since, TagId body) {
    std::vector<TagId> order, others;
    for (auto id = static_cast<std::size_t>(body) + 1; id < bench_.tags.count(); ++id) {
      if (bench_.tags[static_cast<TagId>(id)].parent == body)
        (id < since ? others : order).push_back(static_cast<TagId>(id));
    }
    order.insert(order.end(), others.begin(), others.end());
    bench_.tags.set_order(body, std::move(order));
  }

  /// Returns the notes that it calls.
  std::vector<int> add_term(const Inlines& term) {
    start_block(place_, {is_first_ || list_.is_tight ? Length{} : place_.gap});
    const TagId tag = bench_.tags.add("Lbl", item_, place_.language);
    const text::Role role = bench_.look.is_han ? text::Role::hei : place_.style.character.role;
    const TextStyle style = in_face(place_.style, role, text::Weight::bold);
    Collected text = collect(bench_, term, {style.character, tag, place_.language, place_.document});
    TextBlock block = text_block(bench_, style, place_.language);
    block.x = place_.x;
    block.measure = place_.measure;
    block.setting = ParagraphStyle::Setting::left;
    put_kept(place_, set_text(bench_, text.pieces, block));
    place_.flow.keep_with_next();
    return std::move(text.notes);
  }

  Workbench& bench_;
  Place& place_;
  const List& list_;
  TagId tag_, item_ = kArtifact;
  bool is_first_ = true;
};

}  // namespace

void add_list(Workbench& bench, Place& place, const List& list, const std::string& id) {
  if (list.items.empty()) return;
  if (list.kind == List::Kind::definition) return DefinitionSetter(bench, place, list, id).add_all();
  const TagId tag = bench.tags.add("L", place.parent);
  bench.tags[tag].detail().list_numbering = list.kind == List::Kind::ordered ? "Decimal" : "Disc";
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
    if (place.measure - indent > place.style.character.size * kLeastEms) {
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
