#include "layout/pair.h"

#include <algorithm>
#include <set>

namespace bifolio::layout {
namespace {

constexpr Length kNearBaselines = pt(6);  ///< first lines no farther apart than that share a baseline
constexpr Length kNotesRule = pt(0.5);

/// The tallest row: a page, but for a heading that must stand before it.
Length room_for(Length page, const std::vector<Element>& list) {
  const auto* page_end = list.empty() ? nullptr : std::get_if<Break>(&list[0]);
  return page_end != nullptr && page_end->penalty >= kKeep ? page * 5 / 6 : page;
}

/// An item left alone at the end of a list, or at its beginning.
constexpr int kLoneItem = 250;

/// A part of a column as one box.
struct Strip {
  Box box;
  Length above, below;                  ///< space that is wanted there
  int penalty = 0;                      ///< of a page's end before it
  std::optional<Length> baseline = {};  ///< of its first line

  bool is_empty() const { return box.items.empty() && box.height <= Length{}; }
};

std::optional<Length> first_baseline(const Box& box) {
  for (const Item& item : box.items) {
    if (const auto* run = std::get_if<GlyphRun>(&item)) return run->origin.y;
  }
  return std::nullopt;
}

Strip strip_of(std::vector<PlacedBox>&& boxes) {
  Strip strip;
  for (Path& below : join_overlays(boxes)) strip.box.items.emplace_back(std::move(below));
  for (PlacedBox& placed : boxes) {
    Box& box = placed.box;
    strip.box.height = placed.y + box.height;
    if (const auto line = first_baseline(box); line && !strip.baseline) strip.baseline = placed.y + *line;
    if (!box.section.empty()) strip.box.section = std::move(box.section);
    merge(strip.box, std::move(box), {}, placed.y);
  }
  return strip;
}

/// Stacks elements as a page does that never ends: of glues on end the larger counts.
Strip stack(std::vector<Element>::iterator begin, std::vector<Element>::iterator end) {
  std::vector<PlacedBox> boxes;
  Length y, glue, above;
  int penalty = 0;
  for (auto at = begin; at != end; ++at) {
    if (const auto* one = std::get_if<Glue>(&*at)) {
      glue = std::max(glue, one->height);
    } else if (const auto* page_end = std::get_if<Break>(&*at)) {
      if (boxes.empty()) penalty = std::max(penalty, page_end->penalty);
    } else {
      Box& box = std::get<Box>(*at);
      (boxes.empty() ? above : y) += glue;
      glue = {};
      const Length height = box.height;
      boxes.push_back({std::move(box), y});
      y += height;
    }
  }
  Strip strip = strip_of(std::move(boxes));
  strip.above = above;
  strip.below = glue;
  strip.penalty = penalty;
  return strip;
}

/// How high the tallest part of a list will be as a strip.
Length tallest(const std::vector<Element>& list, bool by_levels) {
  Length most, y, glue;
  bool has_box = false;
  for (const Element& element : list) {
    if (const auto* one = std::get_if<Glue>(&element)) {
      glue = std::max(glue, one->height);
    } else if (const auto* box = std::get_if<Box>(&element)) {
      y += box->height + (has_box ? glue : Length{});
      glue = {};
      has_box = true;
      most = std::max(most, y);
    } else if (by_levels && std::get<Break>(element).starts_level) {
      y = glue = {};
      has_box = false;
    }
  }
  return most;
}

std::vector<Strip> strips(std::vector<Element>& list, bool by_levels) {
  std::vector<Strip> all;
  auto begin = list.begin();
  for (auto at = list.begin(); at != list.end(); ++at) {
    const auto* page_end = std::get_if<Break>(&*at);
    if (!by_levels || page_end == nullptr || !page_end->starts_level || at == begin) continue;
    all.push_back(stack(begin, at));
    begin = at;
  }
  all.push_back(stack(begin, list.end()));
  return all;
}

std::size_t count_levels(const std::vector<Element>& list) {
  return static_cast<std::size_t>(std::count_if(list.begin(), list.end(), [](const Element& element) {
    const auto* page_end = std::get_if<Break>(&element);
    return page_end != nullptr && page_end->starts_level;
  }));
}

// The structure tree

bool holds_levels(std::string_view role) {
  return role == "L" || role == "TOC" || role == "Sect";
}

/// An item beside an item: 1, 1, 2, 2 … in the left side's element.
void interleave(Tags& tags, TagId left, TagId right, const std::string& language) {
  const std::vector<TagId> ours = tags.children(left), theirs = tags.children(right);
  std::vector<TagId> order;
  for (std::size_t i = 0; i < std::max(ours.size(), theirs.size()); ++i) {
    if (i < ours.size()) order.push_back(ours[i]);
    if (i >= theirs.size()) continue;
    if (i < ours.size() && holds_levels(tags[ours[i]].role) && tags[ours[i]].role == tags[theirs[i]].role) {
      interleave(tags, ours[i], theirs[i], language);
      continue;
    }
    tags[theirs[i]].parent = left;
    if (tags[theirs[i]].details().language.empty()) tags[theirs[i]].detail().language = language;
    order.push_back(theirs[i]);
  }
  tags.set_order(left, std::move(order));
}

/// The only element of a side but for its notes.
TagId only_element(const Tags& tags, TagId side, TagId other_side) {
  TagId only = kArtifact;
  for (const TagId child : tags.children(side)) {
    if (child == other_side || tags[child].role == "Note") continue;
    if (only != kArtifact) return kArtifact;
    only = child;
  }
  return only;
}

/// Both columns have blocks of the same ids.
void name_places(Column& column) {
  for (Element& element : column.list) {
    auto* box = std::get_if<Box>(&element);
    if (box == nullptr) continue;
    for (Anchor& anchor : box->anchors) anchor.name = place_name(column.bench, anchor.name);
  }
}

void shift(Element& element, Length dx, std::set<Overlay*>& shifted) {
  auto* box = std::get_if<Box>(&element);
  if (box == nullptr) return;
  move(*box, dx, {});
  for (const auto& overlay : box->overlays) {
    if (!shifted.insert(overlay.get()).second) continue;
    move(overlay->content, dx, {});
    overlay->bracket_x += dx;
  }
}

}  // namespace

struct PairSetter::Row {
  Box box;
  Length above, below;
  int penalty = 0;
};

PairSetter::PairSetter(Workbench& first, Workbench& second, Flow& flow)
    : first_(first, flow.height(), {}), second_(second, flow.height(), second_column(first.look)), flow_(flow) {}

TagId PairSetter::write_down(TagId parent, const MakeSide& make) {
  Tags& tags = first_.bench.tags;
  const TagId pair = tags.add("Div", parent);
  TagId side = pair;
  for (Column* column : {&first_, &second_}) {
    column->list.clear();
    if (column == &second_) side = tags.add("Div", pair, column->bench.book.language);
    std::vector<FootNote>& notes = column->bench.notes;
    const std::size_t known_notes = notes.size();
    make(*column, side);
    name_places(*column);
    for (std::size_t i = known_notes; i < notes.size(); ++i) {
      for (Box& line : notes[i].lines) move(line, column->x, {});
    }
  }
  return side;
}

std::vector<PairSetter::Row> PairSetter::rows(bool by_levels) {
  std::vector<Strip> ours = strips(first_.list, by_levels), theirs = strips(second_.list, by_levels);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < ours.size(); ++i) {
    Row row;
    Length shared;
    if (ours[i].baseline && theirs[i].baseline) shared = std::max(*ours[i].baseline, *theirs[i].baseline);
    const auto add = [&](Strip& strip, Length x) {
      if (strip.is_empty()) return;
      Length down;
      if (strip.baseline && shared - *strip.baseline < kNearBaselines)
        down = std::max(Length{}, shared - *strip.baseline);
      const Length height = strip.box.height + down;
      merge(row.box, std::move(strip.box), x, down);
      row.box.height = std::max(row.box.height, height);
      row.above = std::max(row.above, strip.above);
      row.below = std::max(row.below, strip.below);
      row.penalty = std::max(row.penalty, strip.penalty);
    };
    add(ours[i], first_.x);
    add(theirs[i], second_.x);
    rows.push_back(std::move(row));
  }
  return rows;
}

PairSetter::Row PairSetter::join(std::vector<Row>&& rows) {
  Row whole = std::move(rows[0]);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Length y = whole.box.height + std::max(whole.below, rows[i].above);
    whole.box.height = y + rows[i].box.height;
    merge(whole.box, std::move(rows[i].box), {}, y);
    whole.below = rows[i].below;
  }
  return whole;
}

void PairSetter::place(std::vector<Row>&& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row& row = rows[i];
    const bool leaves_one = rows.size() > 2 && (i == 1 || i + 1 == rows.size());
    flow_.add(Break{std::max(row.penalty, leaves_one ? kLoneItem : 0)});
    flow_.add(Glue{.height = std::max(below_, row.above), .to_grid = i == 0});
    flow_.add(std::move(row.box));
    below_ = row.below;
  }
}

void PairSetter::place_list(Column& column) {
  flow_.add(Glue{.height = below_, .to_grid = true});
  below_ = {};
  std::set<Overlay*> shifted;
  for (Element& element : column.list) {
    shift(element, column.x, shifted);
    std::visit([&](auto& one) { flow_.add(std::move(one)); }, element);
  }
  flow_.add(Glue{.height = {}, .to_grid = true});
}

void PairSetter::add(TagId parent, const MakeSide& make) {
  write_down(parent, make);
  if (!fits(false)) return place_one_by_one();
  std::vector<Row> whole;
  whole.push_back(join(rows(has_same_levels())));
  place(std::move(whole));
}

void PairSetter::add_levels(TagId parent, const MakeSide& make) {
  const TagId side = write_down(parent, make);
  Tags& tags = first_.bench.tags;
  const TagId pair = tags[side].parent;
  const TagId ours = only_element(tags, pair, side), theirs = only_element(tags, side, pair);
  const bool by_levels = ours != kArtifact && theirs != kArtifact && tags[ours].role == tags[theirs].role &&
                         holds_levels(tags[ours].role) && has_same_levels();
  if (!fits(by_levels)) return place_one_by_one();
  std::vector<Row> all = rows(by_levels);
  if (all.size() > 1) interleave(tags, ours, theirs, second_.bench.book.language);
  place(std::move(all));
}

bool PairSetter::has_same_levels() const {
  return count_levels(first_.list) == count_levels(second_.list);
}

bool PairSetter::fits(bool by_levels) const {
  const Length room = std::min(room_for(flow_.height(), first_.list), room_for(flow_.height(), second_.list));
  return std::max(tallest(first_.list, by_levels), tallest(second_.list, by_levels)) + kNearBaselines <= room;
}

void PairSetter::place_one_by_one() {
  place_list(first_);
  place_list(second_);
}

void PairSetter::add_wide(TagId parent, std::size_t index, const MakeSide& make) {
  Column& one = column(index);
  one.list.clear();
  const TagId tag = one.bench.tags.add("Div", parent, one.bench.book.language);
  const Length x = std::exchange(one.x, {});
  one.width = second_column(one.bench.look) + one.bench.look.page.block_width;
  make(one, tag);
  name_places(one);
  place_list(one);
  one.x = x;
  one.width = one.bench.look.page.block_width;
}

Length PairSetter::trial_height(const MakeSide& make) const {
  Length height;
  for (const Column* column : {&first_, &second_}) {
    const Workbench& bench = column->bench;
    Ledger ledger(bench.book.language);
    Findings told_later;
    Workbench trial{bench.publication, bench.book,     bench.format, bench.theme, bench.fonts,
                    bench.stamp,       bench.language, told_later,   ledger,      bench.look};
    trial.note_numbers = bench.note_numbers;
    Column draft(trial, flow_.height(), {});
    make(draft, Tags::document());
    height = std::max(height, tallest(draft.list, false));
  }
  return height;
}

void PairSetter::end_page() {
  flow_.end_page();
  below_ = {};
}

void level_notes(PageBody& page, const Flow::Measures& measures, const Look& look, Length second_x) {
  if (page.notes.empty()) return;
  const auto is_second = [&](const Box& box) {
    const std::optional<Length> x = [&]() -> std::optional<Length> {
      for (const Item& item : box.items) {
        if (const auto* run = std::get_if<GlyphRun>(&item)) return run->origin.x;
      }
      return std::nullopt;
    }();
    return x && *x >= second_x;
  };
  Length heights[2];
  for (const PlacedBox& note : page.notes) heights[is_second(note.box)] += note.box.height;
  const Length top = measures.height - std::max(heights[0], heights[1]);
  Length y[2] = {top, top};
  for (PlacedBox& note : page.notes) {
    const bool second = is_second(note.box);
    if (y[second] == top) {
      note.box.items.emplace_back(rule(second ? second_x : Length{}, -measures.separator / 2,
                                       look.body.character.size * 5, kNotesRule, look.ink));
    }
    note.y = y[second];
    y[second] += note.box.height;
  }
  page.has_notes_rule = false;
}

Length second_column(const Look& look) {
  return look.page.page_width - look.page.inner - look.page.outer - look.page.block_width;
}

}  // namespace bifolio::layout
