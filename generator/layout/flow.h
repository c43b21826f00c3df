// The page breaker. Boxes, glue and breaks go in, one after the other; whole
// pages come out. It fills a page, then ends it at the best break seen on it:
// greedy, and linear in the number of elements. One mechanism, the penalty, keeps
// headings with their text, avoids widows and orphans, and holds row groups
// together; the cost of a page is its body and its notes. A float that finds no room
// waits beside the queue and begins the next page; where the page ends before the
// float's place, it goes back there. A float may also be whole pages, which come when
// the page of its place is full. A page is held until the next one ends, so that
// a last page of a line or two can still get some of its lines.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "layout/box.h"

namespace bifolio::layout {

struct PlacedBox {
  Box box;
  Length y;  ///< of its top, from the top of the text block
};

/// The text block of one page.
struct PageBody {
  std::vector<PlacedBox> boxes;
  std::vector<PlacedBox> notes;
  std::vector<int> called_notes;  ///< in the order of their marks
  bool has_notes_rule = false;
  std::vector<Span> overfull;  ///< blocks that run over the page's edge
  Length notes_top;            ///< where the space of the notes begins
  std::vector<TagId> floated;  ///< floats that stand behind text which follows them
  bool is_turned = false;      ///< on a landscape page: as wide as other blocks are high
};

/// Draws what stands beside several boxes: an overlay joins the first of its boxes
/// and is as long as all of them. Returns their grounds and brackets, which are drawn first.
std::vector<Path> join_overlays(std::vector<PlacedBox>&);

class Flow {
 public:
  struct Measures {
    Length height;
    Length grid;             ///< whole grids from the top
    Length separator;        ///< between body and notes, the rule included
    Length least_text = {};  ///< on a last page, and below floats: with less room they stand alone
  };
  /// Note lines by note number; the flow takes them when it places the note.
  using TakeNote = std::function<std::vector<Box>(int note)>;
  using NoteHeight = std::function<Length(int note)>;
  using Ship = std::function<void(PageBody&&)>;

  Flow(Measures, NoteHeight, TakeNote, Ship);
  /// Breaks no pages: writes down what is added, for a column that stands beside another.
  /// `written` is called after each element.
  Flow(Length height, std::vector<Element>& list, std::function<void()> written = {})
      : measures_{height, {}, {}}, list_(&list), written_(std::move(written)) {}

  void add(Box box) {
    if (!box.span.file.is_known()) box.span = span_;
    push(std::move(box));
  }
  void add(Glue glue) { push(glue); }
  void add(Break end) { push(std::move(end)); }
  /// A flow over landscape pages of that height, which it adds to `pages`.
  Flow turned(Length height, std::vector<PageBody>& pages) const;
  /// With a break before it. False: what comes next stands before it, on this page.
  bool add(Float);
  /// The boxes that come now belong to this block.
  enum class Inside { nothing, block };
  void start_block(Span span, Inside inside = Inside::block) {
    span_ = span;
    starts_block_ = inside == Inside::nothing;
  }
  /// A break before whatever comes next; after `keep_with_next` it is forbidden.
  void allow_break(int penalty = 0, std::shared_ptr<const BreakMatter> matter = {});
  void keep_with_next() { keeps_next_ = true; }
  /// From now on no break is allowed while that can be.
  void keep_all(bool keeps) { keeps_all_ = keeps; }
  /// From the next break on, columns beside each other go on at one height: a row, an item.
  void start_level() { starts_level_ = true; }
  /// Ends the page, if anything is on it, and places the floats and notes that are left.
  void end_page();
  bool is_at_top() const { return !fill_.has_box; }
  Length height() const { return measures_.height; }

 private:
  struct Candidate {
    std::size_t index;
    int penalty;
    bool starts_block;
    Length used, notes, least_notes;
  };
  /// What the elements of the queue take of the page.
  struct Fill {
    Length used, notes, least_notes;
    Length last_glue;  ///< since the last box
    bool has_box = false, has_text = false;
  };
  /// A float that has found no room, and its place: before that element of the queue.
  struct Waiting {
    Float one;
    std::size_t index;
  };

  /// A page before it is put together: the first `count` of these, then the matter.
  struct EndedPage {
    std::vector<Element> elements;
    std::vector<Candidate> candidates;
    std::size_t count = 0;
    std::shared_ptr<const BreakMatter> matter;
  };

  void push(Element);
  void write_down(Element);
  void take(Element);
  void take(Break);
  void take(Float);
  void take_pages(Float&&);
  void measure(const Glue& glue) { add_glue(glue); }
  void measure(const Box&);
  bool overflows() const;
  Length cost_of_notes(Length notes) const;
  void add_glue(const Glue&);
  void add_box(const Box&);
  void consider(const Break&, std::size_t index);
  const Candidate* best(bool between_blocks) const;
  void break_page();
  void end_page_at(std::size_t count, std::size_t rest, const std::shared_ptr<const BreakMatter>&);
  bool is_full_of_floats() const;
  std::vector<Element> take_waiting(std::size_t count);
  void place(PageBody&, Box&&);
  void fill_last_page();
  void ship_held();
  void ship(EndedPage&&);
  std::size_t note_lines_for(Length room, const PageBody&) const;
  void place_notes(PageBody&, Length used);
  void start_page();

  Measures measures_;
  NoteHeight note_height_;
  TakeNote take_note_;
  Ship ship_;
  std::deque<Element> pending_;
  std::vector<Element> queue_;
  std::vector<Candidate> candidates_;
  std::deque<Box> carried_;        ///< note lines that did not fit on the page of their mark
  std::vector<Waiting> waiting_;   ///< in the order of their places
  std::optional<EndedPage> held_;  ///< its notes are all at its foot, none carried
  bool may_hold_ = false;
  Fill fill_;
  Span span_;
  bool keeps_next_ = false, keeps_all_ = false;
  bool starts_level_ = false, starts_block_ = false;
  bool is_busy_ = false;
  std::vector<Element>* list_ = nullptr;
  std::function<void()> written_;
};

}  // namespace bifolio::layout
