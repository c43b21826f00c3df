#include "html/image_size.h"

#include "base/exif.h"

namespace bifolio::html {
namespace {

/// Reads numbers at offsets; beyond the end everything is zero.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  unsigned int at(std::size_t i) const { return i < bytes_.size() ? static_cast<unsigned char>(bytes_[i]) : 0; }
  unsigned int big(std::size_t i, int size) const {
    unsigned int value = 0;
    for (int k = 0; k < size; ++k) value = value << 8 | at(i + static_cast<std::size_t>(k));
    return value;
  }
  unsigned int little(std::size_t i, int size) const {
    unsigned int value = 0;
    for (int k = size; k-- > 0;) value = value << 8 | at(i + static_cast<std::size_t>(k));
    return value;
  }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

/// JPEG (ITU T.81, annex B): the first frame header; as browsers show it, turned as its Exif segment says.
ImageSize jpeg_size(std::string_view text, const Bytes& bytes) {
  int orientation = 1;
  for (std::size_t at = 2; at + 9 < bytes.size() && bytes.at(at) == 0xFF;) {
    const unsigned int marker = bytes.at(at + 1);
    const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    const ImageSize size{bytes.big(at + 7, 2), bytes.big(at + 5, 2)};
    if (is_frame) return orientation >= 5 ? ImageSize{size.height, size.width} : size;
    const std::size_t length = bytes.big(at + 2, 2);
    if (marker == 0xE1 && orientation == 1 && length > 2)
      orientation = exif_orientation(text.substr(at + 4, length - 2));
    at += 2 + length;
  }
  return {};
}

/// WebP: the three kinds of first chunk (RFC 9649).
ImageSize webp_size(std::string_view text, const Bytes& bytes) {
  const std::string_view chunk = text.substr(12, 4);
  if (chunk == "VP8X") return {bytes.little(24, 3) + 1, bytes.little(27, 3) + 1};
  if (chunk == "VP8 ") return {bytes.little(26, 2) & 0x3FFF, bytes.little(28, 2) & 0x3FFF};
  if (chunk == "VP8L") {
    const unsigned int bits = bytes.little(21, 4);
    return {(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
  }
  return {};
}

ImageSize read_size(std::string_view text) {
  const Bytes bytes(text);
  if (text.starts_with("\x89PNG\r\n\x1A\n")) return {bytes.big(16, 4), bytes.big(20, 4)};
  if (text.starts_with("\xFF\xD8")) return jpeg_size(text, bytes);
  if (text.starts_with("GIF8")) return {bytes.little(6, 2), bytes.little(8, 2)};
  if (text.size() >= 30 && text.starts_with("RIFF") && text.substr(8, 4) == "WEBP") return webp_size(text, bytes);
  return {};
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  constexpr unsigned int kLargest = 100000;
  const ImageSize size = read_size(bytes);
  const bool is_sound = size.width > 0 && size.height > 0 && size.width <= kLargest && size.height <= kLargest;
  return is_sound ? std::optional(size) : std::nullopt;
}

}  // namespace bifolio::html
