// The items of one page as a content stream, each marked as content of its
// element or as an artifact (ISO 14289-1, 7.1).
#pragma once

#include <optional>
#include <vector>

#include "layout/frame.h"
#include "pdf/content.h"
#include "pdf/drawing.h"
#include "pdf/structure.h"

namespace bifolio::pdf {

/// What pages share.
struct Materials {
  const layout::PagedDocument& document;
  FontSet& fonts;
  const std::vector<std::optional<Ref>>& pictures;  ///< by PlacedPicture::picture
  const std::vector<DrawingTexts>& drawing_texts;   ///< by PlacedDrawing::drawing
};

/// Neighbouring items of one element share one marked-content sequence.
ContentStream paint_page(std::size_t page, const Materials&, StructureTree&);

}  // namespace bifolio::pdf
