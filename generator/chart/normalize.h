// A specification in its short forms → the same in few forms: facets written as
// channels become facets, layers hold whole encodings, composite marks
// (errorbar, errorband, boxplot) become layers of simple ones.
#pragma once

#include "chart/context.h"

namespace bifolio::chart {

Tree normalize(const Tree& specification, Context&);

/// Composite marks; `spec` is a unit whose mark is one of them.
bool is_composite(std::string_view mark);
Tree expand_composite(const Tree& spec, Context&);

/// "bar" of `"mark": "bar"` and of `"mark": {"type": "bar"}`.
std::string mark_type(const Tree& spec);

}  // namespace bifolio::chart
