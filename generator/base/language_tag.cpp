#include "base/language_tag.h"

#include <algorithm>

namespace bifolio {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool are_letters(std::string_view part) {
  return std::all_of(part.begin(), part.end(), is_letter);
}
bool are_digits(std::string_view part) {
  return std::all_of(part.begin(), part.end(), is_digit);
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  std::size_t index = 0;
  bool has_script = false, has_region = false;
  for (std::size_t at = 0; at <= tag.size(); ++index) {
    const std::size_t end = std::min(tag.find('-', at), tag.size());
    const std::string_view part = tag.substr(at, end - at);
    at = end + 1;
    const bool is_variant = (part.size() >= 5 && part.size() <= 8) || (part.size() == 4 && is_digit(part[0]));
    if (!std::all_of(part.begin(), part.end(), [](char c) { return is_digit(c) || is_letter(c); })) return false;
    if (index == 0) {
      if (part.size() < 2 || part.size() > 3 || !are_letters(part)) return false;
    } else if (part.size() == 4 && are_letters(part) && !has_script && !has_region) {
      has_script = true;
    } else if (((part.size() == 2 && are_letters(part)) || (part.size() == 3 && are_digits(part))) && !has_region) {
      has_region = true;
    } else if (!is_variant) {
      return false;
    }
  }
  return index > 0;
}

}  // namespace bifolio
