// A table of values: what a chart draws. Columns have names, rows have a cell
// for each column.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "chart/value.h"
#include "model/chart.h"

namespace bifolio::chart {

using Row = std::vector<Value>;

struct Data {
  std::vector<std::string> columns;
  std::vector<Row> rows;

  /// Its index, or -1.
  int column(std::string_view name) const;
  /// Whether `field` would find one.
  bool has_field(std::string_view path) const;
  /// Adds an empty column, or finds it.
  std::size_t add_column(std::string_view name);
  /// The column of a field as Vega-Lite writes it: a name, or a path such as
  /// `ranges[0]`, `a.b` into a nested value, which then becomes a column. -1 where there is none.
  int field(std::string_view path, Pool&);
};
using SharedData = std::shared_ptr<const Data>;

/// Most rows and values of a chart; more is a finding and the rest is left out.
constexpr std::size_t kMostRows = 500'000, kMostValues = 8'000'000;
/// How many rows of so many columns a chart may have.
constexpr std::size_t most_rows(std::size_t columns) {
  return columns == 0 ? kMostRows : std::min(kMostRows, kMostValues / columns);
}

/// The `data` member of a specification. Null where it gives none.
std::shared_ptr<Data> load(const Tree& data, const Chart&, const Tree* datasets, Pool&, Findings&);

/// Text → numbers, dates and booleans, by `format.parse` and what columns look like.
void convert_column(Data&, std::size_t column, std::string_view kind, Pool&);

}  // namespace bifolio::chart
