// Where a word may be divided between two lines: at hyphens of its own, by
// dictionary (N01), in an address after “/” and before “.” (N06).
#pragma once

#include <cstdint>
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

std::vector<Division> divide_word(std::string_view word, const Piece&, bool may_hyphenate);

}  // namespace bifolio::layout
