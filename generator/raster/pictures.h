// Photographs and scans as Cairo surfaces.
#pragma once

#include <string_view>

#include "raster/canvas.h"

namespace bifolio::raster {

/// Nothing where the bytes are no PNG or JPEG that can be drawn.
Surface read_picture(std::string_view bytes);

}  // namespace bifolio::raster
