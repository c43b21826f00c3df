#include "raster/pictures.h"

#include <turbojpeg.h>

#include <algorithm>
#include <cstdint>

namespace bifolio::raster {
namespace {

constexpr std::int64_t kMostPixels = 64'000'000;

struct Unread {
  std::string_view bytes;
};

cairo_status_t take(void* closure, unsigned char* data, unsigned int size) {
  auto& unread = *static_cast<Unread*>(closure);
  if (unread.bytes.size() < size) return CAIRO_STATUS_READ_ERROR;
  std::copy_n(unread.bytes.begin(), size, data);
  unread.bytes.remove_prefix(size);
  return CAIRO_STATUS_SUCCESS;
}

bool is_usable(const Surface& surface) {
  return surface && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
}

/// Width and height stand at fixed places of a PNG; a header that promises too much is not decoded.
bool has_small_header(std::string_view png) {
  if (png.size() < 24) return false;
  const auto number = [&](std::size_t at) {
    std::int64_t value = 0;
    for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(png[at + i]);
    return value;
  };
  return number(16) * number(20) <= kMostPixels;
}

Surface read_png(std::string_view bytes) {
  if (!has_small_header(bytes)) return nullptr;
  Unread unread{bytes};
  Surface surface(cairo_image_surface_create_from_png_stream(take, &unread));
  return is_usable(surface) ? std::move(surface) : nullptr;
}

Surface read_jpeg(std::string_view bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const Owned<void, tjDestroy> decoder(tjInitDecompress());
  int width = 0, height = 0, sampling = 0, colors = 0;
  if (!decoder || tjDecompressHeader3(decoder.get(), data, bytes.size(), &width, &height, &sampling, &colors) != 0) {
    return nullptr;
  }
  if (colors == TJCS_CMYK || colors == TJCS_YCCK || std::int64_t{width} * height > kMostPixels) return nullptr;
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  if (!is_usable(surface)) return nullptr;
  // Cairo's pixels are native 32-bit words, blue in the lowest byte.
  unsigned char* pixels = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  if (tjDecompress2(decoder.get(), data, bytes.size(), pixels, width, stride, height, TJPF_BGRX, 0) != 0)
    return nullptr;
  cairo_surface_mark_dirty(surface.get());
  return surface;
}

}  // namespace

Surface read_picture(std::string_view bytes) {
  return bytes.substr(0, 4) == "\x89PNG" ? read_png(bytes) : read_jpeg(bytes);
}

}  // namespace bifolio::raster
