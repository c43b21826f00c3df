// Marks as wide as the text they stand in.
#include <optional>

#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule hygiene_punct_width{
    "hygiene-punct-width",
    Severity::warning,
    {"Use “{right}” here instead of “{wrong}”.", "此处应使用“{right}”，而不是“{wrong}”。"},
    {"Chinese sentences take full-width marks, English ones half-width marks; brackets take those of the sentence they "
     "stand in. The point and the colon inside a number stay half-width: 3.14, 12:30.",
     "中文句子用全角标点，英文句子用半角标点；括号随所在的句子。数字里的小数点和冒号用半角：3.14、12:30。"},
    Repair::yes};

namespace {

struct Pair {
  char32_t narrow, wide;
  std::string_view as_narrow, as_wide;
};
constexpr Pair kMarks[] = {{U',', U'，', ",", "，"}, {U';', U'；', ";", "；"}, {U':', U'：', ":", "："},
                           {U'?', U'？', "?", "？"}, {U'!', U'！', "!", "！"}, {U'.', U'。', ".", "。"},
                           {U',', U'、', ",", "、"}};

const Pair* narrow_mark(char32_t c) {
  for (const Pair& pair : kMarks) {
    if (pair.narrow == c) return &pair;
  }
  return nullptr;
}

const Pair* wide_mark(char32_t c) {
  for (const Pair& pair : kMarks) {
    if (pair.wide == c) return &pair;
  }
  return nullptr;
}

/// Spaces that come and go with a mark are no part of what is said about it.
void report_mark(const Characters& text, std::size_t begin, std::size_t end, std::string right, Findings& findings) {
  Finding finding = finding_of(hygiene_punct_width, text, begin, end, std::move(right));
  for (Argument& argument : finding.arguments) std::erase(argument.text, ' ');
  findings.add(std::move(finding));
}

bool is_latin_end(char32_t c) {
  return is_latin_letter(c) || is_number_part(c) || c == U')' || c == U']' || c == U'”' || c == U'’' || c == U'%';
}

/// Whether a half-width mark closes or joins clauses of a Chinese sentence.
bool is_chinese_mark(const Characters& text, std::size_t i) {
  const char32_t c = text.at(i), before = text.at(i - 1), after = text.at(i + 1);
  if (is_han(before) && is_han(after)) return c != U'.' || !is_in_name(text, i);
  if (is_han(before) && after == 0) return c != U':' && text.is_chinese(i);
  if (c == U'.' || !text.is_chinese(i)) return false;
  const bool goes_on = is_latin_letter(after) || is_number_part(after) || is_space(after) || is_opening(after);
  return is_han(before) ? goes_on : is_latin_end(before) && is_han(after);
}

/// The mark, and the space after it that the wide one brings itself.
void judge_narrow(const Characters& text, Findings& findings) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Pair* mark = narrow_mark(text.at(i));
    if (!mark || !is_chinese_mark(text, i)) continue;
    const std::size_t end = text.at(i + 1) == U' ' && text.is_chinese(i) ? i + 2 : i + 1;
    report_mark(text, i, end, std::string(mark->as_wide), findings);
  }
}

/// Whether Han stands before the mark in its clause: a Chinese sentence that nobody marked.
bool ends_chinese_clause(const Characters& text, std::size_t i) {
  const std::size_t begin = text.begin_of(
      i, [](char32_t c) { return c != U'\uFFFC' && !is_han(c) && c != U'，' && c != U'。' && c != U'.' && c != U';'; });
  return is_han(text.at(begin - 1));
}

/// Full-width marks in English: a Latin letter, a digit or a bracket before, none of them Chinese after.
void judge_wide(const Characters& text, Findings& findings) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Pair* mark = wide_mark(text.at(i));
    if (!mark || text.is_chinese(i) || !is_latin_end(text.at(i - 1)) || is_chinese_text(text.at(i + 1))) continue;
    if (ends_chinese_clause(text, i)) continue;
    const char32_t after = text.at(i + 1);
    if (mark->narrow == U':' && is_number_part(text.at(i - 1)) && is_number_part(after)) continue;  // a time of day
    const bool needs_space = is_latin_letter(after) || is_number_part(after) || is_opening(after);
    report_mark(text, i, i + 1, std::string(mark->as_narrow) + (needs_space ? " " : ""), findings);
  }
}

/// `3．14`, `12：30`
void judge_numbers(const Characters& text, Findings& findings) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    const char32_t c = text.at(i);
    if ((c == U'．' || c == U'：') && is_number_part(text.at(i - 1)) && is_number_part(text.at(i + 1)))
      report_mark(text, i, i + 1, c == U'．' ? "." : ":", findings);
  }
}

/// The bracket that closes the one at `begin`.
std::optional<std::size_t> closing(const Characters& text, std::size_t begin) {
  int depth = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    depth += text.at(i) == U'(' || text.at(i) == U'（';
    depth -= text.at(i) == U')' || text.at(i) == U'）';
    if (depth == 0) return i;
  }
  return std::nullopt;
}

/// `f(x)`, `p.(Gly93Ala)`: brackets of a name.
bool is_part_of_name(const Characters& text, std::size_t begin, std::size_t end) {
  const char32_t before = text.at(begin - 1);
  const bool clings = is_latin_letter(before) || is_number_part(before) || before == U'.' || before == U'_';
  constexpr std::size_t kShort = 3;
  const bool is_latin = text.end_of(begin, [](char32_t c) { return c < 0x80; }) > end;
  return clings && is_latin && (before == U'.' || before == U'_' || end - begin <= kShort);
}

bool is_chinese_sentence(const Characters& text, std::size_t begin, std::size_t end) {
  if (!text.is_chinese(begin) || is_part_of_name(text, begin, end)) return false;
  return touches_chinese(text, begin, end + 1) || is_han(text.at(begin + 1)) || is_han(text.at(end - 1));
}

void report_brackets(const Characters& text, std::size_t begin, std::size_t end, std::string_view open,
                     std::string_view close, Findings& findings) {
  report_mark(text, begin, begin + 1, std::string(open), findings);
  report_mark(text, end, end + 1, std::string(close), findings);
}

void judge_brackets(const Characters& text, Findings& findings) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const char32_t c = text.at(begin);
    const auto end = c == U'(' || c == U'（' ? closing(text, begin) : std::nullopt;
    if (!end) continue;
    const char32_t before = text.at(begin - 1), after = text.at(*end + 1);
    const bool is_even = c == U'(' ? text.at(*end) == U')' : text.at(*end) == U'）';
    if (is_even && c == U'(' && is_chinese_sentence(text, begin, *end))
      report_brackets(text, begin, *end, "（", "）", findings);
    if (is_even && c == U'（' && !text.is_chinese(begin) && !is_chinese_text(before) && !is_chinese_text(after))
      report_brackets(text, begin, *end, is_latin_end(before) ? " (" : "(", is_latin_letter(after) ? ") " : ")",
                      findings);
  }
}

void judge(const Characters& text, Findings& findings) {
  judge_narrow(text, findings);
  judge_wide(text, findings);
  judge_numbers(text, findings);
  judge_brackets(text, findings);
}

}  // namespace

void check_hygiene_punct_width(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
