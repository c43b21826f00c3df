// How wide the columns of a table are: from their content, and from what the author wished.
#pragma once

#include <vector>

#include "base/length.h"

namespace bifolio::layout {

/// What a column needs: its longest word, its longest cell on one line, a relative wish (0 = none).
struct ColumnNeed {
  Length minimum, natural;
  int wish = 0;
};

/// Widths that together fill `room`. Where the cells do not fit on one line, columns
/// are made so wide that their longest cells take about the same number of lines.
/// Empty where even the longest words do not fit.
std::vector<Length> column_widths(const std::vector<ColumnNeed>&, Length room);

}  // namespace bifolio::layout
