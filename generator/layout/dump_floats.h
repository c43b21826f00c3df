// Floats as the pages show them: which figures stand behind text that follows them.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"

namespace bifolio::layout {

struct FloatedFigure {
  TagId tag;               ///< of the figure with its caption
  std::size_t page;        ///< that it stands on
  std::size_t place_page;  ///< of the text before it
  std::string caption;
};

std::vector<FloatedFigure> floated_figures(const PagedDocument&);

}  // namespace bifolio::layout
