// Dates, pages and names of the library that cannot be right.
#include <algorithm>
#include <charconv>

#include "base/unicode.h"
#include "check/checks.h"
#include "lang/iso_date.h"
#include "model/identifiers.h"

namespace bifolio::check {

const Rule meta_date_invalid{
    "meta-date-invalid",
    Severity::error,
    {"`{value}` cannot be the date of this work: {why}.", "`{value}` 不可能是这篇文献的日期：{why}。"},
    {"A year has four digits, lies after 1450 and not beyond next year; a day must exist in the calendar.",
     "年份为四位数字，晚于 1450 年，不晚于明年；日期必须存在于日历中。"}};

const Rule meta_pages_invalid{
    "meta-pages-invalid",
    Severity::error,
    {"Pages {value} run backwards; compare them with the article.", "页码 {value} 顺序颠倒，请与原文核对。"},
    {"The last page comes before the first, even when the last is read as a short form (1099–110 = 1099–1110).",
     "末页小于首页，即使把末页当作缩写（1099–110 即 1099–1110）也是如此。"}};

const Rule meta_author_format{
    "meta-author-format",
    Severity::warning,
    {"`{value}` {why}.", "`{value}` {why}。"},
    {"Each author is an entry of its own, with family and given name. Then styles can shorten the list, sort it and "
     "write “et al.” "
     "or “等” where they must.",
     "每位作者单独一条，分姓和名。这样引文格式才能缩短名单、排序，并在需要时写“等”或“et al.”。"}};

namespace {

int year_limit(const Context& context) {
  const std::string& date = context.publication.booklet.date;
  const auto parsed = lang::parse_iso_date(date);
  const auto today = lang::parse_iso_date(context.settings.today);
  return std::max(parsed ? parsed->year : 0, today ? today->year : 0) + 1;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string written(const std::array<int, 3>& parts) {
  std::string text = std::to_string(parts[0]);
  if (parts[1]) text += "-" + two_digits(parts[1]);
  if (parts[2]) text += "-" + two_digits(parts[2]);
  return text;
}

void check_date(const ReferenceDate& date, int limit, Findings& findings) {
  for (const auto& parts : date.parts) {
    const std::string text = written(parts);
    const auto report = [&](std::string en, std::string zh) {
      findings.add(
          {&meta_date_invalid, date.span, {{"value", text}, {"why", std::move(en), std::move(zh)}}, {}, {}, text});
    };
    const int year = parts[0];
    if (year < 0) continue;  // before our era: some sources are that old
    if (year > 9999)
      report("a year has four digits", "年份应为四位数字");
    else if (year < 1450)
      report("no printed work is that old", "早于印刷术");
    else if (limit > 1 && year > limit)
      report("it lies in the future", "在未来");
    else if (parts[1] >= 1 && parts[1] <= 12 && !lang::parse_iso_date(text))
      report("there is no such day", "日历中没有这一天");
    else if (parts[1] > 24 || parts[1] < 0)
      report("there is no such month", "没有这个月份");
  }
}

std::optional<long> number(std::string_view text) {
  long value = 0;
  if (!is_all_digits(text) || text.size() > 9) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// `1099–110` means 1099–1110: the last page borrows the digits it lacks.
bool runs_backwards(std::string_view first, std::string_view last) {
  const auto begin = number(first), end = number(last);
  if (!begin || !end || *end >= *begin) return false;
  if (last.size() >= first.size()) return true;
  const std::string borrowed = std::string(first.substr(0, first.size() - last.size())) + std::string(last);
  return *number(borrowed) < *begin;
}

void check_pages(const ReferenceField& field, Findings& findings) {
  for (const std::string_view dash : {"–", "—", "--", "-"}) {
    const std::size_t at = field.value.find(dash);
    if (at == field.value.npos) continue;
    const std::string_view value = field.value;
    if (runs_backwards(value.substr(0, at), value.substr(at + dash.size()))) {
      findings.add({&meta_pages_invalid, field.span, {{"value", field.value}}, {}, {}, field.value});
    }
    return;
  }
}

std::string shown(const Name& name) {
  if (!name.literal.empty()) return name.literal;
  return name.given.empty() ? name.family : name.given + " " + name.family;
}

void check_name(const Name& name, Span span, Findings& findings) {
  const std::string text = shown(name);
  const auto report = [&](std::string en, std::string zh) {
    findings.add({&meta_author_format, span, {{"value", text}, {"why", std::move(en), std::move(zh)}}, {}, {}, text});
  };
  const std::string folded = fold_case(text);
  if (text.empty())
    report("is an empty name", "是空的姓名");
  else if (text.find(';') != text.npos || text.find("；") != text.npos || text.find("、") != text.npos)
    report("is one author to the program; give each author an entry of its own",
           "会被当作一位作者；请把每位作者分开写");
  else if (folded == "et al" || folded == "et al." || text == "等" || text.ends_with("，等"))
    report("is no name; styles shorten the list of authors by themselves", "不是姓名；引文格式会自动缩短作者名单");
}

}  // namespace

void check_meta(const Context& context, Findings& findings) {
  const int limit = year_limit(context);
  for (const Reference& reference : context.publication.library.references) {
    for (const auto& [variable, date] : reference.dates) check_date(date, limit, findings);
    const auto pages = reference.fields.find("page");
    if (pages != reference.fields.end()) check_pages(pages->second, findings);
    for (const auto& [variable, names] : reference.names) {
      for (const Name& name : names.names) check_name(name, names.span, findings);
    }
  }
}

}  // namespace bifolio::check
