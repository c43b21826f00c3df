// Reading JPEG headers and PNG files. libpng's home.
#include <png.h>

#include <climits>

#include "pdf/pictures.h"

namespace bifolio::pdf {
namespace {

constexpr std::string_view kPngSignature("\x89PNG\r\n\x1A\n", 8);

std::uint32_t big_endian(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

// Frames that every PDF reader decodes: baseline, extended and progressive
// Huffman (ITU-T T.81, table B.1; ISO 32000-1, 7.4.8).
bool is_decodable_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xC2;
}
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
bool stands_alone(unsigned marker) {
  return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD9);
}

std::optional<PictureFacts> frame_facts(std::string_view bytes, std::size_t at) {
  constexpr std::size_t kHeader = 8;  // length, precision, height, width, channels
  if (at + kHeader > bytes.size() || big_endian(bytes, at + 2, 1) != 8) return std::nullopt;
  PictureFacts facts;
  facts.height = static_cast<int>(big_endian(bytes, at + 3, 2));
  facts.width = static_cast<int>(big_endian(bytes, at + 5, 2));
  facts.channels = static_cast<int>(big_endian(bytes, at + 7, 1));
  if (facts.width == 0 || facts.height == 0 || facts.channels == 0) return std::nullopt;
  return facts;
}

struct FreePng {
  void operator()(png_image* image) const { png_image_free(image); }
};

// Splits interleaved samples into colours and alpha; opaque pictures have no alpha.
Pixels split(const std::string& interleaved, int width, int height, int channels) {
  Pixels pixels{width, height, channels};
  const auto count = static_cast<std::size_t>(width) * height;
  pixels.samples.reserve(count * channels);
  bool is_opaque = true;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = i * (channels + 1);
    pixels.samples.append(interleaved, at, channels);
    pixels.alpha.push_back(interleaved[at + channels]);
    is_opaque = is_opaque && interleaved[at + channels] == '\xFF';
  }
  if (is_opaque) pixels.alpha.clear();
  return pixels;
}

}  // namespace

std::optional<PictureFacts> read_jpeg_facts(std::string_view bytes) {
  if (bytes.substr(0, 2) != "\xFF\xD8") return std::nullopt;
  if (bytes.find("\xFF\xD9", bytes.size() > 4096 ? bytes.size() - 4096 : 2) == bytes.npos) return std::nullopt;
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (big_endian(bytes, at, 1) != 0xFF) return std::nullopt;
    const unsigned marker = big_endian(bytes, at + 1, 1);
    if (marker == 0xFF || stands_alone(marker)) {  // fill bytes come before a marker
      at += marker == 0xFF ? 1 : 2;
      continue;
    }
    if (is_frame(marker)) return is_decodable_frame(marker) ? frame_facts(bytes, at + 2) : std::nullopt;
    const std::uint32_t length = big_endian(bytes, at + 2, 2);  // counts its own two bytes
    if (length < 2) return std::nullopt;
    at += 2 + length;
  }
  return std::nullopt;
}

std::optional<PictureFacts> read_png_facts(std::string_view bytes) {
  constexpr std::size_t kWidthAt = 16, kHeaderEnd = 33;
  if (bytes.size() < kHeaderEnd || bytes.substr(0, 8) != kPngSignature) return std::nullopt;
  const std::uint32_t width = big_endian(bytes, kWidthAt, 4), height = big_endian(bytes, kWidthAt + 4, 4);
  if (width == 0 || height == 0 || width > INT_MAX || height > INT_MAX) return std::nullopt;
  return PictureFacts{static_cast<int>(width), static_cast<int>(height)};
}

std::optional<Pixels> decode_png(std::string_view bytes) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  const std::unique_ptr<png_image, FreePng> guard(&image);
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return std::nullopt;
  const bool has_color = image.format & PNG_FORMAT_FLAG_COLOR, has_alpha = image.format & PNG_FORMAT_FLAG_ALPHA;
  image.format = (has_color ? PNG_FORMAT_FLAG_COLOR : 0) | (has_alpha ? PNG_FORMAT_FLAG_ALPHA : 0);
  std::string samples(PNG_IMAGE_SIZE(image), '\0');
  // A damaged end is filled in by libpng with a warning, which is no picture to print.
  if (!png_image_finish_read(&image, nullptr, samples.data(), 0, nullptr) || image.warning_or_error)
    return std::nullopt;
  const int width = static_cast<int>(image.width), height = static_cast<int>(image.height),
            channels = has_color ? 3 : 1;
  if (has_alpha) return split(samples, width, height, channels);
  return Pixels{width, height, channels, std::move(samples)};
}

}  // namespace bifolio::pdf
