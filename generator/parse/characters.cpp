#include "parse/characters.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::parse {

bool is_wide_text(char32_t c) {
  if (c < 0x1100) return false;
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return U'\n';
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return decode_utf8(text, begin).code_point;
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).code_point : U'\n';
}

}  // namespace bifolio::parse
