// Numbers and dates as text, by the patterns of d3-format and d3-time-format
// that Vega-Lite uses, in the words of a language.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "chart/time.h"

namespace bifolio::chart {

/// What a language says where a pattern asks for words.
struct Locale {
  std::array<std::string_view, 12> months, short_months;
  std::array<std::string_view, 7> days, short_days;
  std::array<std::string_view, 2> half_days;
  /// The pattern of an axis label at a step of that size, where none is given.
  std::string_view year, month, week, day, hour, minute, second;
  /// Of a time unit without a pattern.
  std::string_view unit_year, unit_year_month, unit_year_month_date, unit_quarter, unit_month, unit_date,
      unit_month_date;
};
/// By primary subtag; English where we know no better.
const Locale& locale(std::string_view language);

/// d3-format's mini-language: [[fill]align][sign][symbol][0][width][,][.precision][~][type]
struct NumberFormat {
  char fill = ' ', align = '>', sign = '-', symbol = '\0', type = '\0';
  bool zero = false, comma = false, trim = false;
  int width = 0, precision = -1;
  int power = 100;  ///< of type s: the power of ten all numbers share, a multiple of 3; 100 = each its own
};
/// Nothing where the text is no number pattern.
bool parse_number_format(std::string_view, NumberFormat&);
std::string format_number(double, const NumberFormat&);
/// With a pattern that may be malformed: then the plain number.
std::string format_number(double, std::string_view pattern);

std::string format_time(double milliseconds, std::string_view pattern, const Locale&);
/// Each time at the coarsest unit that tells it apart, as time axes do.
std::string format_time(double milliseconds, const Locale&);
/// The pattern that suits a time unit.
std::string time_pattern(const TimeUnit&, const Locale&);

/// d3's step between about `count` ticks, and the ticks.
double tick_step(double begin, double end, double count);
std::vector<double> linear_ticks(double begin, double end, double count);
/// The pattern with the digits that the step needs.
NumberFormat tick_format(double begin, double end, double count, std::string_view pattern);

}  // namespace bifolio::chart
