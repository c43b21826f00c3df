#include "theme/values.h"

#include <charconv>
#include <cmath>

namespace bifolio::theme {
namespace {

/// A number and what is written behind it; nothing where there is no plain number.
struct Dimension {
  double number;
  std::string_view unit;
};

std::optional<Dimension> read_dimension(std::string_view text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number, std::chars_format::fixed);
  constexpr double kLargest = 100000;  // no page and no letter is larger; keeps Length from overflowing
  if (read.ec != std::errc() || !(std::fabs(number) <= kLargest)) return std::nullopt;
  return Dimension{number, {read.ptr, static_cast<std::size_t>(end - read.ptr)}};
}

}  // namespace

std::optional<Color> read_color(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  unsigned int value = 0;
  const auto read = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (read.ec != std::errc() || read.ptr != text.data() + 7) return std::nullopt;
  return Color{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
               static_cast<std::uint8_t>(value)};
}

std::optional<Length> read_length(std::string_view text) {
  const auto dimension = read_dimension(text);
  if (!dimension || dimension->unit != "pt") return std::nullopt;
  return pt(dimension->number);
}

std::optional<TypeSize> read_size(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == text.npos) return std::nullopt;
  const auto size = read_length(text.substr(0, slash));
  const auto leading = read_length(text.substr(slash + 1));
  if (!size || !leading || *size <= Length{} || *leading <= Length{}) return std::nullopt;
  return TypeSize{*size, *leading};
}

std::optional<int> read_per_mille(std::string_view text) {
  const auto dimension = read_dimension(text);
  if (!dimension || dimension->unit != "%") return std::nullopt;
  return static_cast<int>(std::lround(dimension->number * 10));
}

std::vector<std::string> read_families(std::string_view text) {
  std::vector<std::string> families;
  for (std::size_t open = text.find('"'); open != text.npos; open = text.find('"', open)) {
    const std::size_t close = text.find('"', open + 1);
    if (close == text.npos) break;
    families.emplace_back(text.substr(open + 1, close - open - 1));
    open = close + 1;
  }
  return families;
}

std::vector<double> read_numbers(std::string_view text) {
  std::vector<double> numbers;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const auto dimension = read_dimension(text.substr(at, end - at));
    if (dimension && dimension->unit.empty()) numbers.push_back(dimension->number);
    at = end + 1;
  }
  return numbers;
}

}  // namespace bifolio::theme
