#include "base/unicode.h"
#include "base/utf8.h"
#include "check/quantity_parts.h"

namespace bifolio::check {
namespace {

char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E && c != U'，') return c - 0xFEE0;  // full-width ASCII; a comma there groups no digits
  if (c == 0x2010 || c == 0x2011) return U'-';
  if (c == 0x2212) return U'−';
  if (is_space(c)) return U' ';
  return c;
}

}  // namespace

PlainChars::PlainChars(const Passage& passage) {
  for (const Stretch& stretch : passage.stretches) {
    const bool is_prose = stretch.kind == Stretch::Kind::text;
    const std::string_view text = std::string_view(passage.text).substr(stretch.begin, stretch.end - stretch.begin);
    for (const auto [c, offset, size] : code_points(text)) {
      chars_.push_back(is_prose ? plain(c) : U'\uFFFC');
      offsets_.push_back(stretch.begin + offset);
    }
  }
  offsets_.push_back(passage.text.size());
}

std::size_t PlainChars::skip_spaces(std::size_t i) const {
  while (at(i) == U' ') ++i;
  return i;
}

std::string PlainChars::word(std::size_t i) const {
  std::string out;
  for (; is_latin(at(i)); ++i) {
    const char32_t c = at(i);
    append_utf8(out, c >= U'A' && c <= U'Z' ? c + 32 : c);
  }
  return out;
}

bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_latin(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||
         c == 0xB5 || (c >= 0x391 && c <= 0x3C9);
}

}  // namespace bifolio::check
