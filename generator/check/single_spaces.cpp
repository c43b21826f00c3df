#include "check/single_spaces.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::check {

std::string with_single_spaces(std::string_view text) {
  std::string out;
  for (const auto [c, offset, size] : code_points(text)) {
    if (!is_space(c))
      out.append(text.substr(offset, size));
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  return normalize_nfc(out);
}

}  // namespace bifolio::check
