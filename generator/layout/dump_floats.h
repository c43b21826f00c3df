// Floats as the pages show them: which figures and tables stand behind text that
// follows them.
#pragma once

#include <string>
#include <vector>

#include "layout/frame.h"

namespace bifolio::layout {

struct FloatedBlock {
  TagId tag;
  std::size_t page;        ///< that it stands on
  std::size_t place_page;  ///< of the text before it
  std::string caption;
};

std::vector<FloatedBlock> floated_blocks(const PagedDocument&);

}  // namespace bifolio::layout
