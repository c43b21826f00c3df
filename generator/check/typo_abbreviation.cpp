// Abbreviations stand in capitals, without full stops.
#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_abbreviation{
    "typo-abbreviation",
    Severity::warning,
    {"Write “{right}”, not “{wrong}”.", "应写作“{right}”，而不是“{wrong}”。"},
    {"Abbreviations of three letters or more are written in capitals without full stops: ALS, FDA. The initials of a "
     "name keep theirs: J.R.R. Tolkien.",
     "三个字母以上的缩写用大写字母，不加点：ALS、FDA。人名的首字母保留点：J.R.R.托尔金。"},
    Repair::yes};

namespace {

bool is_capital(char32_t c) {
  return c >= U'A' && c <= U'Z';
}

/// A surname follows: a capital and then small letters, or a transliteration.
bool precedes_surname(const Characters& text, std::size_t end) {
  const std::size_t next = text.end_of(end, is_space);
  return (is_capital(text.at(next)) && is_lower(text.at(next + 1))) ||
         (is_name_character(text.at(next)) && is_name_character(text.at(next + 1)));
}

void judge(const Characters& text, Findings& findings) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!is_capital(text.at(begin)) || is_latin_letter(text.at(begin - 1)) || text.at(begin - 1) == U'.') continue;
    std::string letters;
    std::size_t end = begin;
    for (; is_capital(text.at(end)) && text.at(end + 1) == U'.'; end += 2) letters += static_cast<char>(text.at(end));
    if (letters.size() < 3 || is_latin_letter(text.at(end)) || precedes_surname(text, end)) continue;
    const bool ends_sentence = text.at(end) == 0;
    report(typo_abbreviation, text, begin, ends_sentence ? end - 1 : end, letters, findings);
    begin = end;
  }
}

}  // namespace

void check_typo_abbreviation(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
