// PNG files as grey pixels, for tests that compare pictures.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bifolio::testing {

struct GreyPixels {
  int width = 0, height = 0;
  std::vector<std::uint8_t> values;  ///< row by row; 255 is white

  int at(int x, int y) const { return values[static_cast<std::size_t>(y) * width + x]; }
};

/// Empty where the bytes are no PNG.
GreyPixels read_png_pixels(const std::string& bytes);

/// The greatest difference between two pictures of the same size once both are
/// averaged over cells of that many pixels: what is left is no anti-aliasing.
int greatest_difference(const GreyPixels&, const GreyPixels&, int cell);

}  // namespace bifolio::testing
