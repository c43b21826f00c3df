// Lines as data, so that every rule of typesetting can be checked from outside.
#pragma once

#include "base/tree.h"
#include "layout/paragraph.h"

namespace bifolio::layout {

/// For each line its text, place, widths and stretch, and its runs down to the
/// glyphs. In points, from the paragraph's top left; `baseline` grows downwards
/// by the leading. A hyphen at a line's end is U+00AD.
Tree dump_lines(const std::vector<Line>&, const ParagraphStyle&, const text::Fonts&);

}  // namespace bifolio::layout
