// Findings as text for tests: one line each, with related places and fixes under it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace bifolio::testing {

/// `line:column-line:column severity rule: message`, places counted in `text`.
std::string describe(const Findings&, std::string_view text, UiLanguage = UiLanguage::en);
/// The same with byte offsets, for findings in several files or in none.
std::string describe(const Findings&, UiLanguage = UiLanguage::en);

/// The same with places as `place` writes them, a space after each.
std::string describe(const Findings&, const std::function<std::string(Span)>& place, UiLanguage = UiLanguage::en);
/// `line:column-line:column`
std::string place_in(std::string_view text, Span);

}  // namespace bifolio::testing
