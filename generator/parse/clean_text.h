// Text that goes into the model is valid UTF-8 without NUL, whatever the file held.
#pragma once

#include <string>
#include <string_view>

namespace bifolio::parse {

/// Bytes that are no UTF-8, and NUL, become U+FFFD (CommonMark 0.31, 2.3).
std::string clean_text(std::string_view);

/// Backslash escapes and entities replaced, as in link destinations and titles
/// (CommonMark 0.31, 2.4 and 2.5).
std::string unescape(std::string_view);

}  // namespace bifolio::parse
