#include "html/numbers.h"

#include <cmath>

namespace bifolio::html {

std::string decimal(double value) {
  const long long hundredths = std::llround(value * 100);
  const long long whole = std::llabs(hundredths) / 100, rest = std::llabs(hundredths) % 100;
  std::string out = (hundredths < 0 ? "-" : "") + std::to_string(whole);
  if (rest == 0) return out;
  out += rest < 10 ? ".0" : ".";
  return out + std::to_string(rest % 10 == 0 ? rest / 10 : rest);
}

std::string file_size(std::size_t bytes) {
  constexpr std::size_t kKilobyte = 1000, kMegabyte = 1000 * 1000;
  if (bytes < kMegabyte) return std::to_string((bytes + kKilobyte - 1) / kKilobyte) + " kB";
  const std::size_t tenths = (bytes + kMegabyte / 20) / (kMegabyte / 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace bifolio::html
