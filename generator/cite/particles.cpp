#include "cite/particles.h"

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

/// The length of the lower-case words, spaces included, at the start of a family name.
std::size_t leading_particle(std::string_view family) {
  std::size_t end = 0;
  for (;;) {
    const std::size_t space = family.find_first_of(" ", end);
    const std::size_t mark =
        family.find("’", end) < family.find('\'', end) ? family.find("’", end) : family.find('\'', end);
    const std::size_t word_end = std::min(space, mark == family.npos ? mark : mark + (family[mark] == '\'' ? 1 : 3));
    if (word_end == family.npos || word_end >= family.size()) return end;
    if (!starts_lower(family.substr(end, word_end - end))) return end;
    end = word_end == space ? word_end + 1 : word_end;
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
    trim(person.non_dropping);
  }
  if (person.suffix.empty() && !person.given.empty()) {
    const std::size_t comma = person.given.find(", ");
    if (comma != person.given.npos) {
      person.suffix = person.given.substr(comma + 2);
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
