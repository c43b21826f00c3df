// The letters of a text element, in lines whose place is known without measuring:
// each begins where an x and a y stand (SVG 1.1, 10.4 and 10.5).
#pragma once

#include <string>
#include <vector>

#include "picture/style.h"

namespace bifolio::picture {

struct TextLine {
  DrawingPoint at;
  std::string text;
  Style style;  ///< of its first letter
};

std::vector<TextLine> read_text(const Place&, const Style&, StyleContext&);

}  // namespace bifolio::picture
