#include "base/quote.h"

#include <charconv>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio {
namespace {

std::string hexadecimal(char32_t c) {
  char digits[8];
  const auto end = std::to_chars(digits, digits + sizeof digits, static_cast<std::uint32_t>(c), 16).ptr;
  std::string out(digits, end);
  for (char& digit : out) digit = digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
  return out;
}

}  // namespace

std::string quote(std::string_view text) {
  std::string out = "\"";
  for (const auto [c, offset, size] : code_points(text)) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '"' || c == '\\') {
      out.append("\\").push_back(static_cast<char>(c));
    } else if (is_control(c) || (is_space(c) && c != ' ' && c != 0x3000)) {
      out += "\\u{" + hexadecimal(c) + "}";
    } else {
      out += text.substr(offset, size);
    }
  }
  return out + "\"";
}

std::string code_point_name(char32_t c) {
  const std::string digits = hexadecimal(c);
  return "U+" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

}  // namespace bifolio
