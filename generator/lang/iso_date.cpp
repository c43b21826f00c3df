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

}  // namespace bifolio::lang
