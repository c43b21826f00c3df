// Dates without a clock and without zones: milliseconds since 1970-01-01 UTC,
// proleptic Gregorian. A time written without a zone is UTC here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio::chart {

struct Calendar {
  long long year = 1970;
  int month = 0;  ///< 0–11, as in JavaScript
  int day = 1, hour = 0, minute = 0, second = 0, millisecond = 0;
  int weekday = 4;  ///< 0 = Sunday
};

constexpr double kSecond = 1000, kMinute = 60 * kSecond, kHour = 60 * kMinute, kDay = 24 * kHour, kWeek = 7 * kDay;

Calendar calendar(double milliseconds);
/// Fields may overflow: month 12 is January of the next year.
double milliseconds(const Calendar&);
double milliseconds(long long year, int month, int day = 1);
int day_of_year(double milliseconds);   ///< 1–366
int week_of_year(double milliseconds);  ///< Sunday-based, 0–53

/// Dates as people and programs write them: ISO 8601, `Jan 1 2000`, `1/31/2010`, `12-Jun-98`. NaN where it is none.
double parse_date(std::string_view);
/// By a d3 time pattern (`%Y-%m-%d`). NaN where the text does not fit.
double parse_date(std::string_view text, std::string_view pattern);

/// Vega's time units: `yearmonth`, `utcyearmonthdate`, `quarter`, `binnedyearquarter`…
struct TimeUnit {
  enum Part : unsigned {
    year = 1,
    quarter = 2,
    month = 4,
    week = 8,
    date = 16,
    day = 32,
    dayofyear = 64,
    hours = 128,
    minutes = 256,
    seconds = 512,
    thousandths = 1024
  };
  unsigned parts = 0;
  bool is_utc = false, is_binned = false;
  int step = 1;

  bool has(Part part) const { return (parts & part) != 0; }
  std::vector<std::string_view> names() const;
  std::string name() const;  ///< "yearmonth"
  /// The start of the interval that holds the time; parts not named become those of 2012, as in Vega.
  double floor(double milliseconds) const;
  /// The start of the next interval.
  double next(double floored) const;
};
std::optional<TimeUnit> parse_time_unit(std::string_view);

/// Steps of a time axis: floor, and the next one.
struct Interval {
  enum class Unit { millisecond, second, minute, hour, day, week, month, year } unit = Unit::day;
  int step = 1;
  double floor(double) const;
  double offset(double, long long count) const;
};
/// d3's choice of about `count` steps.
Interval choose_interval(double begin, double end, double count);
std::vector<double> interval_ticks(double begin, double end, const Interval&);

}  // namespace bifolio::chart
