// Link annotations (ISO 32000-1, 12.5.6.5), each tied to its Link element and
// with words for those who do not see where it leads (ISO 14289-1, 7.18.5).
#pragma once

#include <vector>

#include "layout/frame.h"
#include "pdf/structure.h"
#include "pdf/writer.h"

namespace bifolio::pdf {

/// The annotations of a page, in reading order.
std::vector<Ref> write_links(Writer&, const layout::PagedDocument&, std::size_t page, Ref page_ref, StructureTree&);

}  // namespace bifolio::pdf
