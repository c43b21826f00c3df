// The dot between the parts of a transliterated name.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_name_dot{
    "typo-name-dot",
    Severity::warning,
    {"Write “{right}” between the parts of this name, not “{wrong}”.",
     "这个人名各部分之间应写“{right}”，而不是“{wrong}”。"},
    {"The parts of a transliterated name are joined by the middle dot · (U+00B7): 约翰·史密斯. After a Latin initial "
     "stands "
     "a full stop: J.K.罗琳.",
     "外国人名的中文译名，各部分之间用间隔号“·”（U+00B7）：约翰·史密斯。拉丁字母缩写之后用下脚点：J.K.罗琳。"},
    Repair::yes};

namespace {

/// Other dots at half height, which keyboards and copied pages bring: bullets, katakana dots.
bool is_other_dot(char32_t c) {
  return std::u32string_view(U"•・‧∙⋅･●").find(c) != std::u32string_view::npos && c != 0;
}

bool is_capital(char32_t c) {
  return c >= U'A' && c <= U'Z';
}

bool follows_initial(const Characters& text, std::size_t i) {
  const char32_t next = text.at(i + 1);
  return is_capital(text.at(i - 1)) && !is_latin_letter(text.at(i - 2)) && !is_number_part(text.at(i - 2)) &&
         (is_han(next) || (is_capital(next) && (text.at(i + 2) == U'·' || text.at(i + 2) == U'.')));
}

void judge(const Characters& text, Findings& findings) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text.at(i);
    if ((c != U'·' && c != U'.' && c != U'．' && !is_other_dot(c)) || text.language(i).starts_with("ja")) continue;
    const bool between_han = is_han(text.at(i - 1)) && is_han(text.at(i + 1));
    if (between_han && (is_other_dot(c) || ((c == U'.' || c == U'．') && is_in_name(text, i))))
      report(typo_name_dot, text, i, i + 1, "·", findings);
    if ((c == U'·' || is_other_dot(c)) && follows_initial(text, i))
      report(typo_name_dot, text, i, i + 1, ".", findings);
  }
}

}  // namespace

void check_typo_name_dot(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
