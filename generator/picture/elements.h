// What each element of SVG is to us.
#pragma once

#include <string_view>

#include "base/rule.h"

namespace bifolio::picture {

enum class Element { group, use, window, choice, shape, text, link, passive, active, unsupported, unknown };

Element element_named(std::string_view name);
/// Why an element cannot be drawn.
Words reason_for(std::string_view name);

}  // namespace bifolio::picture
