// One number times another.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_times{
    "typo-times",
    Severity::warning,
    {"Write “×” (U+00D7) between numbers, not “{wrong}”.", "两数相乘应写“×”（U+00D7），而不是“{wrong}”。"},
    {"The letter x is read aloud as a letter and is set like one: 3 × 10, 5 × 5 mm.",
     "字母 x 会被读成字母，排出来也是字母：应写 3 × 10、5 × 5 mm。"},
    Repair::yes};

namespace {

bool is_times(char32_t c) {
  return c == U'x' || c == U'X' || c == U'*' || c == U'✕' || c == U'✖' || c == U'╳' || c == U'х';
}

/// The number that ends at `end` is a number by itself: not `0x1F`, `v2x3`.
bool ends_number(const Characters& text, std::size_t end) {
  const std::size_t begin = text.begin_of(end, [](char32_t c) { return is_number_part(c) || c == U'.' || c == U','; });
  const char32_t before = text.at(begin - 1);
  return begin < end && !is_latin_letter(before) && before != U'_' && before != U'-' && text.text(begin, end) != U"0";
}

void judge(const Characters& text, Findings& findings) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_times(text.at(i))) continue;
    const std::size_t left = text.begin_of(i, is_space), right = text.end_of(i + 1, is_space);
    const bool is_even = (left == i) == (right == i + 1);
    if (is_even && is_number_part(text.at(left - 1)) && is_number_part(text.at(right)) && ends_number(text, left))
      report(typo_times, text, i, i + 1, "×", findings);
  }
}

}  // namespace

void check_typo_times(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
