// Drawings (charts) on a Cairo context, the same shapes and text as in SVG and PDF.
#pragma once

#include "model/drawing.h"
#include "raster/glyphs.h"

namespace bifolio::raster {

/// Draws in the drawing's own units from the context's (0, 0).
void draw(cairo_t*, const Drawing&, const text::Fonts&, GlyphPainter&);

}  // namespace bifolio::raster
