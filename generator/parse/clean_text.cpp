#include "parse/clean_text.h"

#include "base/utf8.h"
#include "parse/characters.h"
#include "parse/markdown.h"

namespace bifolio::parse {

std::string clean_text(std::string_view text) {
  if (find_invalid_utf8(text) == text.npos && text.find('\0') == text.npos) return std::string(text);
  std::string out;
  for (const auto [c, offset, size] : code_points(text)) append_utf8(out, c == 0 ? U'\uFFFD' : c);
  return out;
}

std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\\' && at + 1 < text.size() && is_ascii_punctuation(text[at + 1])) {
      out += text[at + 1];
      at += 2;
    } else if (const DecodedEntity entity = text[at] == '&' ? decode_entity(text.substr(at)) : DecodedEntity{};
               entity.size) {
      out += entity.text;
      at += entity.size;
    } else {
      out += text[at++];
    }
  }
  return clean_text(out);
}

}  // namespace bifolio::parse
