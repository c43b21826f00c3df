#include "chart/theme_config.h"

namespace bifolio::chart {
namespace {

std::string hex(Color color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    out += kDigits[part >> 4];
    out += kDigits[part & 15];
  }
  return out;
}

}  // namespace

Tree theme_config(const Options& options) {
  Tree config = Tree::object();
  if (options.theme == nullptr) return config;
  (void)hex;
  return config;
}

}  // namespace bifolio::chart
