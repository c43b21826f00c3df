// Bins of equal width at round numbers (vega-statistics, `bin`).
#pragma once

#include "base/tree.h"
#include "chart/data.h"

namespace bifolio::chart {

struct Bins {
  double start = 0, stop = 1, step = 1;
  /// Where the bin of a value begins. NaN stays NaN; values outside fall into the bins at the ends.
  double floor(double value) const;
  std::vector<double> edges() const;
};

/// `params`: the specification's `bin`, true or an object.
Bins choose_bins(double low, double high, const Tree* params, double default_maxbins);

/// Adds the bin's begin and end beside each row.
Bins bin_column(Data&, std::size_t column, const Tree* params, double default_maxbins, std::string_view as,
                std::string_view as_end);

}  // namespace bifolio::chart
