// The columns of a table of three lines: where each stands, and how wide it is.
#pragma once

#include <vector>

#include "layout/table.h"

namespace bifolio::layout {

struct SetColumn {
  Length x, width;
  Length point = {};  ///< of decimal columns: the widest part before the point
};

/// The columns side by side over the measure; none where they do not fit.
std::vector<SetColumn> set_columns(Workbench&, const Place&, const Table&, const TableStyle&);

/// How wide a number is up to its decimal point, as it stands in a cell of that style.
Length width_before_point(Workbench&, const Place&, const Inlines& content, const TextStyle&);

/// How the text of a column stands in it.
ParagraphStyle::Setting setting_of(Alignment);

}  // namespace bifolio::layout
