// Numbers, their plurals and page ranges: CSL 1.0.2, “Number”, “Label”, Appendix V.
#pragma once

#include <string>
#include <string_view>

#include "cite/locale.h"
#include "cite/style.h"

namespace bifolio::cite {

/// "2", "D2", "2b", "2, 3", "2-4", "2 & 4": numbers with at most letters around them.
bool is_numeric(std::string_view);

/// Whether a label for this content should be plural.
bool is_plural(Variable, std::string_view content, const Locale&);

std::string format_number(std::string_view, NumberForm, const Locale&, Gender);

/// "101-108" as the style abbreviates it, with the locale's delimiter.
std::string format_pages(std::string_view, PageRange, const Locale&);

std::string roman(int);
/// 1 → "a", 26 → "z", 27 → "aa".
std::string year_suffix_letters(int);

}  // namespace bifolio::cite
