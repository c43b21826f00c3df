// The `transform` list of a specification, step by step over a table.
#pragma once

#include "chart/context.h"
#include "chart/data.h"

namespace bifolio::chart {

SharedData transform(SharedData, const Tree* transforms, Context&);

/// Missing combinations of `key` and `groupby` get a row whose `field` is filled in.
void impute(Data&, const Tree& how, std::string_view field, std::string_view key,
            const std::vector<std::string>& groupby, Context&);

/// chart-column-missing at that place, with the columns there are.
void report_missing_column(Context&, const Tree& where, const std::string& name, const Data&);

/// Texts become dates, once for a column.
void make_times(Data&, std::size_t column);

}  // namespace bifolio::chart
