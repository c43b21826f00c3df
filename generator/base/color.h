// A colour in sRGB.
#pragma once

#include <cstdint>

namespace bifolio {

struct Color {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Color&) const = default;
};

}  // namespace bifolio
