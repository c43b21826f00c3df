// The one ornament of the theme: level lines, opened, the water behind an
// icebreaker. Decoration only, hidden from screen readers.
#pragma once

#include <string>

#include "model/booklet.h"

namespace bifolio::html {

/// Months in all phases together, which is how many lines there are (10 to 24; 14 without phases).
int ornament_lines(const Booklet&);

/// An svg element, 160 units high, with the opening at two thirds of its width.
std::string ornament(int lines);

/// The site's icon: four of those lines.
std::string icon_svg(std::string_view color);

}  // namespace bifolio::html
