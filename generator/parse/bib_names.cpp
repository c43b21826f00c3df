#include "parse/bib_names.h"

#include <array>
#include <charconv>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "parse/latex_text.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

std::string plain(std::string_view latex) {
  return latex_to_text(latex, LatexMarkup::none);
}

/// Splits where `is_separator` holds outside braces; separators are dropped.
template <typename IsSeparator>
std::vector<std::string_view> split(std::string_view text, IsSeparator is_separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\\') {
      i += 2;
      continue;
    }
    depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
    const std::size_t size = depth == 0 ? is_separator(text, i) : 0;
    if (size > 0) {
      parts.push_back(trimmed(text.substr(begin, i - begin)));
      begin = i + size;
    }
    i += size > 0 ? size : 1;
  }
  parts.push_back(trimmed(text.substr(std::min(begin, text.size()))));
  return parts;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '~';
}

/// The length of ` and ` here, or 0.
std::size_t and_at(std::string_view text, std::size_t at) {
  if (!is_blank(text[at]) || text.size() < at + 5) return 0;
  const std::string word = to_lower(text.substr(at + 1, 3));
  return word == "and" && is_blank(text[at + 4]) ? 5 : 0;
}

std::size_t comma_at(std::string_view text, std::size_t at) {
  return text[at] == ',';
}
std::size_t blank_at(std::string_view text, std::size_t at) {
  return is_blank(text[at]);
}

std::vector<std::string_view> words_of(std::string_view text) {
  auto words = split(text, blank_at);
  std::erase_if(words, [](std::string_view word) { return word.empty(); });
  return words;
}

/// A word whose first letter outside braces is in lower case: part of “von”.
bool is_particle(std::string_view word) {
  if (word.starts_with('{') && !word.starts_with("{\\")) return false;
  const std::string text = plain(word);
  for (const auto at : code_points(text)) {
    if (is_letter(at.code_point)) return is_lower(at.code_point);
  }
  return false;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) out += (i > begin ? " " : "") + plain(words[i]);
  return out;
}

/// "von der Last": what is lower case before the last word is the particle.
void read_family(std::string_view text, Name& name) {
  const auto words = words_of(text);
  std::size_t particle = 0;
  while (particle + 1 < words.size() && is_particle(words[particle])) ++particle;
  name.non_dropping_particle = joined(words, 0, particle);
  name.family = joined(words, particle, words.size());
}

/// "First Middle von Last"
void read_in_order(std::string_view text, Name& name) {
  const auto words = words_of(text);
  std::size_t family = words.size() - 1, first_particle = words.size();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!is_particle(words[i])) continue;
    first_particle = std::min(first_particle, i);
    family = i + 1;
  }
  if (first_particle == words.size()) first_particle = family;
  name.given = joined(words, 0, first_particle);
  name.non_dropping_particle = joined(words, first_particle, family);
  name.family = joined(words, family, words.size());
}

/// BibLaTeX's own form: "family=Vaart, given=Aad, prefix=van der, useprefix=true"
bool read_extended(const std::vector<std::string_view>& parts, Name& name) {
  for (const std::string_view part : parts) {
    const std::size_t sign = part.find('=');
    if (sign == part.npos) return false;
    const std::string key = to_lower(trimmed(part.substr(0, sign)));
    std::string value = plain(part.substr(sign + 1));
    if (key == "family")
      name.family = std::move(value);
    else if (key == "given")
      name.given = std::move(value);
    else if (key == "prefix")
      name.non_dropping_particle = std::move(value);
    else if (key == "suffix")
      name.suffix = std::move(value);
    else if (!key.ends_with("-i") && key != "useprefix")
      return false;
  }
  return true;
}

bool is_wholly_braced(std::string_view text) {
  if (!text.starts_with('{') || !text.ends_with('}')) return false;
  int depth = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
    if (depth == 0) return false;
  }
  return true;
}

Name read_name(std::string_view text) {
  Name name;
  if (is_wholly_braced(text) || text == "others") {
    name.literal = plain(text);
    return name;
  }
  const auto parts = split(text, comma_at);
  if (text.find('=') != text.npos && read_extended(parts, name)) return name;
  name = {};
  if (parts.size() == 1) {
    read_in_order(text, name);
    return name;
  }
  read_family(parts[0], name);
  name.given = plain(parts.back());
  if (parts.size() > 2) name.suffix = plain(parts[1]);
  return name;
}

}  // namespace

std::vector<Name> read_bib_names(std::string_view text) {
  std::vector<Name> names;
  for (const std::string_view part : split(text, and_at)) {
    if (!part.empty()) names.push_back(read_name(part));
  }
  return names;
}

namespace {

std::optional<int> to_int(std::string_view text) {
  int value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// One side of a date; false where it is none.
bool read_side(std::string_view text, ReferenceDate& date) {
  while (text.ends_with('?') || text.ends_with('~') || text.ends_with('%')) date.circa = true, text.remove_suffix(1);
  text = text.substr(0, text.find('T'));
  std::array<int, 3> parts{};
  std::size_t count = 0;
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  for (std::size_t at = 0; at <= text.size() && count < 3;) {
    const std::size_t end = std::min(text.find('-', at), text.size());
    const auto value = to_int(text.substr(at, end - at));
    if (!value) return false;
    parts[count++] = *value;
    at = end + 1;
  }
  if (count == 0 || parts[1] > 24 || parts[2] > 31) return false;
  if (is_negative) parts[0] = -parts[0];
  if (parts[1] > 20) date.season = parts[1] - 20, parts[1] = 0;
  date.parts.push_back(parts);
  return true;
}

}  // namespace

ReferenceDate read_bib_date(std::string_view given) {
  const std::string text = plain(given);
  ReferenceDate date;
  const std::size_t slash = text.find('/');
  const std::string_view first = trimmed(std::string_view(text).substr(0, slash));
  const bool is_range = slash != text.npos;
  const std::string_view last = is_range ? trimmed(std::string_view(text).substr(slash + 1)) : std::string_view();
  bool is_sound = read_side(first, date);
  if (is_sound && is_range) {
    if (last.empty() || last == "..")
      date.parts.push_back({0, 0, 0});
    else
      is_sound = read_side(last, date);
  }
  if (is_sound) return date;
  ReferenceDate literal;
  literal.literal = text;
  return literal;
}

int read_bib_month(std::string_view given, int& day) {
  static constexpr std::string_view kMonths[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string text = to_lower(plain(given));
  int month = 0;
  for (std::size_t i = 0; i < std::size(kMonths); ++i) {
    if (text.find(kMonths[i]) != text.npos) month = static_cast<int>(i) + 1;
  }
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      digits += c;
    else if (!digits.empty())
      break;
  }
  const auto number = to_int(digits);
  if (month == 0) return number && *number <= 12 ? *number : 0;
  if (number && *number <= 31) day = *number;
  return month;
}

}  // namespace bifolio::parse
