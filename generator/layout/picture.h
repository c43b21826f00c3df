// How large a picture is, from the first bytes of its file. It is not decoded here.
#pragma once

#include <optional>
#include <string_view>

namespace bifolio::layout {

/// As it is shown: cameras store pictures lying on their side and say so (Exif).
struct PictureSize {
  int width = 0, height = 0;
  int orientation = 1;
};

/// Of a PNG (ISO/IEC 15948) or a JPEG (ISO/IEC 10918-1) file; nothing for any other.
std::optional<PictureSize> picture_size(std::string_view bytes);
/// Whether the file begins like a PNG or a JPEG.
bool names_picture(std::string_view bytes);

}  // namespace bifolio::layout
