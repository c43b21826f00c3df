#include "model/number_text.h"

#include <utility>

#include "model/walk.h"

namespace bifolio {
namespace {

constexpr std::string_view kMinus = "−";

bool is_digit_byte(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t"), end = text.find_last_not_of(" \t");
  return begin == text.npos ? std::string_view{} : text.substr(begin, end - begin + 1);
}

/// The sign, if any; takes it away.
void take_sign(std::string_view& text) {
  if (text.starts_with(kMinus))
    text.remove_prefix(kMinus.size());
  else if (text.starts_with('-') || text.starts_with('+'))
    text.remove_prefix(1);
}

std::size_t take_digits(std::string_view& text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit_byte(text[size])) ++size;
  text.remove_prefix(size);
  return size;
}

/// `1,343` or `12` or `0.5`, `.5`
bool take_decimal(std::string_view& text) {
  std::size_t digits = take_digits(text);
  while (digits > 0 && text.size() > 3 && text[0] == ',' && is_digit_byte(text[1])) {
    text.remove_prefix(1);
    if (take_digits(text) != 3) return false;
  }
  if (text.size() > 1 && text[0] == '.' && is_digit_byte(text[1])) {
    text.remove_prefix(1);
    digits += take_digits(text);
  }
  return digits > 0;
}

}  // namespace

bool is_number(std::string_view text) {
  text = trimmed(text);
  take_sign(text);
  if (!take_decimal(text)) return false;
  if (text.size() > 1 && (text[0] == 'e' || text[0] == 'E')) {
    text.remove_prefix(1);
    take_sign(text);
    if (take_digits(text) == 0) return false;
  }
  return text.empty() || text == "%" || text == "‰";
}

std::string with_minus_sign(std::string_view text) {
  if (!is_number(text)) return "";
  const std::size_t sign = text.find_first_not_of(" \t");
  if (text[sign] != '-') return "";
  return std::string(text.substr(0, sign)) + std::string(kMinus) + std::string(text.substr(sign + 1));
}

std::optional<Inlines> with_minus_sign(const Inlines& inlines) {
  if (with_minus_sign(plain_text(inlines)).empty()) return std::nullopt;
  Inlines shown = inlines;
  bool is_shown = false;
  for_each_inline(shown, [&](Inline& node) {
    auto* words = std::get_if<Text>(&node.value);
    const std::size_t at = words && !is_shown ? words->text.find('-') : std::string::npos;
    if (at == std::string::npos) return;
    words->text.replace(at, 1, kMinus);
    is_shown = true;
  });
  return is_shown ? std::optional(std::move(shown)) : std::nullopt;
}

}  // namespace bifolio
