// Questions about characters that the inline syntax of Markdown asks.
#pragma once

#include <cstddef>
#include <string_view>

namespace bifolio::parse {

constexpr bool is_ascii_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}
constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_ascii_alphanumeric(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

/// Characters set full-width whatever the language: Han, kana, Hangul and the
/// marks that stand only among them. Curly quotes and dashes are not: English
/// has them too.
bool is_wide_text(char32_t);

/// The character that ends before `at`, or U+000A at the start.
char32_t character_before(std::string_view text, std::size_t at);
/// The character at `at`, or U+000A at the end.
char32_t character_at(std::string_view text, std::size_t at);

}  // namespace bifolio::parse
