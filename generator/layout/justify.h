// A line's atoms → glyph runs of exactly its measure.
#pragma once

#include "layout/material.h"

namespace bifolio::layout {

/// The atoms [begin, end] of a line. Gaps close and open in the order of TYPESETTING C12.
Line justify(const Material&, std::uint32_t begin, std::uint32_t end, const ParagraphStyle&, const text::Fonts&,
             text::Shaper&);

}  // namespace bifolio::layout
