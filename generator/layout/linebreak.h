// Where the lines of a paragraph end: all at once, so that the whole paragraph
// is even (Knuth and Plass, “Breaking Paragraphs into Lines”, 1981).
#pragma once

#include <vector>

#include "layout/material.h"

namespace bifolio::layout {

/// For each line the index of its last atom. In time linear in the text.
std::vector<std::uint32_t> break_lines(const Material&, const ParagraphStyle&, const text::Fonts&);

}  // namespace bifolio::layout
