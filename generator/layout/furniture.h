// What stands around the text block of a page, read by nobody: running heads,
// folios, and what the booklet is.
#pragma once

#include <string>

#include "layout/text_block.h"
#include "layout/workbench.h"

namespace bifolio::layout {

enum class Furniture {
  full,  ///< running head and foot
  foot,  ///< openers and contents: no running head
  none   ///< covers
};

struct PageEdges {
  Furniture furniture;
  Rect block;  ///< where the text stands
  bool is_right = true;
  std::string section = {}, other_section = {};  ///< for the running head; of the right-hand column
};

void add_furniture(Workbench&, Page&, const PageEdges&);
/// Each column has its own head and notice; the folio stands between them.
void add_parallel_furniture(Workbench& first, Workbench& second, Page&, const PageEdges&);

}  // namespace bifolio::layout
