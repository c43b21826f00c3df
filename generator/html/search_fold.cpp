#include "html/search_fold.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::html {
namespace {

/// Characters that folding leaves alone, and that nearly all text consists of.
bool is_plain(char32_t c) {
  return c < 0x80 || (c >= 0x3000 && c < 0xA000) || (c >= 0x2010 && c < 0x2030);
}

}  // namespace

std::string fold_for_search(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const auto [c, offset, size] : code_points(text)) {
    if (c < 0x80) {
      out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c));
    } else if (is_plain(c)) {
      out.append(text, offset, size);
    } else {
      out += fold_case(strip_marks(text.substr(offset, size)));  // strip_marks also makes full-width forms narrow
    }
  }
  return out;
}

}  // namespace bifolio::html
