// A chart as a drawing for a page: its words in the book's language, its width the column's.
#pragma once

#include "layout/workbench.h"

namespace bifolio::layout {

/// Wants to be as wide as the column and at most so high; an empty drawing where the
/// chart cannot be drawn.
Drawing draw_chart(Workbench&, const Chart&, Length width, Length height);

}  // namespace bifolio::layout
