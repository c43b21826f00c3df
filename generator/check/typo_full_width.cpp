// Digits and letters as wide as a Han character, which input methods write.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_full_width{
    "typo-full-width",
    Severity::warning,
    {"Write “{right}” with ordinary digits and letters, not full-width “{wrong}”.",
     "数字和字母应写作半角的“{right}”，而不是全角的“{wrong}”。"},
    {"Full-width digits and letters (U+FF10 to U+FF5A) come from an input method left in full-width mode. They are "
     "found by no search and read aloud one by one.",
     "全角数字和字母（U+FF10 至 U+FF5A）多半是输入法停在全角状态时打出的：搜索找不到，读屏软件会逐个念出。"},
    Repair::yes};

namespace {

bool is_wide(char32_t c) {
  return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

void judge(const Characters& text, Findings& findings) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_wide(text.at(begin))) continue;
    const std::size_t end = text.end_of(begin, is_wide);
    report(typo_full_width, text, begin, end, normalize_nfkd(text.utf8(begin, end)), findings);
    begin = end;
  }
}

}  // namespace

void check_typo_full_width(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
