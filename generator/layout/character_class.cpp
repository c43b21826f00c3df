#include "layout/character_class.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/unicode.h"

namespace bifolio::layout {
namespace {

using enum CharacterClass;

struct ClassMembers {
  CharacterClass of;
  std::u32string_view characters;
};

constexpr ClassMembers kMembers[] = {
    {opening, U"([{（【〖〔［｛《〈“‘「『«‹〝¿¡"},
    {closing, U")]}）】〗〕］｝》〉”’」』»›〞"},
    {comma, U",;:，、；："},
    {stop, U".?!。？！．‼⁇⁈⁉｡"},
    {dash, U"—–⸺⸻―～〜"},
    {ellipsis, U"…‥"},
    {middle_dot, U"·・‧"},
    {slash, U"/／⁄"},
    {prefix, U"$¥£€№￥＄￡"},
    {postfix, U"%％‰℃℉°′″¢"},
    {sign, U"<=>~+±×÷≤≥≈≠−∼＜＞＝＋≪≫∓"},
    {hyphen, U"-‐"},
    {straight_quote, U"\"'"},
    {space, U" \t\n\r\v\f"},
    {fixed_space, U"\u00A0\u202F\u2007"},
    {soft_hyphen, U"\u00AD"},
    {break_here, U"\u200B"},
    {joiner, U"\u2060\uFEFF"},
};

struct Mark {
  char32_t character;
  CharacterClass of;
};

constexpr std::size_t count_members() {
  std::size_t count = 0;
  for (const ClassMembers& members : kMembers) count += members.characters.size();
  return count;
}

constexpr auto kMarks = [] {
  std::array<Mark, count_members()> marks = {};
  std::size_t at = 0;
  for (const ClassMembers& members : kMembers) {
    for (const char32_t c : members.characters) marks[at++] = {c, members.of};
  }
  std::sort(marks.begin(), marks.end(), [](Mark a, Mark b) { return a.character < b.character; });
  return marks;
}();

/// The class of a listed mark; `symbol` for every other character.
constexpr CharacterClass find_mark(char32_t c) {
  const auto at =
      std::lower_bound(kMarks.begin(), kMarks.end(), c, [](Mark mark, char32_t c) { return mark.character < c; });
  return at != kMarks.end() && at->character == c ? at->of : symbol;
}

constexpr auto kAscii = [] {
  std::array<CharacterClass, 128> table = {};
  for (char32_t c = 0; c < 128; ++c) {
    const bool is_letter = (c | 0x20) >= U'a' && (c | 0x20) <= U'z';
    table[c] = is_letter ? letter : c >= U'0' && c <= U'9' ? digit : find_mark(c);
  }
  return table;
}();

}  // namespace

CharacterClass classify(char32_t c) {
  if (c < 0x80) return kAscii[c];
  if (c >= 0x4E00 && c <= 0x9FFF) return han;
  if (const CharacterClass mark = find_mark(c); mark != symbol) return mark;
  if (is_han(c)) return han;
  if (is_letter(c)) return letter;
  if (is_digit(c)) return digit;
  if (is_space(c)) return space;
  if (is_mark(c) || is_control(c)) return combining;
  return symbol;
}

bool may_start_line(CharacterClass c) {
  constexpr CharacterClass kForbidden[] = {closing, comma,   stop,   dash,      ellipsis, middle_dot,
                                           slash,   postfix, hyphen, combining, joiner,   soft_hyphen};
  return std::find(std::begin(kForbidden), std::end(kForbidden), c) == std::end(kForbidden);
}

bool may_end_line(CharacterClass c) {
  return c != opening && c != slash && c != prefix && c != joiner;
}

}  // namespace bifolio::layout
