#include "chart/stack.h"

#include <algorithm>
#include <cmath>

#include "chart/aggregate.h"

namespace bifolio::chart {
namespace {

double magnitude(const Value& value) {
  const double number = value.is_valid() ? to_number(value) : 0;
  return std::isfinite(number) ? number : 0;
}

}  // namespace

void sort_rows(Data& data, std::vector<std::size_t>& rows, const std::vector<SortField>& fields, Pool& pool) {
  std::vector<std::pair<std::size_t, bool>> keys;
  for (const SortField& field : fields) {
    if (const int column = data.field(field.field, pool); column >= 0) keys.emplace_back(column, field.is_descending);
  }
  std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
    for (const auto& [column, is_descending] : keys) {
      const int order = compare(data.rows[a][column], data.rows[b][column]);
      if (order != 0) return is_descending ? order > 0 : order < 0;
    }
    return false;
  });
}

// vega-transforms, `stack`: positive values grow upwards from zero, negative ones downwards.
void stack(Data& data, const StackParameters& parameters, Pool& pool) {
  const int input = data.field(parameters.field, pool);
  std::vector<std::size_t> keys;
  for (const std::string& name : parameters.groupby) {
    if (const int column = data.field(name, pool); column >= 0) keys.push_back(static_cast<std::size_t>(column));
  }
  const std::size_t begin = data.add_column(parameters.as), end = data.add_column(parameters.as_end);
  if (input < 0) return;
  auto groups = group_rows(data, keys);
  std::vector<double> sums;
  for (auto& rows : groups) {
    sort_rows(data, rows, parameters.sort, pool);
    double sum = 0;
    for (const std::size_t row : rows) sum += std::fabs(magnitude(data.rows[row][static_cast<std::size_t>(input)]));
    sums.push_back(sum);
  }
  const double largest = sums.empty() ? 0 : *std::max_element(sums.begin(), sums.end());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const double factor = parameters.offset == StackOffset::normalize ? (sums[i] > 0 ? 1 / sums[i] : 0) : 1;
    double above = parameters.offset == StackOffset::center ? (largest - sums[i]) / 2 : 0, below = 0;
    for (const std::size_t row : groups[i]) {
      const double value = magnitude(data.rows[row][static_cast<std::size_t>(input)]) * factor;
      double& edge = parameters.offset == StackOffset::center || value >= 0 ? above : below;
      data.rows[row][begin] = Value::of(edge);
      edge += parameters.offset == StackOffset::center ? std::fabs(value) : value;
      data.rows[row][end] = Value::of(edge);
    }
  }
}

}  // namespace bifolio::chart
