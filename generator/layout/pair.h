// Two columns that keep level: what both wrote down becomes rows of the flow of
// pages. A row is one box, so a pair is never divided by a page's end: readers see
// both languages together, and the structure tree, which reads a pair's left side
// and then its right one, never goes back a page. What is too tall for that stands
// one after the other.
#pragma once

#include <array>
#include <functional>
#include <vector>

#include "layout/block.h"

namespace bifolio::layout {

/// One side of a pair while it is written down.
struct Column {
  Column(Workbench& with, Length height, Length left)
      : bench(with), x(left), width(with.look.page.block_width), flow(height, list) {}
  Column(const Column&) = delete;

  Workbench& bench;
  Length x;  ///< of its left edge
  Length width;
  std::vector<Element> list = {};
  Flow flow;
  bool is_after_break = true;  ///< as Place has it, from one pair to the next
};

/// What one side of a pair is made of; nothing where that language lacks it.
using MakeSide = std::function<void(Column&, TagId parent)>;

class PairSetter {
 public:
  /// `flow` fills pages that both columns stand on.
  PairSetter(Workbench& first, Workbench& second, Flow& flow);

  Column& column(std::size_t i) { return i == 0 ? first_ : second_; }
  Flow& flow() { return flow_; }

  /// Stays together on a page, level by level (a row beside a row). Where it is taller
  /// than a page its sides stand one after the other.
  void add(TagId parent, const MakeSide&);
  /// The same, but pages may end between levels, and the levels are read in turn.
  void add_levels(TagId parent, const MakeSide&);
  void end_page();

  /// The height of a pair that stays together, without setting it.
  Length trial_height(const MakeSide&) const;
  /// Only the first or the second column, over the width of both.
  void add_wide(TagId parent, std::size_t column, const MakeSide&);

 private:
  struct Row;

  TagId write_down(TagId parent, const MakeSide&);
  bool has_same_levels() const;
  bool fits(bool by_levels) const;
  std::vector<Row> rows(bool by_levels);
  static Row join(std::vector<Row>&&);
  void place(std::vector<Row>&&);
  void place_one_by_one();
  void place_list(Column&);

  Column first_, second_;
  Flow& flow_;
  Length below_;  ///< the last pair, until the next one
};

/// Notes of both columns stand level at the foot of the page, each below its own text.
void level_notes(PageBody&, const Flow::Measures&, const Look&, Length second_x);

/// The left edge of the right-hand column, from that of the left-hand one.
Length second_column(const Look&);

}  // namespace bifolio::layout
