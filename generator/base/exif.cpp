#include "base/exif.h"

#include <cstdint>

namespace bifolio {
namespace {

/// A TIFF file, in the byte order that it names. Beyond the end everything is zero.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II")) {}

  bool is_sound() const { return bytes_.size() >= 8 && (is_little_ || bytes_.starts_with("MM")); }
  std::size_t size() const { return bytes_.size(); }
  std::uint32_t read(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || size > bytes_.size() - at) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes_[at + (is_little_ ? size - 1 - i : i)]);
    return value;
  }

 private:
  std::string_view bytes_;
  bool is_little_;
};

constexpr std::uint32_t kOrientation = 0x0112;

}  // namespace

int exif_orientation(std::string_view segment) {
  constexpr std::string_view kSignature("Exif\0\0", 6);
  if (!segment.starts_with(kSignature)) return 1;
  const Tiff tiff(segment.substr(kSignature.size()));
  if (!tiff.is_sound()) return 1;
  const std::size_t directory = tiff.read(4, 4);
  const std::uint32_t entries = tiff.read(directory, 2);
  for (std::uint32_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{i} * 12;
    if (entry + 12 > tiff.size()) return 1;
    if (tiff.read(entry, 2) != kOrientation) continue;
    const std::uint32_t value = tiff.read(entry + 8, 2);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace bifolio
