#include "base/percent.h"

namespace bifolio {
namespace {

/// −1 for what is no hexadecimal digit.
int hexadecimal_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool may_escape = text[i] == '%' && i + 2 < text.size();
    const int high = may_escape ? hexadecimal_value(text[i + 1]) : -1;
    const int low = may_escape ? hexadecimal_value(text[i + 2]) : -1;
    const bool escaped = high >= 0 && low >= 0;
    out.push_back(escaped ? static_cast<char>(high * 16 + low) : text[i]);
    if (escaped) i += 2;
  }
  return out;
}

}  // namespace bifolio
