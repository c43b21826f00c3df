#include "html/reading_time.h"

#include <algorithm>

#include "model/walk.h"

namespace bifolio::html {
namespace {

/// A rough count straight from the bytes: Han characters have three or more of
/// them and begin with E3 or above (U+3000 on), words are runs of other letters.
struct Amount {
  std::size_t han = 0, words = 0;

  void add(std::string_view text) {
    bool in_word = false;
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      han += byte >= 0xE4;
      const bool is_letter = (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
      if (byte < 0x80) {
        words += is_letter && !in_word;
        in_word = is_letter;
      }
    }
  }
};

}  // namespace

std::size_t reading_minutes(const Document& document) {
  Amount amount;
  for_each_inline(document.blocks, [&](const Inline& node) {
    if (const auto* text = std::get_if<Text>(&node.value)) amount.add(text->text);
  });
  constexpr std::size_t kHan = 300, kWords = 180;
  const std::size_t hundredths = amount.han * 100 / kHan + amount.words * 100 / kWords;
  return std::max<std::size_t>(1, (hundredths + 50) / 100);
}

}  // namespace bifolio::html
