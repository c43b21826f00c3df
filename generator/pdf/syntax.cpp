#include "pdf/syntax.h"

#include <charconv>
#include <cmath>

#include "base/utf8.h"

namespace bifolio::pdf {
namespace {

constexpr char kHex[] = "0123456789ABCDEF";

/// `value` ÷ 10^decimals.
void append_decimal(std::string& out, std::int64_t value, int decimals) {
  if (value < 0) out.push_back('-');
  std::uint64_t magnitude = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  while (decimals > 0 && magnitude % 10 == 0) magnitude /= 10, --decimals;
  std::string digits = std::to_string(magnitude);
  if (decimals == 0) {
    out += digits;
    return;
  }
  if (digits.size() < static_cast<std::size_t>(decimals)) digits.insert(0, decimals - digits.size(), '0');
  digits.insert(digits.size() - decimals, 1, '.');  // ".5" is a number too (7.3.3)
  out += digits;
}

void append_hex(std::string& out, unsigned value) {
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back(kHex[value >> shift & 15]);
}

template <typename Unit>
void for_each_utf16(std::string_view utf8, Unit unit) {
  for (const auto at : code_points(utf8)) {
    const char32_t c = at.code_point;
    if (c < 0x10000) {
      unit(static_cast<unsigned>(c));
    } else {
      unit(static_cast<unsigned>(0xD800 + ((c - 0x10000) >> 10)));
      unit(static_cast<unsigned>(0xDC00 + ((c - 0x10000) & 0x3FF)));
    }
  }
}

bool is_printable_ascii(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c > 0x7E) return false;
  }
  return true;
}

bool is_regular(char c) {
  return c > 0x20 && c < 0x7F && std::string_view("()<>[]{}/%#").find(c) == std::string_view::npos;
}

}  // namespace

std::int64_t thousandths(Length length) {
  constexpr std::int64_t kHalf = Length::kPerPoint / 2;
  return (length.units * 1000 + kHalf) >> 16;  // rounds the same way on both sides of zero
}

void append_integer(std::string& out, std::int64_t value) {
  out += std::to_string(value);
}

void append_thousandths(std::string& out, std::int64_t value) {
  append_decimal(out, value, 3);
}

void append_number(std::string& out, double value, int decimals) {
  constexpr double kLargest = 1e9;  // far beyond any page; keeps the rounding below exact
  if (!std::isfinite(value)) value = 0;
  value = std::fmin(std::fmax(value, -kLargest), kLargest);
  append_decimal(out, std::llround(value * std::pow(10, decimals)), decimals);
}

std::string written(Length length) {
  std::string out;
  append_thousandths(out, thousandths(length));
  return out;
}

std::string written(Ref ref) {
  return std::to_string(ref.number) + " 0 R";
}

std::string written(std::int64_t value) {
  return std::to_string(value);
}

std::string written(const std::vector<Ref>& refs) {
  std::string out = "[";
  for (const Ref ref : refs) out.append(out.size() > 1 ? " " : "").append(written(ref));
  return out + "]";
}

std::string name(std::string_view text) {
  std::string out = "/";
  for (const char c : text) {
    if (is_regular(c)) {
      out.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.append({'#', kHex[byte >> 4], kHex[byte & 15]});
    }
  }
  return out;
}

std::string byte_string(std::string_view bytes) {
  std::string out = "(";
  for (const char c : bytes) {
    if (c == '\r') {  // bare, it would be read as a line feed (7.3.4.2)
      out += "\\r";
      continue;
    }
    if (c == '(' || c == ')' || c == '\\') out.push_back('\\');
    out.push_back(c);
  }
  return out + ")";
}

std::string text_string(std::string_view utf8) {
  if (is_printable_ascii(utf8)) return byte_string(utf8);
  std::string bytes = "\xFE\xFF";
  for_each_utf16(utf8, [&](unsigned unit) {
    bytes.push_back(static_cast<char>(unit >> 8));
    bytes.push_back(static_cast<char>(unit & 0xFF));
  });
  return byte_string(bytes);
}

std::string utf16_hex(std::string_view utf8) {
  std::string out;
  for_each_utf16(utf8, [&](unsigned unit) { append_hex(out, unit); });
  return out;
}

std::string rectangle(const Rect& rect, Length page_height) {
  const Length bottom = page_height - rect.y - rect.height;
  return "[" + written(rect.x) + " " + written(bottom) + " " + written(rect.x + rect.width) + " " +
         written(bottom + rect.height) + "]";
}

Dictionary& Dictionary::add(std::string_view key, std::string_view value) {
  entries_.append("/").append(key);
  const bool is_delimited = !value.empty() && std::string_view("/[(<").find(value[0]) != std::string_view::npos;
  if (!is_delimited) entries_.push_back(' ');
  entries_.append(value);
  return *this;
}

Dictionary& Dictionary::add_text(std::string_view key, std::string_view utf8) {
  return utf8.empty() ? *this : add(key, text_string(utf8));
}

}  // namespace bifolio::pdf
