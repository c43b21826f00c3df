// Letter case: CSL 1.0.2, “Text-case”. Works on whole trees, because a title may
// be broken into pieces by markup and the first word is the first word all the same.
#pragma once

#include <string>

#include "cite/node.h"

namespace bifolio::cite {

/// Title case is English; elsewhere it leaves the text alone. `locale` is an ICU locale name.
void apply_case(Node&, TextCase, bool is_english, const char* locale);
std::string apply_case(std::string_view, TextCase, bool is_english, const char* locale);

/// The first letter in upper case.
std::string capitalize_first(std::string_view, const char* locale);

void strip_periods(Node&);

}  // namespace bifolio::cite
