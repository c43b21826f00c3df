// Rows of a table of three lines on their way into the flow: rows that stay whole,
// rows so tall that pages may end in them, rows beside which a merged cell stands.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "layout/flow.h"
#include "layout/style.h"
#include "layout/table_columns.h"

namespace bifolio::layout {

/// A cell's text as lines at its place.
struct SetCell {
  std::vector<Box> lines;
  std::size_t column = 0;
  int row_span = 1;
};

struct SetRow {
  std::vector<SetCell> cells;
  std::size_t line_count = 1;
};

struct RowLook {
  Length leading;
  std::span<const SetColumn> columns;
  Color bracket;
  const Look& look;
  Length x, width;  ///< of the table
  bool is_striped = false;
  std::shared_ptr<const BreakMatter> matter;  ///< where a page ends between or in the rows
};

/// Rows that share merged cells, or one row alone. A page may end between them
/// where the text of the merged cell fits on both sides.
void add_rows(Flow&, std::vector<SetRow>&&, const RowLook&);

}  // namespace bifolio::layout
