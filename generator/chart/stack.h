// Values put on top of each other, group by group.
#pragma once

#include <string>
#include <vector>

#include "chart/data.h"

namespace bifolio::chart {

enum class StackOffset { zero, normalize, center };

struct SortField {
  std::string field;
  bool is_descending = false;
};
/// Orders rows; rows that compare equal keep their order.
void sort_rows(Data&, std::vector<std::size_t>& rows, const std::vector<SortField>&, Pool&);

struct StackParameters {
  std::string field;
  std::vector<std::string> groupby = {};
  std::vector<SortField> sort = {};
  StackOffset offset = StackOffset::zero;
  std::string as, as_end;
};
void stack(Data&, const StackParameters&, Pool&);

}  // namespace bifolio::chart
