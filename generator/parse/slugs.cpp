#include "parse/slugs.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::parse {
namespace {

std::string slug(std::string_view heading) {
  std::string out;
  const std::string lower = to_lower(heading);
  for (const auto [c, offset, size] : code_points(lower)) {
    if (c == U' ')
      out += '-';
    else if (c == U'-' || c == U'_' || is_letter(c) || is_digit(c) || is_mark(c) || is_han(c))
      append_utf8(out, c);
  }
  return out;
}

}  // namespace

std::string Slugs::next(std::string_view heading) {
  const std::string base = slug(heading);
  const int count = used_[base]++;
  if (count == 0) return base;
  std::string numbered = base + "-" + std::to_string(count);
  used_.try_emplace(numbered, 1);
  return numbered;
}

}  // namespace bifolio::parse
