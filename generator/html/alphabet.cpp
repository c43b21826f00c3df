#include "html/alphabet.h"

#include "base/utf8.h"

namespace bifolio::html {
namespace {

/// The first character of each pinyin letter in the order of GB 2312 and of
/// ICU's pinyin collation; no syllable begins with I, U or V.
struct Boundary {
  char letter;
  std::string_view first;
};
constexpr Boundary kPinyin[] = {{'A', "阿"}, {'B', "八"}, {'C', "嚓"}, {'D', "咑"}, {'E', "妸"}, {'F', "发"},
                                {'G', "旮"}, {'H', "哈"}, {'J', "丌"}, {'K', "咔"}, {'L', "垃"}, {'M', "妈"},
                                {'N', "拏"}, {'O', "噢"}, {'P', "妑"}, {'Q', "七"}, {'R', "呥"}, {'S', "仨"},
                                {'T', "他"}, {'W', "穵"}, {'X', "夕"}, {'Y', "丫"}, {'Z', "帀"}};

}  // namespace

Alphabet::Alphabet(const lang::Language& language) : collator_(language.icu_locale()) {}

char Alphabet::letter(std::string_view word) const {
  if (word.empty()) return '#';
  const char32_t first = decode_utf8(word, 0).code_point;
  if (!is_han(first)) {
    const std::string plain = to_upper(strip_marks(word.substr(0, decode_utf8(word, 0).size)));
    return !plain.empty() && plain[0] >= 'A' && plain[0] <= 'Z' ? plain[0] : '#';
  }
  const std::string_view character = word.substr(0, decode_utf8(word, 0).size);
  char letter = 'A';
  for (const Boundary& boundary : kPinyin) {
    if (collator_.compare(boundary.first, character) > 0) break;
    letter = boundary.letter;
  }
  return letter;
}

}  // namespace bifolio::html
