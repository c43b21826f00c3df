// Groups of rows and what is said of them: counts, means, quartiles.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "chart/data.h"

namespace bifolio::chart {

struct AggregateField {
  std::string op;     ///< "count", "mean", "argmax"…
  std::string field;  ///< may be empty for "count"
  std::string as;
};
bool is_aggregate(std::string_view op);

/// Row numbers by equal values in the columns, in order of first appearance.
std::vector<std::vector<std::size_t>> group_rows(const Data&, std::span<const std::size_t> columns);

/// One row a group: its keys, then the aggregates.
Data aggregate(Data&, const std::vector<std::string>& groupby, const std::vector<AggregateField>&, Pool&);
/// The aggregates beside each row.
void join_aggregate(Data&, const std::vector<std::string>& groupby, const std::vector<AggregateField>&, Pool&);

/// What `op` says of the values at those rows.
Value summarize(const Data&, std::span<const std::size_t> rows, std::string_view op, int column, Pool&);
/// Quantile of sorted numbers (type 7, as d3).
double quantile(const std::vector<double>& sorted, double p);

}  // namespace bifolio::chart
