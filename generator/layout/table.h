// What the two shapes of a table share: three lines (table.cpp) and stacks (table_stack.cpp).
#pragma once

#include "layout/block.h"

namespace bifolio::layout {

constexpr Length kColumnGap = pt(9);
constexpr Length kCellPadding = pt(3.6);  ///< above and below the text of a cell

/// “表 1-1” in accent and the title, over the whole measure.
struct CaptionText {
  std::string label;  ///< “表 1-1（续）”; may be empty
  const Inlines& text;
};
std::vector<Box> set_caption(Workbench&, const Place&, const CaptionText&, TagId tag, std::vector<int>* notes);
std::string table_label(const Workbench&, const Table&);

/// The text of a cell, its evidence sentence on a line of its own.
Collected collect_cell(Workbench&, const Place&, const Row&, const Inlines& content, bool has_evidence,
                       const TextStyle&, TagId tag);
/// A cell that is one number shows the hyphen before it as a minus sign (N02), for
/// spreadsheets know no other. What is read aloud and copied stays the hyphen: call
/// this on the lines that were set from the cell.
void say_as_written(const Collected&, std::vector<Box>& lines);
/// The cell that stands in the column of a row, be it merged from above.
const Cell* cell_above(const Table&, std::size_t row, std::size_t column);

/// How the words of a table look.
struct TableStyle {
  TextStyle head, cells;
};
TableStyle table_style(const Workbench&);
/// A step smaller, where the edition's readers can still read that (BF-12).
TableStyle small_table_style(const Workbench&);

void add_stacks(Workbench&, Place&, const Table&, const std::string& id);

}  // namespace bifolio::layout
