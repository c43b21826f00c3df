#include "layout/flow.h"

#include <algorithm>

namespace bifolio::layout {
namespace {

constexpr int kSplitNote = 200;  ///< a note that goes on at the foot of the next page

Length up_to_grid(Length y, Length grid) {
  if (grid <= Length{}) return y;
  return grid * ((y.units + grid.units - 1) / grid.units);
}

/// Space between two blocks of a note; it falls away at the top of a page.
bool is_space(const Box& line) {
  return line.items.empty() && line.anchors.empty() && line.overlays.empty() && line.section.empty();
}

}  // namespace

Flow::Flow(Measures measures, NoteHeight note_height, TakeNote take_note, Ship ship)
    : measures_(measures),
      note_height_(std::move(note_height)),
      take_note_(std::move(take_note)),
      ship_(std::move(ship)) {
  start_page();
}

Flow Flow::turned(Length height, std::vector<PageBody>& pages) const {
  Measures measures = measures_;
  measures.height = height;
  measures.least_text = {};
  Flow flow(measures, note_height_, take_note_, [&pages](PageBody&& page) {
    page.is_turned = true;
    pages.push_back(std::move(page));
  });
  flow.span_ = span_;
  return flow;
}

void Flow::allow_break(int penalty, std::shared_ptr<const BreakMatter> matter) {
  push(Break{keeps_next_ || keeps_all_ ? std::max(penalty, kKeep) : penalty, std::move(matter), starts_level_,
             starts_block_});
  keeps_next_ = starts_level_ = starts_block_ = false;
}

void Flow::write_down(Element element) {
  list_->push_back(std::move(element));
  if (written_) written_();
}

void Flow::push(Element element) {
  if (list_ != nullptr) return write_down(std::move(element));
  pending_.push_back(std::move(element));
  if (is_busy_) return;
  is_busy_ = true;
  while (!pending_.empty()) {
    Element next = std::move(pending_.front());
    pending_.pop_front();
    take(std::move(next));
  }
  is_busy_ = false;
}

bool Flow::add(Float one) {
  allow_break();
  if (!one.box.span.file.is_known()) one.box.span = span_;
  if (list_ == nullptr) {
    const std::size_t before = waiting_.size();
    push(std::move(one));
    return waiting_.size() <= before;
  }
  push(one.space);
  push(std::move(one.box));
  push(Break{});
  push(one.space);
  return true;
}

void Flow::take(Element element) {
  if (auto* end = std::get_if<Break>(&element)) return take(std::move(*end));
  if (auto* one = std::get_if<Float>(&element)) return take(std::move(*one));
  const bool had_box = fill_.has_box;
  if (const auto* glue = std::get_if<Glue>(&element)) {
    add_glue(*glue);
  } else {
    measure(std::get<Box>(element));
    fill_.has_text = fill_.has_box;
  }
  queue_.push_back(std::move(element));
  // A single box that is too tall for any page stays alone on its page.
  if (overflows() && had_box) break_page();
}

void Flow::take(Break end) {
  if (!fill_.has_box) return;
  if (is_full_of_floats()) return end_page_at(queue_.size(), queue_.size(), nullptr);
  // Where a float between them has gone overleaf, two breaks are one.
  const auto* before = std::get_if<Break>(&queue_.back());
  if (before != nullptr) end.penalty = std::max(end.penalty, before->penalty);
  consider(end, queue_.size());
  queue_.push_back(std::move(end));
}

void Flow::take(Float one) {
  if (one.pages) return take_pages(std::move(one));
  const Fill before = fill_;
  add_glue(one.space);
  measure(one.box);
  if (before.has_box && (!waiting_.empty() || overflows())) {
    fill_ = before;
    waiting_.push_back({std::move(one), queue_.size()});
    return;
  }
  const Glue below = one.space;
  queue_.push_back(std::move(one));
  pending_.insert(pending_.begin(), {Break{}, below});
}

/// Between two pages, and not before what a note left over.
void Flow::take_pages(Float&& one) {
  if (fill_.has_box || !waiting_.empty() || !carried_.empty()) {
    waiting_.push_back({std::move(one), queue_.size()});
    return;
  }
  ship_held();
  if (one.is_late && !one.pages->empty()) one.pages->front().floated.push_back(one.tag);
  for (PageBody& page : *one.pages) ship_(std::move(page));
}

bool Flow::is_full_of_floats() const {
  return !fill_.has_text && measures_.height - fill_.used - cost_of_notes(fill_.notes) < measures_.least_text;
}

/// Of two glues on end the larger counts. At the top of a page there is no space
/// but what brings a heading's text to the grid.
void Flow::add_glue(const Glue& glue) {
  if (!fill_.has_box && glue.ahead <= Length{}) return;
  fill_.used -= fill_.last_glue;
  fill_.last_glue = fill_.has_box ? std::max(fill_.last_glue, glue.height) : Length{};
  if (glue.to_grid || glue.ahead > Length{}) {
    const Length wanted = fill_.used + fill_.last_glue + glue.ahead;
    fill_.last_glue = up_to_grid(wanted, measures_.grid) - fill_.used - glue.ahead;
  }
  fill_.used += fill_.last_glue;
}

void Flow::add_box(const Box& box) {
  fill_.used += box.height;
  // A box without height only names a section: the page is still at its top.
  if (box.height <= Length{}) return;
  fill_.has_box = true;
  fill_.last_glue = {};
}

void Flow::measure(const Box& box) {
  add_box(box);
  for (const int note : box.notes) {
    // A note that goes on overleaf leaves two lines at least.
    fill_.least_notes = fill_.notes + std::min(note_height_(note), measures_.separator * 2);
    fill_.notes += note_height_(note);
  }
}

Length Flow::cost_of_notes(Length notes) const {
  return notes > Length{} ? notes + measures_.separator : Length{};
}

bool Flow::overflows() const {
  return fill_.used + cost_of_notes(fill_.least_notes) > measures_.height;
}

void Flow::consider(const Break& end, std::size_t index) {
  const Length before = end.matter ? layout::height(end.matter->before) : Length{};
  const Length used = fill_.used + before;
  if (used + cost_of_notes(fill_.least_notes) > measures_.height) return;
  const bool splits = used + cost_of_notes(fill_.notes) > measures_.height;
  candidates_.push_back(
      {index, end.penalty + (splits ? kSplitNote : 0), end.starts_block, used, fill_.notes, fill_.least_notes});
}

/// Constraints first, then the fuller page; of equal ones the later.
const Flow::Candidate* Flow::best(bool between_blocks) const {
  const Candidate* best = nullptr;
  std::int64_t best_cost = 0;
  for (const Candidate& one : candidates_) {
    if (between_blocks && !one.starts_block) continue;
    const Length full = std::min(measures_.height, one.used + cost_of_notes(one.notes));
    const std::int64_t empty =
        (measures_.height - full).units * 1000 / std::max<std::int64_t>(1, measures_.height.units);
    const std::int64_t constraint = one.penalty >= kStrong ? one.penalty : 0;
    const std::int64_t cost = constraint * 1000000 + one.penalty + empty;
    if (best == nullptr || cost <= best_cost) {
      best = &one;
      best_cost = cost;
    }
  }
  return best;
}

void Flow::break_page() {
  // Nothing is divided by a table that has pages of its own: it would be read after what follows it.
  const bool between_blocks =
      std::any_of(waiting_.begin(), waiting_.end(), [](const Waiting& one) { return one.one.pages != nullptr; });
  const Candidate* at = best(between_blocks);
  if (at == nullptr) at = best(false);
  if (at != nullptr) {
    may_hold_ = carried_.empty() && at->used + cost_of_notes(at->notes) <= measures_.height;
    return end_page_at(at->index, at->index + 1, std::get<Break>(queue_[at->index]).matter);
  }
  // No break fits: all but the element that did not.
  end_page_at(queue_.size() - 1, queue_.size() - 1, nullptr);
}

/// The page holds the first elements of the queue; what stands from `rest` on begins
/// the next page, below the floats that waited.
void Flow::end_page_at(std::size_t count, std::size_t rest, const std::shared_ptr<const BreakMatter>& matter) {
  std::vector<Element> next = take_waiting(count);
  const std::vector<Waiting> waiting = std::exchange(waiting_, {});
  auto at = waiting.begin();
  if (matter) next.insert(next.end(), matter->after.begin(), matter->after.end());
  for (std::size_t i = rest; i <= queue_.size(); ++i) {
    for (; at != waiting.end() && at->index == i; ++at) next.emplace_back(at->one);
    if (i < queue_.size()) next.push_back(std::move(queue_[i]));
  }
  queue_.resize(rest);
  EndedPage page{std::move(queue_), std::move(candidates_), count, matter};
  ship_held();
  if (std::exchange(may_hold_, false)) {
    held_ = std::move(page);
    start_page();
  } else {
    ship(std::move(page));
  }
  pending_.insert(pending_.begin(), std::make_move_iterator(next.begin()), std::make_move_iterator(next.end()));
}

/// The floats whose places are on a page of so many elements.
std::vector<Element> Flow::take_waiting(std::size_t count) {
  std::vector<Element> floats;
  while (!waiting_.empty() && waiting_.front().index <= count) {
    Waiting& first = waiting_.front();
    const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(count);
    first.one.is_late |= std::any_of(queue_.begin() + static_cast<std::ptrdiff_t>(first.index), end,
                                     [](const Element& one) { return std::holds_alternative<Box>(one); });
    floats.emplace_back(std::move(first.one));
    waiting_.erase(waiting_.begin());
  }
  return floats;
}

void Flow::place(PageBody& page, Box&& box) {
  const Length y = fill_.used;
  add_box(box);
  page.called_notes.insert(page.called_notes.end(), box.notes.begin(), box.notes.end());
  if (y + box.height > measures_.height) page.overfull.push_back(box.span);
  page.boxes.push_back({std::move(box), y});
}

void Flow::ship_held() {
  if (!held_) return;
  EndedPage page = std::move(*held_);
  held_.reset();
  ship(std::move(page));
}

/// A last page of a line or two gets another from the page before it, which breaks earlier.
void Flow::fill_last_page() {
  const auto is_short = [&](Length used) { return used < measures_.least_text * 3 / 4; };
  if (!fill_.has_box || !waiting_.empty()) return;
  if (!held_ || held_->matter || held_->count >= held_->elements.size()) return;
  if (!is_short(fill_.used + cost_of_notes(fill_.notes))) return;
  std::vector<Candidate>& candidates = held_->candidates;
  while (!candidates.empty() && candidates.back().index > held_->count) candidates.pop_back();
  if (candidates.empty()) return;
  const Length end = candidates.back().used;
  const auto at = std::find_if(candidates.rbegin(), candidates.rend(), [&](const Candidate& one) {
    return one.penalty == 0 && !is_short(end - one.used + fill_.used) && one.used >= end * 2 / 3;
  });
  if (at == candidates.rend() || std::get<Break>(held_->elements[at->index]).matter) return;
  const auto rest = held_->elements.begin() + static_cast<std::ptrdiff_t>(at->index) + 1;
  std::vector<Element> last(std::make_move_iterator(rest), std::make_move_iterator(held_->elements.end()));
  last.insert(last.end(), std::make_move_iterator(queue_.begin()), std::make_move_iterator(queue_.end()));
  held_->count = at->index;
  ship_held();
  for (Element& one : last) push(std::move(one));
}

void Flow::ship(EndedPage&& from) {
  start_page();
  fill_ = {};  // the carried lines are counted again when this page has taken its share
  PageBody page;
  for (std::size_t i = 0; i < from.count; ++i) {
    if (auto* box = std::get_if<Box>(&from.elements[i])) {
      place(page, std::move(*box));
    } else if (const auto* glue = std::get_if<Glue>(&from.elements[i])) {
      add_glue(*glue);
    } else if (auto* one = std::get_if<Float>(&from.elements[i])) {
      add_glue(one->space);
      if (one->is_late) page.floated.push_back(one->tag);
      place(page, std::move(one->box));
    }
  }
  if (from.matter) {
    for (const Box& box : from.matter->before) {
      page.boxes.push_back({box, fill_.used});
      fill_.used += box.height;
    }
  }
  place_notes(page, fill_.used);
  ship_(std::move(page));
  start_page();
}

/// How many of the waiting lines stand on this page: as many as there is room for,
/// but a note goes on overleaf only where it may be divided. A page without text
/// takes one line at least.
std::size_t Flow::note_lines_for(Length room, const PageBody& page) const {
  std::size_t count = 0;
  for (Length total; count < carried_.size(); ++count) {
    total += carried_[count].height;
    if (total > room && (count > 0 || !page.boxes.empty())) break;
  }
  if (count == carried_.size()) return count;
  std::size_t whole = count;
  while (whole > 0 && carried_[whole - 1].keeps_next) --whole;
  return whole > 0 ? whole : count;
}

/// Notes stand at the foot, first what an earlier page left over. Lines that do
/// not fit are carried to the next page.
void Flow::place_notes(PageBody& page, Length used) {
  for (const int note : page.called_notes) {
    for (Box& line : take_note_(note)) carried_.push_back(std::move(line));
  }
  while (!carried_.empty() && is_space(carried_.front())) carried_.pop_front();
  if (carried_.empty()) return;
  Length total;
  for (std::size_t left = note_lines_for(measures_.height - used - measures_.separator, page); left > 0; --left) {
    const Length y = total;
    total += carried_.front().height;
    page.notes.push_back({std::move(carried_.front()), y});
    carried_.pop_front();
  }
  page.has_notes_rule = !page.notes.empty();
  page.notes_top = measures_.height - total;
  for (PlacedBox& line : page.notes) line.y += page.notes_top;
}

void Flow::start_page() {
  queue_.clear();
  candidates_.clear();
  fill_ = {};
  for (const Box& line : carried_) fill_.notes += line.height;
  // Left-over notes may fill half a page before the text waits for them.
  fill_.least_notes = std::min(fill_.notes, measures_.height / 2);
}

void Flow::end_page() {
  if (list_ != nullptr) return;
  keeps_next_ = false;
  fill_last_page();
  while (fill_.has_box || !waiting_.empty()) {
    std::vector<Element> floats = take_waiting(queue_.size());
    const std::size_t count = queue_.size();
    const bool is_page = fill_.has_box || !carried_.empty();
    EndedPage page{std::move(queue_), {}, count, nullptr};
    ship_held();
    if (is_page) ship(std::move(page));
    for (Element& one : floats) push(std::move(one));
  }
  ship_held();
  while (!carried_.empty()) ship({});
}

}  // namespace bifolio::layout
