#include "parse/words.h"

#include <algorithm>

#include "lang/iso_date.h"

namespace bifolio::parse {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_latin(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool all_of(std::string_view text, bool (*accepts)(char)) {
  return std::all_of(text.begin(), text.end(), accepts);
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == text.npos) return text.substr(0, 0);
  return text.substr(begin, text.find_last_not_of(kBlank) + 1 - begin);
}

bool is_calendar_date(std::string_view text) {
  const auto date = lang::parse_iso_date(text);
  return date && date->day != 0;
}

bool is_calendar_month(std::string_view text) {
  const auto date = lang::parse_iso_date(text);
  return date && date->month != 0 && date->day == 0;
}

bool is_plain_name(std::string_view text) {
  return !text.empty() && text.size() <= 80 && text.front() != '-' &&
         all_of(text, [](char c) { return is_digit(c) || is_latin(c) || c == '-' || c == '_'; });
}

std::vector<TextPart> split_at_semicolons(std::string_view text, Span span) {
  constexpr std::string_view kFullWidth = "；";
  std::vector<TextPart> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t wide = text.find(kFullWidth, at);
    const std::size_t end = std::min({text.find(';', at), wide, text.size()});
    const std::string_view part = trimmed(text.substr(at, end - at));
    if (!part.empty()) {
      const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
      const bool maps = text.size() == span.size();
      const Span place =
          maps ? Span{span.file, span.begin + begin, span.begin + begin + static_cast<std::uint32_t>(part.size())}
               : span;
      parts.push_back({part, place});
    }
    at = end + (end == wide ? kFullWidth.size() : 1);
  }
  return parts;
}

}  // namespace bifolio::parse
