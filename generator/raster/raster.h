// Pages and drawings as PNG files: covers, previews, share images, charts for
// readers without SVG. Cairo's home. Draws the same display list as `pdf/`, from
// the same glyphs, so that the two differ by anti-aliasing alone.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "layout/frame.h"
#include "model/drawing.h"
#include "text/fonts.h"

namespace bifolio::raster {

/// A page on white paper, with `scale` pixels to the point.
Result<std::string> png(const layout::PagedDocument&, std::size_t page, const text::Fonts&, double scale);

/// A drawing on white paper, with `scale` pixels to its unit.
Result<std::string> png(const Drawing&, const text::Fonts&, double scale);

RuleList rules();

}  // namespace bifolio::raster
