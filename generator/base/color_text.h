// Colours as style sheets write them (CSS Color Module Level 4, 5.2 and 6.1).
#pragma once

#include <optional>
#include <string_view>

#include "base/color.h"

namespace bifolio {

/// Three digits, or six and more, of which the first six count; without the `#`.
std::optional<Color> color_of_digits(std::string_view digits);
/// `rebeccapurple`; in small letters.
std::optional<Color> color_named(std::string_view name);

}  // namespace bifolio
