// Drawings (charts) as PDF operators: the same shapes and the same real text as
// the other painters make, in the fonts of the document.
#pragma once

#include <vector>

#include "layout/frame.h"
#include "model/drawing.h"
#include "pdf/content.h"
#include "text/fonts.h"

namespace bifolio::pdf {

/// The runs of each text of a drawing, in the order of a walk from the root: set
/// beforehand, so that all glyphs of the file are counted before it is written.
using DrawingTexts = std::vector<std::vector<layout::GlyphRun>>;
DrawingTexts set_texts(const Drawing&, const text::Fonts&);

/// Paints the drawing scaled to the area (points, y upwards, from its lower left
/// corner). `texts` is what `set_texts` made of it.
void paint(const Drawing&, const DrawingTexts&, double x, double y, double width, double height, ContentStream&);

}  // namespace bifolio::pdf
