// Quotation marks and apostrophes.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_quotes{
    "typo-quotes",
    Severity::warning,
    {"Replace {wrong} by {right} here.", "此处的 {wrong} 应改为 {right} 。"},
    {"Quotations stand in “ ”, those inside them in ‘ ’, in both languages; the apostrophe is ’ (U+2019). Keyboards "
     "write "
     "straight marks; 「 」 belong to traditional and to vertical text. Feet, inches and 5′ ends are let be.",
     "两种语言的引文都用“”，引文里的引文用‘’；撇号是 ’（U+2019）。键盘打出的是直引号；「」用于繁体和竖排文字。"
     "英尺、英寸和 5′ 端的记号不在此列。"},
    Repair::yes};

namespace {

bool is_word(char32_t c) {
  return is_letter(c) || is_digit(c);
}

/// Where a quotation may begin: at the start, after a space, a bracket, a dash, Han.
bool may_open(const Characters& text, std::size_t i) {
  const char32_t before = text.at(i - 1);
  return before == 0 || is_space(before) || is_opening(before) || before == U'—' || before == U'–' ||
         is_chinese_text(before) || before == U'"';
}

/// A straight mark that closes what opened at `from`.
bool is_closed_later(const Characters& text, std::size_t from) {
  for (std::size_t i = from + 2; i < text.size(); ++i) {
    if (text.at(i) == U'\'' && !is_space(text.at(i - 1)) && !is_latin_letter(text.at(i + 1))) return true;
  }
  return false;
}

void judge_double(const Characters& text, Findings& findings) {
  bool is_open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.at(i) != U'"' && text.at(i) != U'＂') continue;
    if (!is_open && is_number_part(text.at(i - 1))) continue;  // inches
    report(typo_quotes, text, i, i + 1, is_open ? "”" : "“", findings);
    is_open = !is_open;
  }
}

bool is_apostrophe_like(char32_t c) {
  return c == U'\'' || c == U'´' || c == U'‘' || c == U'＇';
}

void judge_single(const Characters& text, Findings& findings) {
  bool is_open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text.at(i), before = text.at(i - 1), after = text.at(i + 1);
    if (!is_apostrophe_like(c)) continue;
    if (is_latin_letter(before) && is_latin_letter(after)) {
      report(typo_quotes, text, i, i + 1, "’", findings);
    } else if (c != U'\'' || (is_number_part(before) && !is_open)) {
      continue;  // feet, minutes of arc, 5′ ends; what is curly already
    } else if (may_open(text, i) && is_word(after)) {
      const bool is_decade = is_number_part(after) && text.at(i + 3) == U's';  // ’90s
      is_open = !is_decade && is_closed_later(text, i);
      report(typo_quotes, text, i, i + 1, is_open ? "‘" : "’", findings);
    } else if (is_word(before) || is_punctuation(before)) {
      report(typo_quotes, text, i, i + 1, "’", findings);
      is_open = false;
    }
  }
}

/// Traditional Chinese and Japanese quote in corners.
bool has_corners(std::string_view language) {
  for (const std::string_view one : {"zh-Hant", "zh-TW", "zh-HK", "ja"}) {
    if (language.starts_with(one)) return true;
  }
  return false;
}

void judge_corners(const Characters& text, Findings& findings) {
  constexpr std::u32string_view kCorners = U"「」『』";
  constexpr std::string_view kRight[] = {"“", "”", "‘", "’"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t at = kCorners.find(text.at(i));
    if (at != kCorners.npos && !has_corners(text.language(i)))
      report(typo_quotes, text, i, i + 1, std::string(kRight[at]), findings);
  }
}

void judge(const Characters& text, Findings& findings) {
  judge_double(text, findings);
  judge_single(text, findings);
  judge_corners(text, findings);
}

}  // namespace

void check_typo_quotes(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
