// What a character is to line breaking and spacing (TYPESETTING C01–C11).
#pragma once

#include <cstdint>

namespace bifolio::layout {

enum class CharacterClass : std::uint8_t {
  letter,
  digit,
  han,      ///< ideographs, kana, and signs set like them
  opening,  ///< （《“ ( [
  closing,  ///< ）》” ) ]
  comma,    ///< ，、；： , ; :
  stop,     ///< 。？！ . ? !
  dash,     ///< — – ～
  ellipsis,
  middle_dot,
  slash,
  prefix,   ///< ¥ $ €: with the number after them
  postfix,  ///< % ‰ ℃: with the number before them
  sign,     ///< ± = < ≥
  hyphen,
  straight_quote,
  symbol,
  space,
  fixed_space,  ///< U+00A0, U+202F: no line ends there
  soft_hyphen,
  break_here,  ///< U+200B
  joiner,      ///< U+2060, U+FEFF
  combining,
};

CharacterClass classify(char32_t);

/// C01, C03, N05.
bool may_start_line(CharacterClass);
/// C02.
bool may_end_line(CharacterClass);

/// Marks that occupy half of their em and leave the other half blank (C07, C08, C10).
constexpr bool has_blank_left(CharacterClass c) {
  return c == CharacterClass::opening;
}
constexpr bool has_blank_right(CharacterClass c) {
  return c == CharacterClass::closing || c == CharacterClass::comma || c == CharacterClass::stop;
}

}  // namespace bifolio::layout
