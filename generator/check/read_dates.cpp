// Calendar dates as English, Chinese and ISO 8601 write them.
#include <array>

#include "check/quantity_parts.h"

namespace bifolio::check {
namespace {

struct Digits {
  int value = 0;
  std::size_t end = 0;
  std::size_t count = 0;
};

/// Up to four digits, and no fifth; a count of 0 where none start here.
Digits digits_at(const PlainChars& text, std::size_t at) {
  Digits digits{0, at, 0};
  for (; is_ascii_digit(text.at(digits.end)); ++digits.end) {
    if (++digits.count > 4) return {0, at, 0};
    digits.value = digits.value * 10 + static_cast<int>(text.at(digits.end) - U'0');
  }
  return digits;
}

bool is_year(const Digits& digits) {
  return digits.count == 4 && digits.value >= 1900 && digits.value <= 2099;
}
bool is_month(const Digits& digits) {
  return digits.count >= 1 && digits.count <= 2 && digits.value >= 1 && digits.value <= 12;
}
bool is_day(const Digits& digits) {
  return digits.count >= 1 && digits.count <= 2 && digits.value >= 1 && digits.value <= 31;
}

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

/// The month a word names, in full or short; 0 where it names none. A small
/// letter starts no month: “may”, “march”.
int month_named(const PlainChars& text, std::size_t at) {
  if (text.at(at) < U'A' || text.at(at) > U'Z') return 0;
  const std::string word = text.word(at);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3) || (word == "sept" && i == 8))
      return static_cast<int>(i) + 1;
  }
  return 0;
}

std::size_t month_end(const PlainChars& text, std::size_t at) {
  const std::size_t end = at + text.word(at).size();
  return text.at(end) == U'.' ? end + 1 : end;
}

/// 25, 25th
Digits day_at(const PlainChars& text, std::size_t at) {
  Digits day = digits_at(text, at);
  for (const std::u32string_view suffix : {U"st", U"nd", U"rd", U"th"}) {
    if (day.count > 0 && text.starts_with(day.end, suffix)) day.end += 2;
  }
  return day;
}

/// “, 2023” or “ 2023”
std::optional<Digits> year_behind(const PlainChars& text, std::size_t at) {
  const std::size_t begin = text.skip_spaces(text.at(at) == U',' ? at + 1 : at);
  const Digits year = digits_at(text, begin);
  if (begin == at || !is_year(year)) return std::nullopt;
  return year;
}

std::optional<DateRead> read_english(const PlainChars& text, std::size_t at) {
  if (const int month = month_named(text, at)) {
    const std::size_t end = month_end(text, at);
    DateRead date{0, month, 0, false, false, end};
    const Digits day = day_at(text, text.skip_spaces(end));
    if (is_day(day)) date = {0, month, day.value, false, true, day.end};
    if (const auto year = year_behind(text, date.end)) date = {year->value, month, date.day, false, true, year->end};
    return date;
  }
  const Digits day = day_at(text, at);
  const std::size_t name = text.skip_spaces(day.end);
  const int month = is_day(day) && name > day.end ? month_named(text, name) : 0;
  if (!month) return std::nullopt;
  DateRead date{0, month, day.value, false, true, month_end(text, name)};
  if (const auto year = year_behind(text, date.end)) {
    date.year = year->value;
    date.end = year->end;
  }
  return date;
}

std::optional<DateRead> read_iso(const PlainChars& text, const Digits& year) {
  const char32_t mark = text.at(year.end);
  if (mark != U'-' && mark != U'/' && mark != U'.') return std::nullopt;
  const Digits month = digits_at(text, year.end + 1);
  if (!is_month(month)) return std::nullopt;
  const Digits day = text.at(month.end) == mark ? digits_at(text, month.end + 1) : Digits{};
  if (is_day(day)) return DateRead{year.value, month.value, day.value, false, true, day.end};
  const bool is_plain = mark == U'-' && month.count == 2 && text.at(month.end) != U'-';
  if (!is_plain) return std::nullopt;
  return DateRead{year.value, month.value, 0, false, true, month.end};
}

/// 4月25日 behind a year or alone.
DateRead read_month_and_day(const PlainChars& text, std::size_t at, DateRead date) {
  const Digits month = digits_at(text, text.skip_spaces(at));
  const std::size_t mark = text.skip_spaces(month.end);
  if (!is_month(month) || text.at(mark) != U'月' || text.at(mark + 1) == U'龄') return date;
  date.month = month.value;
  date.end = mark + 1;
  const Digits day = digits_at(text, text.skip_spaces(mark + 1));
  const std::size_t day_mark = text.skip_spaces(day.end);
  if (!is_day(day) || (text.at(day_mark) != U'日' && text.at(day_mark) != U'号')) return date;
  date.day = day.value;
  date.end = day_mark + 1;
  return date;
}

std::optional<DateRead> read_decade(const PlainChars& text, std::size_t at, const Digits& digits) {
  if (digits.value % 10 != 0) return std::nullopt;
  if (is_year(digits) && text.at(digits.end) == U's' && !is_latin(text.at(digits.end + 1)))
    return DateRead{digits.value, 0, 0, true, true, digits.end + 1};
  const std::size_t mark = text.skip_spaces(digits.end);
  if (!text.starts_with(mark, U"年代")) return std::nullopt;
  if (digits.count == 4) return DateRead{digits.value, 0, 0, true, true, mark + 2};
  const bool has_century = text.ends_with(at, U"上世纪") || text.ends_with(at, U"20世纪");
  return DateRead{1900 + digits.value, 0, 0, true, has_century, mark + 2};
}

/// 二〇二三年
std::optional<DateRead> read_han_year(const PlainChars& text, std::size_t at) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  int year = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    const char32_t c = text.at(at + i) == U'零' ? U'〇' : text.at(at + i);
    const std::size_t digit = kDigits.find(c);
    if (digit == kDigits.npos) return std::nullopt;
    year = year * 10 + static_cast<int>(digit);
  }
  if (text.at(at + 4) != U'年' || year < 1900 || year > 2099) return std::nullopt;
  return DateRead{year, 0, 0, false, true, at + 5};
}

}  // namespace

std::optional<DateRead> read_date(const PlainChars& text, std::size_t at) {
  if (!is_ascii_digit(text.at(at))) {
    const auto han = read_han_year(text, at);
    return han || !is_latin(text.at(at)) ? han : read_english(text, at);
  }
  const Digits first = digits_at(text, at);
  if (first.count == 0) return std::nullopt;
  if (const auto decade = read_decade(text, at, first)) return decade;
  const std::size_t mark = text.skip_spaces(first.end);
  if (first.count == 4 && first.value >= 1000 && first.value < 3000 && text.at(mark) == U'年')
    return read_month_and_day(text, mark + 1, {first.value, 0, 0, false, true, mark + 1});
  if (is_year(first)) {
    if (const auto iso = read_iso(text, first)) return iso;
    const char32_t next = text.at(first.end);
    const bool is_fraction = (next == U'.' || next == U',') && is_ascii_digit(text.at(first.end + 1));
    const bool is_scaled = is_han_numeral(next) || is_latin(next);
    if (!is_fraction && !is_scaled) return DateRead{first.value, 0, 0, false, true, first.end};
    return std::nullopt;
  }
  if (const auto english = read_english(text, at)) return english;
  const DateRead month = read_month_and_day(text, at, {});
  if (month.month == 0) return std::nullopt;
  return DateRead{0, month.month, month.day, false, month.day > 0, month.end};
}

}  // namespace bifolio::check
