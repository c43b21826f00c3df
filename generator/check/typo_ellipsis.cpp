// The ellipsis: six dots in Chinese, three in English.
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_ellipsis{
    "typo-ellipsis",
    Severity::warning,
    {"Write the ellipsis “{right}” here, not “{wrong}”.", "此处的省略号应写作“{right}”，而不是“{wrong}”。"},
    {"A Chinese ellipsis is six dots, two U+2026 (……); an English one is three, one U+2026 (…) or full stops.",
     "中文省略号是六个点，即两个 U+2026（……）；英文省略号是三个点，即一个 U+2026（…）或三个下脚点。"},
    Repair::yes};

namespace {

bool is_dot(char32_t c) {
  return c == U'.' || c == U'。' || c == U'．' || c == U'…' || c == U'⋯';
}

/// Three full stops of any kind, or signs that hold three.
bool is_ellipsis(std::u32string_view dots) {
  return dots.size() >= 3 || dots[0] == U'…' || dots[0] == U'⋯';
}

/// `……` and the full stop that some write after it.
bool is_right(std::u32string_view dots, bool in_chinese) {
  if (in_chinese) return dots == U"……" || dots == U"……。";
  return dots == U"…" || dots == U"…." || dots == U"..." || dots == U"....";
}

void judge(const Characters& text, Findings& findings) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_dot(text.at(begin))) continue;
    const std::size_t end = text.end_of(begin, is_dot);
    const std::u32string_view dots = text.text(begin, end);
    const bool in_chinese = text.is_chinese(begin) && touches_chinese(text, begin, end);
    if (is_ellipsis(dots) && in_chinese && !is_right(dots, true))
      report(typo_ellipsis, text, begin, end, "……", findings);
    if (is_ellipsis(dots) && !text.is_chinese(begin) && !touches_chinese(text, begin, end) && !is_right(dots, false))
      report(typo_ellipsis, text, begin, end, "…", findings);
    begin = end;
  }
}

}  // namespace

void check_typo_ellipsis(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
