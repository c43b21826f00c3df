// Full-width punctuation where a format wants ASCII: what a Chinese input method
// leaves in settings, recognised and read as what was meant.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "syntax/syntax.h"

namespace bifolio::syntax {

/// The ASCII character that a full-width mark stands for (＝ → =, “ → ", ： → :), or 0.
char halfwidth(char32_t);

/// Reports the mark at those bytes of the input, with its replacement as a fix.
void report_fullwidth(const Input&, std::size_t at, std::size_t size, char expected, std::string_view format,
                      Findings&);

}  // namespace bifolio::syntax
