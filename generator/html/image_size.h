// How large a picture is, from its first bytes, so that the text around it does
// not jump when it arrives under a reader's gaze.
#pragma once

#include <optional>
#include <string_view>

namespace bifolio::html {

struct ImageSize {
  unsigned int width = 0, height = 0;
};

/// As it is shown. PNG, JPEG, GIF and WebP; nothing for other formats or broken files.
std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace bifolio::html
