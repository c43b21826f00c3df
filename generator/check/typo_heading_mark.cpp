// A heading ends without a mark.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_heading_mark{
    "typo-heading-mark",
    Severity::warning,
    {"A heading ends without “{wrong}”; remove it.", "标题末尾不加“{wrong}”，请删去。"},
    {"No full stop, comma, semicolon or colon ends a heading; a question keeps its question mark, an abbreviation its "
     "full stop.",
     "标题末尾不用句号、逗号、分号和冒号；问句的问号、缩写的点保留。"},
    Repair::yes};

namespace {

bool is_stop(char32_t c) {
  return std::u32string_view(U"。．.，,、；;：:").find(c) != std::u32string_view::npos && c != 0;
}

/// “et al.”, “Inc.”, “U.S.”, “…”
bool is_abbreviation(const Characters& text, std::size_t at) {
  if (text.at(at) != U'.') return false;
  const std::size_t begin = text.begin_of(at, [](char32_t c) { return is_latin_letter(c) || c == U'.'; });
  const std::string word = text.utf8(begin, at);
  if (word.find('.') != word.npos || (word.size() == 1 && is_upper(text.at(begin)))) return true;
  for (const std::string_view one :
       {"al", "etc", "vs", "Inc", "Ltd", "Corp", "Co", "Jr", "Sr", "St", "spp", "cf", "No"}) {
    if (word == one) return true;
  }
  return begin == at && text.at(at - 1) == U'.';
}

void judge(const Characters& text, Findings& findings) {
  const Passage::Kind kind = text.passage().kind;
  if (kind != Passage::Kind::heading && kind != Passage::Kind::title) return;
  const std::size_t end = text.begin_of(text.size(), is_space);
  if (end < 2 || !is_stop(text.at(end - 1)) || is_abbreviation(text, end - 1)) return;
  report(typo_heading_mark, text, end - 1, end, "", findings);
}

}  // namespace

void check_typo_heading_mark(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
