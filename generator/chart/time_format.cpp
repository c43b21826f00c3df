#include "chart/format.h"

namespace bifolio::chart {
namespace {

std::string padded(long long value, std::size_t width, char fill) {
  std::string text = std::to_string(value);
  if (fill != '\0' && text.size() < width) text.insert(0, width - text.size(), fill);
  return text;
}

/// One directive; `fill` is what `%-d`, `%_d` or `%0d` ask for, or the directive's own.
std::string directive(char letter, char fill_asked, double time, const Calendar& c, const Locale& words) {
  const auto number = [&](long long value, std::size_t width, char fill = '0') {
    return padded(value, width, fill_asked == 'x' ? fill : fill_asked);
  };
  switch (letter) {
    case 'Y': return number(c.year, 4);
    case 'y': return number(((c.year % 100) + 100) % 100, 2);
    case 'q': return std::to_string(c.month / 3 + 1);
    case 'm': return number(c.month + 1, 2);
    case 'b': return std::string(words.short_months[static_cast<std::size_t>(c.month)]);
    case 'B': return std::string(words.months[static_cast<std::size_t>(c.month)]);
    case 'd': return number(c.day, 2);
    case 'e': return number(c.day, 2, ' ');
    case 'j': return number(day_of_year(time), 3);
    case 'U': return number(week_of_year(time), 2);
    case 'a': return std::string(words.short_days[static_cast<std::size_t>(c.weekday)]);
    case 'A': return std::string(words.days[static_cast<std::size_t>(c.weekday)]);
    case 'w': return std::to_string(c.weekday);
    case 'u': return std::to_string(c.weekday == 0 ? 7 : c.weekday);
    case 'H': return number(c.hour, 2);
    case 'I': return number(c.hour % 12 == 0 ? 12 : c.hour % 12, 2);
    case 'p': return std::string(words.half_days[c.hour >= 12 ? 1 : 0]);
    case 'M': return number(c.minute, 2);
    case 'S': return number(c.second, 2);
    case 'L': return number(c.millisecond, 3);
    case 'Z': return "+0000";
    case 'x': return format_time(time, "%m/%d/%Y", words);
    case 'X': return format_time(time, "%I:%M:%S %p", words);
    case 'c': return format_time(time, "%x, %X", words);
    case '%': return "%";
    default: return {};
  }
}

}  // namespace

std::string format_time(double time, std::string_view pattern, const Locale& words) {
  const Calendar c = calendar(time);
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '%' || i + 1 == pattern.size()) {
      out += pattern[i];
      continue;
    }
    char fill = 'x';
    char letter = pattern[++i];
    if ((letter == '-' || letter == '_' || letter == '0') && i + 1 < pattern.size()) {
      fill = letter == '-' ? '\0' : letter == '_' ? ' ' : '0';
      letter = pattern[++i];
    }
    out += directive(letter, fill, time, c, words);
  }
  return out;
}

std::string format_time(double time, const Locale& words) {
  const Calendar c = calendar(time);
  if (c.millisecond != 0) return format_time(time, ".%L", words);
  if (c.second != 0) return format_time(time, words.second, words);
  if (c.minute != 0) return format_time(time, words.minute, words);
  if (c.hour != 0) return format_time(time, words.hour, words);
  if (c.day != 1) return format_time(time, c.weekday == 0 ? words.week : words.day, words);
  return format_time(time, c.month != 0 ? words.month : words.year, words);
}

// Vega's timeUnitSpecifier: the longest known combinations first, joined by blanks.
std::string time_pattern(const TimeUnit& unit, const Locale& words) {
  using T = TimeUnit;
  std::string out;
  const auto add = [&](std::string_view part, std::string_view before = " ") {
    if (!out.empty()) out += before;
    out += part;
  };
  unsigned left = unit.parts;
  const auto take = [&](unsigned parts) {
    if ((left & parts) != parts) return false;
    left &= ~parts;
    return true;
  };
  if (take(T::year | T::month | T::date))
    add(words.unit_year_month_date);
  else if (take(T::year | T::month))
    add(words.unit_year_month);
  if (take(T::year)) add(words.unit_year);
  if (take(T::quarter)) add(words.unit_quarter);
  if (take(T::month | T::date)) add(words.unit_month_date);
  if (take(T::month)) add(words.unit_month);
  if (take(T::week)) add("W%U");
  if (take(T::date)) add(words.unit_date);
  if (take(T::day)) add("%a");
  if (take(T::dayofyear)) add("%j");
  if (take(T::hours | T::minutes))
    add("%H:%M");
  else if (take(T::hours))
    add("%H:00");
  if (take(T::minutes)) add("00:%M");
  if (take(T::seconds)) add(":%S", "");
  if (take(T::thousandths)) add(".%L", "");
  return out;
}

}  // namespace bifolio::chart
