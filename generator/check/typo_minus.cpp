// Numbers below zero.
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/typography.h"
#include "model/number_text.h"

namespace bifolio::check {

const Rule typo_minus{
    "typo-minus",
    Severity::warning,
    {"Write “{right}” with a minus sign (U+2212), not “{wrong}”.",
     "负数应写作“{right}”，用减号（U+2212），而不是“{wrong}”。"},
    {"A hyphen before a number is short, may be left behind at the end of a line, and is not read aloud as minus. "
     "Cells "
     "that hold nothing but a number may keep the hyphen that a spreadsheet writes: it is shown as a minus.",
     "数字前的连字符太短，可能被留在行末，读屏软件也不会读成“负”。只有一个数的单元格可以保留电子表格写的连字符：印出来"
     "是减号。"},
    Repair::yes};

namespace {

bool is_hyphen(char32_t c) {
  return c == U'-' || c == U'–' || c == U'－' || c == U'‐' || c == U'‑' || c == U'﹣';
}

/// “IL -6”, “TDP -43”: a name that came apart.
bool follows_name(const Characters& text, std::size_t at) {
  const std::size_t end = text.begin_of(at, is_space);
  const std::size_t begin = text.begin_of(end, [](char32_t c) { return is_letter(c) && !is_han(c); });
  bool has_lower = begin == end;
  for (std::size_t i = begin; i < end; ++i) has_lower |= is_lower(text.at(i)) && text.at(i) < 0x250;
  return end < at && (!has_lower || is_number_part(text.at(end - 1)));
}

/// “为-3”, “差-0.2”: words after which a number follows. 白介素-6 is a name.
bool follows_number_word(char32_t c) {
  return c != 0 && std::u32string_view(U"为是至到间差于约达了从").find(c) != std::u32string_view::npos;
}

bool is_sign(const Characters& text, std::size_t at) {
  const char32_t before = text.at(at - 1);
  if (before == 0 || is_opening(before) || follows_number_word(before)) return true;
  if (is_space(before)) return !follows_name(text, at);
  return std::u32string_view(U"=<>≤≥≈±，、；：,～〜＝＜＞").find(before) != std::u32string_view::npos;
}

/// One number and nothing else but notes and citations.
bool is_number_cell(const Passage& passage) {
  return passage.kind == Passage::Kind::cell &&
         is_number(std::string_view(passage.text).substr(0, passage.text.find(kObject)));
}

void judge(const Characters& text, Findings& findings) {
  if (is_number_cell(text.passage())) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_hyphen(text.at(i)) || !is_number_part(text.at(i + 1)) || !is_sign(text, i)) continue;
    const std::size_t end = text.end_of(i + 1, [](char32_t c) { return is_number_part(c) || c == U'.'; });
    const std::size_t stop = text.at(end - 1) == U'.' ? end - 1 : end;
    report(typo_minus, text, i, stop, "−" + text.utf8(i + 1, stop), findings);
  }
}

}  // namespace

void check_typo_minus(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
