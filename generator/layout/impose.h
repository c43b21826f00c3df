// Pages → sheets for saddle stitching: two pages a side, folded once, so that the
// leaves lie inside each other.
#pragma once

#include <vector>

#include "layout/layout.h"

namespace bifolio::layout {

/// The two pages of one side of a sheet, left and right, counted from 0; -1 is blank.
struct SheetSide {
  int left = -1, right = -1;
};

/// Fronts and backs in turn, the outermost sheet first. Blank pages fill the last
/// sheet up, before the last page, so that the back cover stays outside.
std::vector<SheetSide> saddle_order(int pages);

}  // namespace bifolio::layout
