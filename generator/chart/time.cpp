#include "chart/time.h"

#include <array>
#include <cmath>

#include "chart/value.h"

namespace bifolio::chart {
namespace {

// Beyond ±100 million days JavaScript has no date either.
constexpr double kFarthest = 8.64e15;

// Howard Hinnant's "chrono-compatible low-level date algorithms": days from civil and back.
long long days_from_civil(long long year, int month, int day) {
  year -= month <= 2;
  const long long era = (year >= 0 ? year : year - 399) / 400;
  const long long year_of_era = year - era * 400;
  const long long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

void civil_from_days(long long days, Calendar& out) {
  days += 719468;
  const long long era = (days >= 0 ? days : days - 146096) / 146097;
  const long long day_of_era = days - era * 146097;
  const long long year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const long long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const long long shifted = (5 * day_of_year + 2) / 153;
  out.day = static_cast<int>(day_of_year - (153 * shifted + 2) / 5 + 1);
  out.month = static_cast<int>(shifted < 10 ? shifted + 2 : shifted - 10);
  out.year = year_of_era + era * 400 + (out.month <= 1);
}

struct NamedPart {
  std::string_view name;
  TimeUnit::Part part;
};
// In the order in which Vega writes them; longer names first where one begins another.
constexpr NamedPart kParts[] = {
    {"year", TimeUnit::year},
    {"quarter", TimeUnit::quarter},
    {"month", TimeUnit::month},
    {"week", TimeUnit::week},
    {"dayofyear", TimeUnit::dayofyear},
    {"date", TimeUnit::date},
    {"day", TimeUnit::day},
    {"hours", TimeUnit::hours},
    {"minutes", TimeUnit::minutes},
    {"seconds", TimeUnit::seconds},
    {"milliseconds", TimeUnit::thousandths},
};

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

int floor_to(int value, int step) {
  return value - value % step;
}

}  // namespace

Calendar calendar(double time) {
  Calendar out;
  if (std::isnan(time) || std::fabs(time) > kFarthest) return out;
  const auto days = static_cast<long long>(std::floor(time / kDay));
  auto rest = static_cast<long long>(time - static_cast<double>(days) * kDay);
  civil_from_days(days, out);
  out.millisecond = static_cast<int>(rest % 1000);
  rest /= 1000;
  out.second = static_cast<int>(rest % 60);
  out.minute = static_cast<int>(rest / 60 % 60);
  out.hour = static_cast<int>(rest / 3600);
  out.weekday = static_cast<int>(((days + 4) % 7 + 7) % 7);
  return out;
}

double milliseconds(const Calendar& c) {
  long long year = c.year + c.month / 12;
  int month = c.month % 12;
  if (month < 0) {
    month += 12;
    --year;
  }
  const auto days = static_cast<double>(days_from_civil(year, month + 1, 1) + c.day - 1);
  return days * kDay + c.hour * kHour + c.minute * kMinute + c.second * kSecond + c.millisecond;
}

double milliseconds(long long year, int month, int day) {
  Calendar c;
  c.year = year;
  c.month = month;
  c.day = day;
  return milliseconds(c);
}

int day_of_year(double time) {
  return static_cast<int>(std::floor((time - milliseconds(calendar(time).year, 0)) / kDay)) + 1;
}

int week_of_year(double time) {
  const int first = calendar(milliseconds(calendar(time).year, 0)).weekday;
  return (day_of_year(time) - 1 + first) / 7 + (first == 0 ? 1 : 0);
}

std::vector<std::string_view> TimeUnit::names() const {
  std::vector<std::string_view> out;
  for (const NamedPart& each : kParts) {
    if (has(each.part)) out.push_back(each.name);
  }
  return out;
}

std::string TimeUnit::name() const {
  std::string out;
  for (const std::string_view part : names()) out += part;
  return out;
}

double TimeUnit::floor(double time) const {
  if (std::isnan(time)) return time;
  const Calendar in = calendar(time);
  Calendar out;
  // Vega uses 2012, a leap year that starts on a Sunday, where the year is left out.
  out.year = has(year) ? in.year - (parts == year ? ((in.year % step) + step) % step : 0) : 2012;
  if (has(month)) out.month = floor_to(in.month, parts & (date | day | hours) ? 1 : step);
  if (has(quarter)) out.month = in.month / 3 * 3;
  if (has(date)) out.day = has(month) || has(quarter) || has(year) ? in.day : in.day;
  if (has(day) && !has(date)) out.day = 1 + in.weekday;
  if (has(dayofyear)) out.month = 0, out.day = day_of_year(time);
  if (has(week)) {
    out.month = 0;
    const int first = calendar(milliseconds(out.year, 0)).weekday;
    out.day = 1 + week_of_year(time) * 7 - first - (first == 0 ? 7 : 0) + (has(day) ? in.weekday : 0);
  }
  if (has(hours)) out.hour = floor_to(in.hour, has(minutes) ? 1 : step);
  if (has(minutes)) out.minute = floor_to(in.minute, has(seconds) ? 1 : step);
  if (has(seconds)) out.second = floor_to(in.second, has(thousandths) ? 1 : step);
  if (has(thousandths)) out.millisecond = in.millisecond;
  return bifolio::chart::milliseconds(out);
}

double TimeUnit::next(double floored) const {
  Calendar c = calendar(floored);
  if (has(thousandths))
    c.millisecond += step;
  else if (has(seconds))
    c.second += step;
  else if (has(minutes))
    c.minute += step;
  else if (has(hours))
    c.hour += step;
  else if (has(date) || has(day) || has(dayofyear))
    c.day += step;
  else if (has(week))
    c.day += 7 * step;
  else if (has(month))
    c.month += step;
  else if (has(quarter))
    c.month += 3 * step;
  else
    c.year += step;
  return bifolio::chart::milliseconds(c);
}

std::optional<TimeUnit> parse_time_unit(std::string_view text) {
  TimeUnit unit;
  unit.is_binned = take(text, "binned");
  unit.is_utc = take(text, "utc");
  for (const NamedPart& each : kParts) {
    if (take(text, each.name)) unit.parts |= each.part;
  }
  if (!text.empty() || unit.parts == 0) return std::nullopt;
  return unit;
}

double Interval::floor(double time) const {
  Calendar c = calendar(time);
  switch (unit) {
    case Unit::millisecond: return std::floor(time / step) * step;
    case Unit::second: return std::floor(time / (kSecond * step)) * kSecond * step;
    case Unit::minute: return std::floor(time / (kMinute * step)) * kMinute * step;
    case Unit::hour: c.hour = floor_to(c.hour, step), c.minute = c.second = c.millisecond = 0; break;
    // d3 counts days of a month from its first, so every second day restarts each month.
    case Unit::day: return milliseconds(c.year, c.month, 1 + floor_to(c.day - 1, step));
    case Unit::week: return milliseconds(c.year, c.month, c.day - c.weekday);
    case Unit::month: return milliseconds(c.year, floor_to(c.month, step));
    case Unit::year: return milliseconds(c.year - ((c.year % step) + step) % step, 0);
  }
  return milliseconds(c);
}

double Interval::offset(double time, long long count) const {
  const auto n = static_cast<int>(count * step);
  Calendar c = calendar(time);
  switch (unit) {
    case Unit::millisecond: return time + n;
    case Unit::second: return time + n * kSecond;
    case Unit::minute: return time + n * kMinute;
    case Unit::hour: return time + n * kHour;
    case Unit::day: {
      const double next = time + n * kDay;
      // A step that would cross into the next month starts there.
      return step > 1 && calendar(next).month != c.month ? milliseconds(c.year, c.month + 1) : next;
    }
    case Unit::week: return time + n * kWeek;
    case Unit::month: c.month += n; break;
    case Unit::year: c.year += n; break;
  }
  return milliseconds(c);
}

// d3-time 3, `ticker`: the interval whose length is nearest to the wish, by ratio.
Interval choose_interval(double begin, double end, double count) {
  using Unit = Interval::Unit;
  struct Choice {
    Unit unit;
    int step;
    double length;
  };
  constexpr double kMonth = 30 * kDay, kYear = 365 * kDay;
  static constexpr Choice kChoices[] = {{Unit::second, 1, kSecond},
                                        {Unit::second, 5, 5 * kSecond},
                                        {Unit::second, 15, 15 * kSecond},
                                        {Unit::second, 30, 30 * kSecond},
                                        {Unit::minute, 1, kMinute},
                                        {Unit::minute, 5, 5 * kMinute},
                                        {Unit::minute, 15, 15 * kMinute},
                                        {Unit::minute, 30, 30 * kMinute},
                                        {Unit::hour, 1, kHour},
                                        {Unit::hour, 3, 3 * kHour},
                                        {Unit::hour, 6, 6 * kHour},
                                        {Unit::hour, 12, 12 * kHour},
                                        {Unit::day, 1, kDay},
                                        {Unit::day, 2, 2 * kDay},
                                        {Unit::week, 1, kWeek},
                                        {Unit::month, 1, kMonth},
                                        {Unit::month, 3, 3 * kMonth},
                                        {Unit::year, 1, kYear}};
  const double wish = std::fabs(end - begin) / std::max(1.0, count);
  std::size_t i = 0;
  while (i < std::size(kChoices) && kChoices[i].length <= wish) ++i;
  const auto rounded = [](double span) {  // d3's tickStep for one tick, at least 1
    const double power = std::pow(10, std::floor(std::log10(span)));
    const double error = span / power;
    return std::max(1.0, power * (error >= std::sqrt(50)   ? 10
                                  : error >= std::sqrt(10) ? 5
                                  : error >= std::sqrt(2)  ? 2
                                                           : 1));
  };
  if (i == std::size(kChoices)) return {Unit::year, static_cast<int>(std::min(1e6, rounded(wish / kYear)))};
  if (i == 0) return {Unit::millisecond, static_cast<int>(rounded(std::max(wish, 1.0)))};
  const Choice& best = wish / kChoices[i - 1].length < kChoices[i].length / wish ? kChoices[i - 1] : kChoices[i];
  return {best.unit, best.step};
}

std::vector<double> interval_ticks(double begin, double end, const Interval& interval) {
  constexpr std::size_t kMost = 10000;
  std::vector<double> out;
  double at = interval.floor(begin);
  if (at < begin) at = interval.offset(at, 1);
  while (at <= end && out.size() < kMost) {
    out.push_back(at);
    const double next = interval.offset(at, 1);
    if (!(next > at)) break;
    at = next;
  }
  return out;
}

}  // namespace bifolio::chart
