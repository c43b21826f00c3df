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

void Flow::allow_break(int penalty, std::shared_ptr<const BreakMatter> matter) {
  push(Break{keeps_next_ ? std::max(penalty, kKeep) : penalty, std::move(matter), starts_level_});
  keeps_next_ = starts_level_ = false;
}

void Flow::push(Element element) {
  if (list_ != nullptr) return list_->push_back(std::move(element));
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

void Flow::take(Element element) {
  const bool had_box = has_box_;
  if (const auto* end = std::get_if<Break>(&element)) {
    if (!has_box_) return;
    consider(*end, queue_.size());
  } else {
    measure(element);
  }
  queue_.push_back(std::move(element));
  // A single box that is too tall for any page stays alone on its page.
  if (overflows() && had_box) break_page();
}

/// Of two glues on end the larger counts. At the top of a page there is no space
/// but what brings a heading's text to the grid.
void Flow::add_glue(const Glue& glue) {
  if (!has_box_ && glue.ahead <= Length{}) return;
  used_ -= last_glue_;
  last_glue_ = has_box_ ? std::max(last_glue_, glue.height) : Length{};
  if (glue.to_grid || glue.ahead > Length{}) {
    last_glue_ = up_to_grid(used_ + last_glue_ + glue.ahead, measures_.grid) - used_ - glue.ahead;
  }
  used_ += last_glue_;
}

void Flow::add_box(const Box& box) {
  used_ += box.height;
  // A box without height only names a section: the page is still at its top.
  if (box.height <= Length{}) return;
  has_box_ = true;
  last_glue_ = {};
}

void Flow::measure(const Element& element) {
  if (const auto* glue = std::get_if<Glue>(&element)) return add_glue(*glue);
  const Box& box = std::get<Box>(element);
  add_box(box);
  if (box.notes.empty()) return;
  for (const int note : box.notes) {
    // A note that goes on overleaf leaves two lines at least.
    least_notes_ = notes_ + std::min(note_height_(note), measures_.separator * 2);
    notes_ += note_height_(note);
  }
}

Length Flow::cost_of_notes(Length notes) const {
  return notes > Length{} ? notes + measures_.separator : Length{};
}

bool Flow::overflows() const {
  return used_ + cost_of_notes(least_notes_) > measures_.height;
}

void Flow::consider(const Break& end, std::size_t index) {
  const Length before = end.matter ? layout::height(end.matter->before) : Length{};
  const Length used = used_ + before;
  if (used + cost_of_notes(least_notes_) > measures_.height) return;
  const bool splits = used + cost_of_notes(notes_) > measures_.height;
  candidates_.push_back({index, end.penalty + (splits ? kSplitNote : 0), used, notes_, least_notes_});
}

/// Constraints first, then the fuller page; of equal ones the later.
const Flow::Candidate* Flow::best() const {
  const Candidate* best = nullptr;
  std::int64_t best_cost = 0;
  for (const Candidate& one : candidates_) {
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
  const Candidate* at = best();
  std::size_t count = queue_.size() - 1;  // no break fits: all but the element that did not
  std::size_t rest = count;
  std::shared_ptr<const BreakMatter> matter;
  if (at != nullptr) {
    count = at->index;
    rest = count + 1;
    matter = std::get<Break>(queue_[at->index]).matter;
  }
  std::vector<Element> left(std::make_move_iterator(queue_.begin() + static_cast<std::ptrdiff_t>(rest)),
                            std::make_move_iterator(queue_.end()));
  ship(count, matter.get());
  pending_.insert(pending_.begin(), std::make_move_iterator(left.begin()), std::make_move_iterator(left.end()));
  if (matter) pending_.insert(pending_.begin(), matter->after.begin(), matter->after.end());
}

void Flow::ship(std::size_t count, const BreakMatter* matter) {
  std::vector<Element> elements = std::move(queue_);
  start_page();
  notes_ = least_notes_ = {};  // the carried lines are counted again when this page has taken its share
  PageBody page;
  for (std::size_t i = 0; i < count; ++i) {
    if (auto* box = std::get_if<Box>(&elements[i])) {
      const Length y = used_;
      add_box(*box);
      page.called_notes.insert(page.called_notes.end(), box->notes.begin(), box->notes.end());
      if (y + box->height > measures_.height) page.overfull.push_back(box->span);
      page.boxes.push_back({std::move(*box), y});
    } else if (const auto* glue = std::get_if<Glue>(&elements[i])) {
      add_glue(*glue);
    }
  }
  if (matter != nullptr) {
    for (const Box& box : matter->before) {
      page.boxes.push_back({box, used_});
      used_ += box.height;
    }
  }
  place_notes(page, used_);
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
  used_ = notes_ = least_notes_ = last_glue_ = {};
  has_box_ = false;
  for (const Box& line : carried_) notes_ += line.height;
  // Left-over notes may fill half a page before the text waits for them.
  least_notes_ = std::min(notes_, measures_.height / 2);
}

void Flow::end_page() {
  if (list_ != nullptr) return;
  keeps_next_ = false;
  if (has_box_) ship(queue_.size(), nullptr);
  while (!carried_.empty()) ship(0, nullptr);
}

}  // namespace bifolio::layout
