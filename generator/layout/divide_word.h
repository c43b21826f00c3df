// Where a word may be divided between two lines: at hyphens of its own, by
// dictionary (N01), in an address after “/” and before “.” (N06).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/character_class.h"
#include "layout/paragraph.h"

namespace bifolio::layout {

struct Division {
  std::uint32_t at = 0;        ///< bytes before it
  bool is_hyphenated = false;  ///< a hyphen is added
  std::int16_t penalty = 0;
  CharacterClass before = CharacterClass::letter;  ///< the character that would end the line
};

/// Which words the dictionary divides: none that begins with a capital, and none of a list.
struct Hyphenation {
  bool is_allowed = false;
  const std::vector<std::string>* whole_words = nullptr;  ///< sorted, in small letters
};

std::vector<Division> divide_word(std::string_view word, const Piece&, const Hyphenation&);

/// ASCII letters only, as hyphenation sees words.
std::string in_small_letters(std::string_view word);

}  // namespace bifolio::layout
