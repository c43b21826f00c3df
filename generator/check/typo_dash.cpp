// Dashes: —— in Chinese; in English one style in a book.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_dash{
    "typo-dash",
    Severity::warning,
    {"Write the dash “{right}” here, not “{wrong}”.", "此处的破折号应写作“{right}”，而不是“{wrong}”。"},
    {"A Chinese dash is two U+2014 (——), not hyphens and not the lines that boxes are drawn with. In English a dash is "
     "the em dash without spaces or the en dash with spaces: a booklet keeps to the one that it uses more.",
     "中文破折号是两个 U+2014（——），不用连字符，也不用制表线。英文破折号用不加空格的长破折号，"
     "或者两边加空格的短破折号：一本书只用一种，以用得多的为准。"},
    Repair::yes};

namespace {

struct Dash {
  std::size_t begin, end;  ///< the spaces around it included
  enum class Style { closed, spaced, wrong } style;
};
using Style = Dash::Style;

bool is_dash_part(char32_t c) {
  return c == U'-' || c == U'—' || c == U'–' || c == U'─' || c == U'―' || c == U'━';
}

bool is_box_line(char32_t c) {
  return c == U'─' || c == U'―' || c == U'━';
}

bool is_chinese_dash_wrong(const Characters& text, std::size_t begin, std::size_t end) {
  if (!touches_chinese(text, begin, end)) return false;
  const bool is_option = is_latin_letter(text.at(end)) && !is_latin_letter(text.at(begin - 1));  // 写--help
  return is_box_line(text.at(begin)) || (text.at(begin) == U'-' && end - begin > 1 && !is_option);
}

/// Words stand on both sides, so that it is no range, no sign and no option (`--help`).
bool is_between_words(const Characters& text, std::size_t begin, std::size_t end) {
  const auto is_word = [](char32_t c) { return is_letter(c) || is_punctuation(c) || c == U'\uFFFC'; };
  const bool is_half_spaced = is_space(text.at(begin - 1)) != is_space(text.at(end));
  const char32_t before = text.at(text.begin_of(begin, is_space) - 1), after = text.at(text.end_of(end, is_space));
  return !is_half_spaced && is_word(before) && is_word(after) && !is_dash_part(after);
}

/// The English dash of these characters, if it is one.
bool is_english_dash(const Characters& text, std::size_t begin, std::size_t end, Dash& dash) {
  if (!is_between_words(text, begin, end)) return false;
  const char32_t c = text.at(begin);
  const bool is_spaced = is_space(text.at(end)), is_single = end - begin == 1;
  if (is_single && (c == U'-' || (c == U'–' && !is_spaced))) return false;
  dash = {text.begin_of(begin, is_space), text.end_of(end, is_space), Style::wrong};
  if (is_single && c == U'—' && !is_spaced) dash.style = Style::closed;
  if (is_single && c == U'–') dash.style = Style::spaced;
  return true;
}

/// Every run of such signs.
template <typename Visit>
void for_each_run(const Characters& text, Visit visit) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_dash_part(text.at(begin))) continue;
    const char32_t c = text.at(begin);
    const std::size_t end = text.end_of(begin, [c](char32_t one) { return one == c; });
    visit(begin, end);
    begin = end;
  }
}

struct Usage {
  std::size_t closed = 0, spaced = 0;
};

Usage usage_of(const std::vector<Characters>& book) {
  Usage usage;
  for (const Characters& text : book) {
    for_each_run(text, [&](std::size_t begin, std::size_t end) {
      Dash dash{};
      if (text.is_chinese(begin) || !is_english_dash(text, begin, end, dash)) return;
      usage.closed += dash.style == Style::closed;
      usage.spaced += dash.style == Style::spaced;
    });
  }
  return usage;
}

void judge(const Characters& text, Style kept, Findings& findings) {
  for_each_run(text, [&](std::size_t begin, std::size_t end) {
    Dash dash{};
    if (text.is_chinese(begin)) {
      if (is_chinese_dash_wrong(text, begin, end)) report(typo_dash, text, begin, end, "——", findings);
    } else if (is_english_dash(text, begin, end, dash) && dash.style != kept) {
      report(typo_dash, text, dash.begin, dash.end, kept == Style::spaced ? " – " : "—", findings);
    }
  });
}

}  // namespace

void check_typo_dash(const Context& context, Findings& findings) {
  for (const std::vector<Characters>& book : context.characters) {
    const Usage usage = usage_of(book);
    const Style kept = usage.spaced > usage.closed ? Style::spaced : Style::closed;
    for (const Characters& text : book) judge(text, kept, findings);
  }
}

}  // namespace bifolio::check
