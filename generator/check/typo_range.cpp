// From one number to another: 10–20, 10～20.
#include <algorithm>
#include <map>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_range{
    "typo-range",
    Severity::warning,
    {"Write the range “{right}”, not “{wrong}”.", "数值范围应写作“{right}”，而不是“{wrong}”。"},
    {"A hyphen joins words; from one number to another stands an en dash (U+2013) in English, and in Chinese the en "
     "dash "
     "or ～ (U+FF5E): a booklet keeps to the one that it uses more. Dates, numbers of figures and names such as IL-6 "
     "keep their hyphen.",
     "连字符用来连接词；数值的起止，英文用短破折号（U+2013），中文用短破折号或“～”（U+FF5E）：一本书只用一种，"
     "以用得多的为准。日期、图表编号和 IL-6 一类的名称仍用连字符。"},
    Repair::yes};

namespace {

bool is_range_mark(char32_t c) {
  return std::u32string_view(U"-‐‑–—~～〜∼").find(c) != std::u32string_view::npos && c != 0;
}

struct Number {
  std::size_t begin, end;
  double value;
  bool is_whole;
};

struct Range {
  Number from, to;
  std::size_t mark, mark_end;
  std::size_t end;  ///< after the second number and its %
};

/// The number that starts at `i`: digits with commas in thousands and one point.
std::optional<Number> number_at(const Characters& text, std::size_t i) {
  Number number{i, i, 0, true};
  double unit = 1;
  for (;; ++number.end) {
    const char32_t c = text.at(number.end);
    const bool goes_on = is_number_part(text.at(number.end + 1)) && number.end > i;
    if (is_number_part(c)) {
      number.value = number.is_whole ? number.value * 10 + (c - U'0') : number.value + (unit /= 10) * (c - U'0');
    } else if (c == U'.' && goes_on && number.is_whole) {
      number.is_whole = false;
    } else if (c != U',' || !goes_on) {
      break;
    }
  }
  return number.end > i ? std::optional(number) : std::nullopt;
}

/// `2024-08` and `2024-2025` look alike; the second is a range.
bool is_month(const Characters& text, const Range& range) {
  const std::size_t from = range.from.end - range.from.begin, to = range.to.end - range.to.begin;
  return from == 4 && to == 2 && text.at(range.mark) != U'~' && range.to.value >= 1 && range.to.value <= 12;
}

/// Numbers of telephones, patents and pages of a folder: zeros first, or more digits than anyone measures.
bool is_identifier(const Characters& text, const Number& number) {
  constexpr std::size_t kMostDigits = 4;
  const bool has_zero_first = number.is_whole && number.end - number.begin > 1 && text.at(number.begin) == U'0';
  return has_zero_first || (number.is_whole && number.end - number.begin > kMostDigits &&
                            text.text(number.begin, number.end).find(U',') == std::u32string_view::npos);
}

/// “Table 1-2”, “图 1-2”, “第1-2号”: a number of two parts.
bool is_label(const Characters& text, std::size_t begin) {
  const std::size_t end = text.begin_of(begin, is_space);
  if (std::u32string_view(U"图表第节章号").find(text.at(end - 1)) != std::u32string_view::npos && end > 0) return true;
  const std::size_t start = text.begin_of(end, [](char32_t c) { return is_latin_letter(c) || c == U'.'; });
  std::string word = to_lower(text.utf8(start, end));
  if (word.ends_with('.')) word.pop_back();
  for (const std::string_view one :
       {"table", "figure", "fig", "section", "chapter", "appendix", "box", "no", "version", "issn"}) {
    if (word == one) return true;
  }
  return false;
}

/// Nothing clings to it that would make it a part of a name: `14-3-3`, `7-8-dihydroxy`, `(1-2)`.
bool stands_alone(const Characters& text, std::size_t begin, std::size_t end) {
  const auto clings = [](char32_t c) {
    return is_latin_letter(c) || is_number_part(c) || is_range_mark(c) ||
           (c != 0 && std::u32string_view(U"/\\_@#.^").find(c) != std::u32string_view::npos);
  };
  const bool ends_sentence =
      text.at(end) == U'.' && !is_number_part(text.at(end + 1)) && !is_latin_letter(text.at(end + 1));
  return !clings(text.at(begin - 1)) && (!clings(text.at(end)) || ends_sentence);
}

std::optional<Range> range_at(const Characters& text, std::size_t i) {
  if (is_number_part(text.at(i - 1))) return {};
  const auto from = number_at(text, i);
  if (!from) return {};
  const std::size_t mark = text.at(from->end) == U'%' ? from->end + 1 : from->end;
  const std::size_t mark_end = text.end_of(mark, is_range_mark);
  if (mark_end == mark || mark_end - mark > 2) return {};
  const auto to = number_at(text, mark_end);
  if (!to || from->value >= to->value) return {};
  const std::size_t end = text.at(to->end) == U'%' ? to->end + 1 : to->end;
  const Range range{*from, *to, mark, mark_end, end};
  if (!stands_alone(text, i, end) || is_label(text, i) || is_month(text, range)) return {};
  return is_identifier(text, *from) || is_identifier(text, *to) ? std::nullopt : std::optional(range);
}

template <typename Visit>
void for_each_range(const Characters& text, Visit visit) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const auto range = range_at(text, i)) visit(*range);
  }
}

/// A cell that is a range and nothing else may belong to a column that all languages share.
bool may_be_shared(const Characters& text, const Range& range) {
  return text.passage().kind == Passage::Kind::cell && range.from.begin == 0 && range.end == text.size();
}

/// The mark that Chinese text of the book has most.
char32_t chinese_mark(const std::vector<Characters>& book) {
  std::map<char32_t, int> uses;
  for (const Characters& text : book) {
    if (text.passage().kind == Passage::Kind::cell) continue;
    for_each_range(text, [&](const Range& range) { uses[text.at(range.mark)] += text.is_chinese(range.mark); });
  }
  return uses[U'–'] > uses[U'～'] ? U'–' : U'～';
}

}  // namespace

void check_typo_range(const Context& context, Findings& findings) {
  for (const std::vector<Characters>& book : context.characters) {
    const char32_t in_chinese = chinese_mark(book);
    for (const Characters& text : book) {
      for_each_range(text, [&](const Range& range) {
        const char32_t right = text.is_chinese(range.mark) ? in_chinese : U'–';
        const char32_t mark_seen = range.mark_end - range.mark == 1 ? text.at(range.mark) : 0;
        if (mark_seen == right || (mark_seen == U'–' && may_be_shared(text, range))) return;
        std::string mark;
        append_utf8(mark, right);
        report(typo_range, text, range.from.begin, range.end,
               text.utf8(range.from.begin, range.mark) + mark + text.utf8(range.mark_end, range.end), findings);
      });
    }
  }
}

}  // namespace bifolio::check
