#include "layout/picture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/exif.h"
#include "layout/frame.h"

namespace bifolio::layout {
namespace {

constexpr std::string_view kPng = "\x89PNG\r\n\x1a\n", kJpeg = "\xff\xd8";
constexpr int kLargest = 30000;  ///< pixels on a side

std::uint32_t number(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i)
    value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

std::optional<PictureSize> checked(std::uint32_t width, std::uint32_t height) {
  if (width == 0 || height == 0 || width > kLargest || height > kLargest) return std::nullopt;
  return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

/// The header chunk stands right after the signature.
std::optional<PictureSize> png_size(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(12, 4) != "IHDR") return std::nullopt;
  return checked(number(bytes, 16, 4), number(bytes, 20, 4));
}

bool is_frame_header(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<PictureSize> turned(std::optional<PictureSize> size, int orientation) {
  if (!size) return size;
  size->orientation = orientation;
  if (orientation >= 5) std::swap(size->width, size->height);
  return size;
}

std::optional<PictureSize> jpeg_size(std::string_view bytes) {
  int orientation = 1;
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) != 0xFF) return std::nullopt;
    const unsigned marker = static_cast<unsigned char>(bytes[at + 1]);
    if (marker == 0xFF) {  // a fill byte
      ++at;
      continue;
    }
    if (is_frame_header(marker))
      return turned(checked(number(bytes, at + 7, 2), number(bytes, at + 5, 2)), orientation);
    const std::size_t length = number(bytes, at + 2, 2);
    if (marker == 0xE1 && orientation == 1)
      orientation = exif_orientation(bytes.substr(at + 4, std::max<std::size_t>(length, 2) - 2));
    at += 2 + length;
  }
  return std::nullopt;
}

}  // namespace

Turn turn_of(int orientation) {
  static constexpr std::array<Turn, 8> kTurns = {{{1, 0, 0, 1, 0, 0},
                                                  {-1, 0, 0, 1, 1, 0},
                                                  {-1, 0, 0, -1, 1, 1},
                                                  {1, 0, 0, -1, 0, 1},
                                                  {0, 1, 1, 0, 0, 0},
                                                  {0, 1, -1, 0, 1, 0},
                                                  {0, -1, -1, 0, 1, 1},
                                                  {0, -1, 1, 0, 0, 1}}};
  return kTurns[static_cast<std::size_t>(std::clamp(orientation, 1, 8)) - 1];
}

std::optional<PictureSize> picture_size(std::string_view bytes) {
  if (bytes.starts_with(kPng)) return png_size(bytes);
  if (bytes.starts_with(kJpeg)) return jpeg_size(bytes);
  return std::nullopt;
}

bool names_picture(std::string_view bytes) {
  return bytes.starts_with(kPng) || bytes.starts_with(kJpeg);
}

}  // namespace bifolio::layout
