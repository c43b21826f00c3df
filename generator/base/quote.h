// Text for people who look for what cannot be seen: dumps and tests.
#pragma once

#include <string>
#include <string_view>

namespace bifolio {

/// In double quotes, with what cannot be seen written as `\n` or `\u{200B}`.
std::string quote(std::string_view);

/// `U+200B`: at least four hexadecimal digits, in capitals.
std::string code_point_name(char32_t);

}  // namespace bifolio
