#include "lang/iso_date.h"

#include <charconv>

namespace bifolio::lang {
namespace {

bool read_number(std::string_view text, std::size_t begin, std::size_t size, int& out) {
  if (begin + size > text.size()) return false;
  const char* last = text.data() + begin + size;
  const auto result = std::from_chars(text.data() + begin, last, out);
  return result.ec == std::errc() && result.ptr == last;
}

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

}  // namespace

std::optional<IsoDate> parse_iso_date(std::string_view text) {
  IsoDate date;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (!read_number(text, 0, 4, date.year) || date.year < 1) return std::nullopt;
  if (text.size() == 4) return date;
  if (text[4] != '-' || !read_number(text, 5, 2, date.month) || date.month < 1 || date.month > 12) return std::nullopt;
  if (text.size() == 7) return date;
  if (text[7] != '-' || !read_number(text, 8, 2, date.day)) return std::nullopt;
  if (date.day < 1 || date.day > days_in(date.year, date.month)) return std::nullopt;
  return date;
}

long day_number(const IsoDate& date) {
  const int month = date.month ? date.month : 12, day = date.day ? date.day : 28;
  const long year = date.year - (month <= 2);
  const long era = year / 400, of_era = year - era * 400;
  const long of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

std::string days_later(const IsoDate& date, long days) {
  // The inverse of day_number, after Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”.
  const long shifted = day_number(date) + days + 719468;
  const long era = shifted / 146097, of_era = shifted % 146097;
  const long years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const long of_year = of_era - (365 * years + years / 4 - years / 100), march = (5 * of_year + 2) / 153;
  const long day = of_year - (153 * march + 2) / 5 + 1, month = march < 10 ? march + 3 : march - 9;
  const auto padded = [](long number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
  };
  return padded(years + era * 400 + (month <= 2), 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

}  // namespace bifolio::lang
