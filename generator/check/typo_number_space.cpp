// The space between a number and what it counts.
#include <optional>

#include "base/unicode.h"
#include "check/typography.h"

namespace bifolio::check {

const Rule typo_number_space{
    "typo-number-space",
    Severity::warning,
    {"Write “{right}”, not “{wrong}”.", "应写作“{right}”，而不是“{wrong}”。"},
    {"No space stands before %, and one stands before a unit in English: 5%, 50 mg. An ordinary space will do: no line "
     "is broken there.",
     "百分号前不加空格；英文中数字与单位之间空一格：5%、50 mg。用普通空格即可，排版时不会在那里换行。"},
    Repair::yes};

namespace {

bool is_percent(char32_t c) {
  return c == U'%' || c == U'‰' || c == U'％';
}

/// Units that nobody takes for a part of a name (5G, 3D, 10K, T3).
bool is_unit(const std::string& word) {
  for (const std::string_view one :
       {"mg",   "kg",  "µg",   "μg", "ng",  "pg",   "mL",    "ml",     "µL",    "μL",      "dL",  "kDa",
        "nm",   "mm",  "cm",   "km", "mM",  "µM",   "μM",    "nM",     "kHz",   "MHz",     "GHz", "mmHg",
        "mmol", "mol", "kcal", "kJ", "min", "days", "weeks", "months", "years", "patients"}) {
    if (word == one) return true;
  }
  return false;
}

/// Where the number that ends at `end` begins, if it is one by itself.
std::optional<std::size_t> begin_of_number(const Characters& text, std::size_t end) {
  const std::size_t begin = text.begin_of(end, [](char32_t c) { return is_number_part(c) || c == U'.' || c == U','; });
  const char32_t before = text.at(begin - 1);
  const bool is_alone = begin < end && !is_latin_letter(before) && before != U'-' && before != U'_';
  return is_alone ? std::optional(begin) : std::nullopt;
}

void judge_number(const Characters& text, std::size_t begin, std::size_t end, Findings& findings) {
  const std::size_t after = text.end_of(end, is_space);
  if (after > end && is_percent(text.at(after)) && !is_number_part(text.at(after + 1)))
    report(typo_number_space, text, begin, after + 1, text.utf8(begin, end) + text.utf8(after, after + 1), findings);
  const std::size_t word = text.end_of(end, [](char32_t c) { return is_letter(c) && !is_han(c); });
  const bool is_name = is_number_part(text.at(word)) || text.at(word) == U'-';
  if (!text.is_chinese(begin) && !is_name && is_unit(text.utf8(end, word)))
    report(typo_number_space, text, begin, word, text.utf8(begin, end) + " " + text.utf8(end, word), findings);
}

void judge(const Characters& text, Findings& findings) {
  for (std::size_t end = 1; end <= text.size(); ++end) {
    if (!is_number_part(text.at(end - 1)) || is_number_part(text.at(end))) continue;
    if (const auto begin = begin_of_number(text, end)) judge_number(text, *begin, end, findings);
  }
}

}  // namespace

void check_typo_number_space(const Context& context, Findings& findings) {
  judge_passages(context, judge, findings);
}

}  // namespace bifolio::check
