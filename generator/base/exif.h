// What a camera notes in a picture that it was held sideways for.
#pragma once

#include <string_view>

namespace bifolio {

/// The orientation in a JPEG file's APP1 segment, without its marker and length: 1 to
/// 8 (Exif 2.32, 4.6.4 A). 1 where there is none, or a broken one. From 5 on, width
/// and height are exchanged when the picture is shown.
int exif_orientation(std::string_view segment);

}  // namespace bifolio
