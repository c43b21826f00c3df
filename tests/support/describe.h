// Findings as text for tests: one line each, with related places and fixes under it.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"

namespace bifolio::testing {

/// `line:column-line:column severity rule: message`, places counted in `text`.
std::string describe(const Findings&, std::string_view text, UiLanguage = UiLanguage::en);
/// The same with byte offsets, for findings in several files or in none.
std::string describe(const Findings&, UiLanguage = UiLanguage::en);

}  // namespace bifolio::testing
