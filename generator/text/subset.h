// Font subsets for embedding. HarfBuzz does the work.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "text/face.h"

namespace bifolio::text {

/// A bare CFF table, whose charset keeps the CIDs, or a TrueType file that keeps its glyph ids.
std::string subset(const Face&, std::span<const std::uint32_t> glyphs);

}  // namespace bifolio::text
