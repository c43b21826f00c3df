// Ways through the file: bookmarks (ISO 32000-1, 12.3.3), named destinations
// (12.3.2.3) and the labels of pages (12.4.2).
#pragma once

#include <optional>
#include <vector>

#include "layout/frame.h"
#include "pdf/structure.h"
#include "pdf/writer.h"

namespace bifolio::pdf {

/// Nothing where there are no bookmarks. The first level is open, the others closed.
std::optional<Ref> write_outline(Writer&, const layout::PagedDocument&, const StructureTree&);
Ref write_destinations(Writer&, const layout::PagedDocument&, const std::vector<Ref>& pages);
Ref write_page_labels(Writer&, const std::vector<layout::PageLabels>&);

}  // namespace bifolio::pdf
