#include "support/png_pixels.h"

#include <png.h>

#include <algorithm>
#include <cstdlib>

namespace bifolio::testing {
namespace {

int average(const GreyPixels& pixels, int left, int top, int cell) {
  int sum = 0, count = 0;
  for (int y = top; y < std::min(top + cell, pixels.height); ++y) {
    for (int x = left; x < std::min(left + cell, pixels.width); ++x) sum += pixels.at(x, y), ++count;
  }
  return sum / count;
}

}  // namespace

GreyPixels read_png_pixels(const std::string& bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return {};
  image.format = PNG_FORMAT_GRAY;
  GreyPixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  pixels.values.resize(PNG_IMAGE_SIZE(image));
  if (!png_image_finish_read(&image, nullptr, pixels.values.data(), 0, nullptr)) return {};
  return pixels;
}

int greatest_difference(const GreyPixels& a, const GreyPixels& b, int cell) {
  int greatest = 0;
  for (int y = 0; y < a.height; y += cell) {
    for (int x = 0; x < a.width; x += cell) {
      greatest = std::max(greatest, std::abs(average(a, x, y, cell) - average(b, x, y, cell)));
    }
  }
  return greatest;
}

}  // namespace bifolio::testing
