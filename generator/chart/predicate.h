// What a filter, or the test of a condition, asks of a row.
#pragma once

#include <functional>

#include "chart/context.h"
#include "chart/data.h"

namespace bifolio::chart {

using Predicate = std::function<bool(const Row&)>;

/// An expression, `{"field": …, "equal": …}`, or `and`, `or`, `not` of them.
/// May add columns to `data` (nested fields). `names`: what expressions may use besides.
Predicate compile_predicate(const Tree&, Data& data, Context&,
                            const std::vector<std::pair<std::string_view, Value>>& names = {});

/// A value of a specification, `{"year": 2012, "month": "jan"}` included.
Value value_of(const Tree&, Pool&);

}  // namespace bifolio::chart
