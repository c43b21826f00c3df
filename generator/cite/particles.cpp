#include "cite/particles.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace bifolio::cite {
namespace {

bool starts_lower(std::string_view word) {
  for (const auto at : code_points(word)) {
    if (is_letter(at.code_point)) return is_lower(at.code_point);
  }
  return false;
}

/// Articles that stand before a name with a hyphen: “al-Hakim”.
bool is_article(std::string_view word) {
  static constexpr std::string_view kArticles[] = {"al",  "el", "ad", "an", "ar", "as",
                                                   "ash", "at", "az", "ed", "es", "ul"};
  return std::find(std::begin(kArticles), std::end(kArticles), word) != std::end(kArticles);
}

/// Where the word that begins here ends: after a space, an apostrophe or an article's hyphen.
std::size_t word_end(std::string_view text, std::size_t begin) {
  for (const auto [c, offset, size] : code_points(text.substr(begin))) {
    const bool is_inside = offset > 0;
    if (c == ' ') return begin + offset + size;
    if (is_inside && (c == '\'' || c == 0x2019)) {
      const std::size_t after = begin + offset + size;
      return after < text.size() && text[after] == ' ' ? after + 1 : after;
    }
    if (c == '-' && is_article(text.substr(begin, offset))) return begin + offset + size;
  }
  return text.npos;
}

/// The length of the lower-case words, spaces included, at the start of a family name.
std::size_t leading_particle(std::string_view family) {
  std::size_t end = 0;
  for (;;) {
    const std::size_t next = word_end(family, end);
    if (next == family.npos || next >= family.size() || !starts_lower(family.substr(end, next - end))) return end;
    end = next;
  }
}

/// Where the lower-case words at the end of a given name begin.
std::size_t trailing_particle(std::string_view given) {
  std::size_t begin = given.size();
  for (;;) {
    const std::size_t space = begin == 0 ? given.npos : given.rfind(' ', begin - 1);
    if (space == given.npos || !starts_lower(given.substr(space + 1, begin - space - 1))) return begin;
    begin = space;
  }
}

void trim(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
}

}  // namespace

void parse_particles(Person& person) {
  if (person.family.starts_with('"') && person.family.ends_with('"') && person.family.size() > 1) {
    person.family = person.family.substr(1, person.family.size() - 2);
    return;
  }
  if (person.non_dropping.empty() && !person.given.empty()) {
    const std::size_t end = leading_particle(person.family);
    person.non_dropping = person.family.substr(0, end);
    person.family.erase(0, end);
    // The space after “de’ ” must stay: after most apostrophes there is none.
    const bool keeps_space = person.non_dropping.ends_with("' ") || person.non_dropping.ends_with("’ ");
    trim(person.non_dropping);
    if (keeps_space) person.non_dropping += ' ';
  }
  if (person.suffix.empty() && !person.given.empty()) {
    // “John, Jr.” and, with a comma that is to be printed, “John,! Jr.”
    const std::size_t comma = person.given.find(',');
    if (comma != person.given.npos && comma > 0) {
      person.suffix = person.given.substr(comma + 1);
      person.given.erase(comma);
      if (person.suffix.starts_with('!')) person.comma_suffix = true, person.suffix.erase(0, 1);
      trim(person.suffix);
    }
  }
  if (person.dropping.empty()) {
    const std::size_t begin = trailing_particle(person.given);
    person.dropping = person.given.substr(begin);
    person.given.erase(begin);
    trim(person.dropping);
  }
}

}  // namespace bifolio::cite
