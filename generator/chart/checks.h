// What is wrong with a chart although it can be drawn: what readers would
// misread, or not be able to read.
#pragma once

#include "chart/context.h"
#include "chart/view.h"

namespace bifolio::chart {

/// After building: description, baselines, colours, units, sizes of text.
void check(View& root, Context&);

/// After building: what readers of this language would meet in another one.
void check_translation(Context&);
/// Whether a text cannot be of that language: words in Latin letters in Chinese, Han letters elsewhere.
bool is_foreign(std::string_view text, std::string_view language);

/// Properties that are not known or not supported, each at its place.
void check_properties(const Tree& specification, Context&);

}  // namespace bifolio::chart
