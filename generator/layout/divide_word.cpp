#include "layout/divide_word.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/hyphenate.h"

namespace bifolio::layout {
namespace {

using Class = CharacterClass;

constexpr std::int16_t kHyphenPenalty = 50, kCompoundPenalty = 100, kOwnHyphenPenalty = 30, kAddressPenalty = 20;

bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool is_address(std::string_view word) {
  return word.find("://") != word.npos || word.find("www.") != word.npos || word.find("doi.org/") != word.npos ||
         (word.find("10.") != word.npos && word.find('/') != word.npos);
}

std::vector<Division> divide_address(std::string_view word) {
  std::vector<Division> divisions;
  for (std::uint32_t at = 1; at + 1 < word.size(); ++at) {
    const bool after_slash = word[at - 1] == '/' && word[at] != '/';
    const bool before_dot = word[at] == '.' && word[at - 1] != '.' && word[at - 1] != '/';
    if (after_slash) divisions.push_back({at, false, kAddressPenalty, Class::symbol});
    if (before_dot) divisions.push_back({at, false, kAddressPenalty, Class::letter});
  }
  return divisions;
}

/// Whether a word is made of letters and marks around them: “(double-blind,” is, “IL-6” and “a@b” are not.
bool is_plain(std::string_view word) {
  return std::none_of(word.begin(), word.end(),
                      [](char c) { return (c >= '0' && c <= '9') || c == '@' || c == '_' || c == '\\'; });
}

/// Names of people, places, drugs and genes are never hyphenated (N01).
bool is_name(std::string_view letters, const Hyphenation& hyphenation) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (std::any_of(letters.begin(), letters.end(), is_capital)) return true;
  const auto* names = hyphenation.whole_words;
  return names != nullptr && std::binary_search(names->begin(), names->end(), letters);
}

/// Divisions by dictionary of each run of letters in the word.
void add_hyphens(std::string_view word, std::string_view language, const Hyphenation& hyphenation,
                 std::vector<Division>& divisions) {
  if (!is_plain(word)) return;
  const bool is_compound = !divisions.empty();
  for (auto begin = word.begin(); begin != word.end();) {
    begin = std::find_if(begin, word.end(), is_ascii_letter);
    const auto end = std::find_if_not(begin, word.end(), is_ascii_letter);
    const auto offset = static_cast<std::uint32_t>(begin - word.begin());
    const std::string_view letters(begin, end);
    const auto points =
        is_name(letters, hyphenation) ? std::vector<std::uint32_t>() : text::hyphen_points(letters, language);
    for (const std::uint32_t point : points) {
      divisions.push_back({offset + point, true, is_compound ? kCompoundPenalty : kHyphenPenalty, Class::letter});
    }
    begin = end;
  }
  std::sort(divisions.begin(), divisions.end(), [](const Division& a, const Division& b) { return a.at < b.at; });
}

bool is_invisible(Class c) {
  return c == Class::soft_hyphen || c == Class::break_here;
}
bool is_dash(Class c) {
  return c == Class::dash || c == Class::ellipsis;
}
bool may_follow_dash(Class c) {
  return c == Class::letter || c == Class::opening;
}

bool starts_with_two_letters(std::string_view text) {
  int letters = 0;
  for (const auto [c, offset, size] : code_points(text)) {
    if (classify(c) != Class::letter || ++letters == 2) break;
  }
  return letters == 2;
}

/// Where the spelling itself divides: soft hyphens, hyphens between letters, dashes.
std::vector<Division> divide_at_marks(std::string_view word) {
  std::vector<Division> divisions;
  Class before = Class::space, last = Class::space;
  std::size_t letters = 0;  // in a row, up to the mark `last`
  for (const auto [c, offset, size] : code_points(word)) {
    const Class here = classify(c);
    const auto at = static_cast<std::uint32_t>(offset);
    // “double-blind”, but none of “IL-6”, “E-mail” and “ALSFRS-R”
    if (last == Class::hyphen && letters >= 2 && starts_with_two_letters(word.substr(offset))) {
      divisions.push_back({at, false, kOwnHyphenPenalty, Class::hyphen});
    } else if (is_invisible(last) && is_invisible(here)) {
      // Of several invisible marks in a row the last divides; no line consists of them.
    } else if (last == Class::soft_hyphen && offset > 0) {
      divisions.push_back({at, true, kHyphenPenalty, Class::letter});
    } else if (last == Class::break_here) {
      divisions.push_back({at, false, 0, Class::break_here});
    } else if (is_dash(last) && before != Class::digit && before != Class::space && may_follow_dash(here)) {
      divisions.push_back({at, false, 0, last});
    }
    if (here == Class::letter)
      letters = last == Class::letter ? letters + 1 : 1;
    else if (here != Class::hyphen)
      letters = 0;
    if (here == Class::combining) continue;
    before = last;
    last = here;
  }
  return divisions;
}

}  // namespace

std::string in_small_letters(std::string_view word) {
  std::string small(word);
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return small;
}

std::vector<Division> divide_word(std::string_view word, const Piece& piece, const Hyphenation& hyphenation) {
  if (piece.is_url || is_address(word)) return divide_address(word);
  auto divisions =
      std::all_of(word.begin(), word.end(), is_ascii_letter) ? std::vector<Division>() : divide_at_marks(word);
  if (hyphenation.is_allowed) add_hyphens(word, piece.language, hyphenation, divisions);
  return divisions;
}

}  // namespace bifolio::layout
