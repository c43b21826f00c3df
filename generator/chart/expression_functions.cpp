#include <algorithm>
#include <cmath>

#include "base/unicode.h"
#include "base/utf8.h"
#include "chart/expression_node.h"

namespace bifolio::chart {
namespace {

using Arguments = std::span<const Value>;
constexpr std::size_t kLongest = 100'000;  // of a text that a function makes

double number(Arguments a, std::size_t i, double otherwise = 0) {
  return i < a.size() ? to_number(a[i]) : otherwise;
}
std::string text(Arguments a, std::size_t i) {
  return i < a.size() ? to_text(a[i]) : std::string();
}

template <double (*f)(double)>
Value math(Arguments a, Surroundings&) {
  return Value::of(f(number(a, 0)));
}

Value round_half_up(Arguments a, Surroundings&) {
  return Value::of(std::floor(number(a, 0) + 0.5));
}
Value sign(Arguments a, Surroundings&) {
  const double x = number(a, 0);
  return Value::of(x > 0 ? 1 : x < 0 ? -1 : x);
}
Value power(Arguments a, Surroundings&) {
  return Value::of(std::pow(number(a, 0), number(a, 1)));
}
Value hypotenuse(Arguments a, Surroundings&) {
  return Value::of(std::hypot(number(a, 0), number(a, 1)));
}
Value arc_tangent2(Arguments a, Surroundings&) {
  return Value::of(std::atan2(number(a, 0), number(a, 1)));
}
Value clamp(Arguments a, Surroundings&) {
  return Value::of(std::max(number(a, 1), std::min(number(a, 2), number(a, 0))));
}

Value smallest(Arguments a, Surroundings&) {
  double best = std::numeric_limits<double>::infinity();
  for (const Value& value : a) best = std::isnan(to_number(value)) ? kNaN : std::min(best, to_number(value));
  return Value::of(best);
}
Value largest(Arguments a, Surroundings&) {
  double best = -std::numeric_limits<double>::infinity();
  for (const Value& value : a) best = std::isnan(to_number(value)) ? kNaN : std::max(best, to_number(value));
  return Value::of(best);
}

// The same every time: a drawing may not depend on chance. Steele and Vigna's splitmix64 over the call's count.
Value steady_random(Arguments, Surroundings& around) {
  std::uint64_t z = ++around.random_calls * 0x9e3779b97f4a7c15ULL;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return Value::of(static_cast<double>((z ^ (z >> 31)) >> 11) * 0x1.0p-53);
}

// ---- types
Value is_valid(Arguments a, Surroundings&) {
  return Value::of_boolean(a[0].is_valid());
}
Value is_nan(Arguments a, Surroundings&) {
  return Value::of_boolean(std::isnan(to_number(a[0])));
}
Value is_finite(Arguments a, Surroundings&) {
  return Value::of_boolean(std::isfinite(to_number(a[0])));
}
template <Value::Kind kind>
Value is_kind(Arguments a, Surroundings&) {
  return Value::of_boolean(a[0].kind == kind);
}
Value is_defined(Arguments a, Surroundings&) {
  return Value::of_boolean(!a[0].is_null());
}
Value as_number(Arguments a, Surroundings&) {
  return a[0].is_null() || (a[0].is_text() && a[0].text.empty()) ? Value{} : Value::of(to_number(a[0]));
}
Value as_text(Arguments a, Surroundings& around) {
  return a[0].is_null() ? Value{} : around.pool.text(to_text(a[0]));
}
Value as_boolean(Arguments a, Surroundings&) {
  return Value::of_boolean(to_boolean(a[0]));
}
Value parse_float(Arguments a, Surroundings&) {
  const std::string in = text(a, 0);
  std::size_t end = in.size();
  while (end > 0 && std::isnan(parse_number(std::string_view(in).substr(0, end)))) --end;
  return Value::of(parse_number(std::string_view(in).substr(0, end)));
}
Value parse_int(Arguments a, Surroundings& around) {
  return Value::of(std::trunc(parse_float(a, around).number));
}

// ---- text and lists
Value length(Arguments a, Surroundings&) {
  if (a[0].kind == Value::Kind::list) return Value::of(static_cast<double>(a[0].list->size()));
  return a[0].is_text() ? Value::of(static_cast<double>(count_code_points(a[0].text))) : Value{};
}
Value lower(Arguments a, Surroundings& around) {
  return around.pool.text(to_lower(text(a, 0)));
}
Value upper(Arguments a, Surroundings& around) {
  return around.pool.text(to_upper(text(a, 0)));
}
Value trim(Arguments a, Surroundings& around) {
  const std::string in = text(a, 0);
  const std::size_t begin = in.find_first_not_of(" \t\r\n"), end = in.find_last_not_of(" \t\r\n");
  return around.pool.text(begin == std::string::npos ? "" : in.substr(begin, end - begin + 1));
}

/// JavaScript's slice positions: negative ones count from the end.
std::pair<std::size_t, std::size_t> range(Arguments a, std::size_t size) {
  const auto place = [&](double at) {
    if (std::isnan(at)) return 0.0;
    if (at < 0) at += static_cast<double>(size);
    return std::max(0.0, std::min(static_cast<double>(size), at));
  };
  const auto begin = static_cast<std::size_t>(place(number(a, 1)));
  const auto end = static_cast<std::size_t>(a.size() > 2 ? place(number(a, 2)) : static_cast<double>(size));
  return {begin, std::max(begin, end)};
}
Value slice(Arguments a, Surroundings& around) {
  if (a[0].kind == Value::Kind::list) {
    const auto [begin, end] = range(a, a[0].list->size());
    List part(a[0].list->begin() + static_cast<std::ptrdiff_t>(begin),
              a[0].list->begin() + static_cast<std::ptrdiff_t>(end));
    return {Value::Kind::list, 0, {}, around.pool.keep(std::move(part))};
  }
  const std::u32string all = to_utf32(text(a, 0));
  const auto [begin, end] = range(a, all.size());
  return around.pool.text(to_utf8(std::u32string_view(all).substr(begin, end - begin)));
}
Value index_of(Arguments a, Surroundings&) {
  if (a[0].kind == Value::Kind::list) {
    const auto at = std::find(a[0].list->begin(), a[0].list->end(), a[1]);
    return Value::of(at == a[0].list->end() ? -1 : static_cast<double>(at - a[0].list->begin()));
  }
  const std::string in = text(a, 0);
  const std::size_t at = in.find(text(a, 1));
  return Value::of(
      at == std::string::npos ? -1 : static_cast<double>(count_code_points(std::string_view(in).substr(0, at))));
}
Value replace(Arguments a, Surroundings& around) {
  std::string in = text(a, 0);
  const std::string what = text(a, 1);
  if (const std::size_t at = in.find(what); at != std::string::npos) in.replace(at, what.size(), text(a, 2));
  return around.pool.text(in);
}
Value split(Arguments a, Surroundings& around) {
  const std::string in = text(a, 0), separator = text(a, 1);
  List parts;
  std::size_t begin = 0;
  while (!separator.empty() && parts.size() < kLongest) {
    const std::size_t at = in.find(separator, begin);
    if (at == std::string::npos) break;
    parts.push_back(around.pool.text(in.substr(begin, at - begin)));
    begin = at + separator.size();
  }
  parts.push_back(around.pool.text(in.substr(begin)));
  return {Value::Kind::list, 0, {}, around.pool.keep(std::move(parts))};
}
Value join(Arguments a, Surroundings& around) {
  if (a[0].kind != Value::Kind::list) return a[0];
  const std::string separator = a.size() > 1 ? text(a, 1) : ",";
  std::string out;
  for (const Value& item : *a[0].list) {
    if (&item != &a[0].list->front()) out += separator;
    out += to_text(item);
    if (out.size() > kLongest) break;
  }
  return around.pool.text(out);
}
Value pad(Arguments a, Surroundings& around) {
  std::string out = text(a, 0);
  const std::string fill = a.size() > 2 && !text(a, 2).empty() ? text(a, 2) : " ";
  const double wish = std::min(number(a, 1), 1000.0);
  const bool at_left = text(a, 3) == "left";
  while (static_cast<double>(count_code_points(out)) < wish) out = at_left ? fill + out : out + fill;
  return around.pool.text(out);
}
Value truncate(Arguments a, Surroundings& around) {
  const std::u32string in = to_utf32(text(a, 0));
  const double most = number(a, 1);
  if (!(static_cast<double>(in.size()) > most)) return around.pool.text(to_utf8(in));
  return around.pool.text(to_utf8(in.substr(0, static_cast<std::size_t>(std::max(0.0, most - 1)))) + "…");
}
Value in_range(Arguments a, Surroundings&) {
  if (a[1].kind != Value::Kind::list || a[1].list->size() < 2) return Value::of_boolean(false);
  double low = to_number((*a[1].list)[0]), high = to_number(a[1].list->back());
  if (low > high) std::swap(low, high);
  const double x = number(a, 0);
  return Value::of_boolean(x >= low && x <= high);
}
Value extent(Arguments a, Surroundings& around) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  if (a[0].kind == Value::Kind::list) {
    for (const Value& item : *a[0].list) {
      if (item.is_valid()) low = std::min(low, to_number(item)), high = std::max(high, to_number(item));
    }
  }
  return {Value::Kind::list, 0, {}, around.pool.keep(List{Value::of(low), Value::of(high)})};
}
Value reverse(Arguments a, Surroundings& around) {
  if (a[0].kind != Value::Kind::list) return a[0];
  return {Value::Kind::list, 0, {}, around.pool.keep(List(a[0].list->rbegin(), a[0].list->rend()))};
}
Value span_of(Arguments a, Surroundings&) {
  if (a[0].kind != Value::Kind::list || a[0].list->empty()) return Value::of(0);
  return Value::of(to_number(a[0].list->back()) - to_number(a[0].list->front()));
}
Value last(Arguments a, Surroundings&) {
  return a[0].kind == Value::Kind::list && !a[0].list->empty() ? a[0].list->back() : Value{};
}

// ---- dates; local time is UTC here, so each function has two names
double when(Arguments a) {
  return a[0].is_text() ? parse_date(a[0].text) : to_number(a[0]);
}
template <int Calendar::*part>
Value date_part(Arguments a, Surroundings&) {
  const double time = when(a);
  return Value::of(std::isnan(time) ? kNaN : calendar(time).*part);
}
Value year(Arguments a, Surroundings&) {
  const double time = when(a);
  return Value::of(std::isnan(time) ? kNaN : static_cast<double>(calendar(time).year));
}
Value quarter(Arguments a, Surroundings&) {
  return Value::of(calendar(when(a)).month / 3 + 1);
}
Value ordinal_day(Arguments a, Surroundings&) {
  return Value::of(day_of_year(when(a)));
}
Value week(Arguments a, Surroundings&) {
  return Value::of(week_of_year(when(a)));
}
Value time(Arguments a, Surroundings&) {
  return Value::of(when(a));
}
Value to_date(Arguments a, Surroundings&) {
  return a[0].is_null() ? Value{} : Value::of_time(when(a));
}
Value date_time(Arguments a, Surroundings&) {
  if (a.size() == 1) return Value::of_time(when(a));
  Calendar c;
  const auto part = [&](std::size_t i, int otherwise) {
    const double x = number(a, i, otherwise);
    return std::fabs(x) < 1e6 ? static_cast<int>(x) : otherwise;
  };
  c.year = part(0, 1970);
  c.month = part(1, 0);
  c.day = part(2, 1);
  c.hour = part(3, 0);
  c.minute = part(4, 0);
  c.second = part(5, 0);
  c.millisecond = part(6, 0);
  return Value::of_time(milliseconds(c));
}
Value print_time(Arguments a, Surroundings& around) {
  if (!a[0].is_valid()) return {};
  const std::string pattern = text(a, 1);
  return around.pool.text(pattern.empty() ? format_time(when(a), around.words)
                                          : format_time(when(a), pattern, around.words));
}
Value print(Arguments a, Surroundings& around) {
  return around.pool.text(format_number(number(a, 0), text(a, 1)));
}

constexpr NamedFunction kFunctions[] = {
    {"abs", 1, 1, math<std::fabs>},
    {"acos", 1, 1, math<std::acos>},
    {"asin", 1, 1, math<std::asin>},
    {"atan", 1, 1, math<std::atan>},
    {"atan2", 2, 2, arc_tangent2},
    {"ceil", 1, 1, math<std::ceil>},
    {"clamp", 3, 3, clamp},
    {"cos", 1, 1, math<std::cos>},
    {"date", 1, 1, date_part<&Calendar::day>},
    {"datetime", 1, 7, date_time},
    {"day", 1, 1, date_part<&Calendar::weekday>},
    {"dayofyear", 1, 1, ordinal_day},
    {"exp", 1, 1, math<std::exp>},
    {"extent", 1, 1, extent},
    {"floor", 1, 1, math<std::floor>},
    {"format", 2, 2, print},
    {"hours", 1, 1, date_part<&Calendar::hour>},
    {"hypot", 2, 2, hypotenuse},
    {"indexof", 2, 2, index_of},
    {"inrange", 2, 2, in_range},
    {"isArray", 1, 1, is_kind<Value::Kind::list>},
    {"isBoolean", 1, 1, is_kind<Value::Kind::boolean>},
    {"isDate", 1, 1, is_kind<Value::Kind::time>},
    {"isDefined", 1, 1, is_defined},
    {"isFinite", 1, 1, is_finite},
    {"isNaN", 1, 1, is_nan},
    {"isNumber", 1, 1, is_kind<Value::Kind::number>},
    {"isObject", 1, 1, is_kind<Value::Kind::record>},
    {"isString", 1, 1, is_kind<Value::Kind::text>},
    {"isValid", 1, 1, is_valid},
    {"join", 1, 2, join},
    {"length", 1, 1, length},
    {"log", 1, 1, math<std::log>},
    {"lower", 1, 1, lower},
    {"max", 1, 50, largest},
    {"milliseconds", 1, 1, date_part<&Calendar::millisecond>},
    {"min", 1, 50, smallest},
    {"minutes", 1, 1, date_part<&Calendar::minute>},
    {"month", 1, 1, date_part<&Calendar::month>},
    {"pad", 2, 4, pad},
    {"parseFloat", 1, 1, parse_float},
    {"parseInt", 1, 2, parse_int},
    {"peek", 1, 1, last},
    {"pow", 2, 2, power},
    {"quarter", 1, 1, quarter},
    {"random", 0, 0, steady_random},
    {"replace", 3, 3, replace},
    {"reverse", 1, 1, reverse},
    {"round", 1, 1, round_half_up},
    {"seconds", 1, 1, date_part<&Calendar::second>},
    {"sign", 1, 1, sign},
    {"sin", 1, 1, math<std::sin>},
    {"slice", 2, 3, slice},
    {"span", 1, 1, span_of},
    {"split", 2, 2, split},
    {"sqrt", 1, 1, math<std::sqrt>},
    {"substring", 2, 3, slice},
    {"tan", 1, 1, math<std::tan>},
    {"time", 1, 1, time},
    {"timeFormat", 1, 2, print_time},
    {"toBoolean", 1, 1, as_boolean},
    {"toDate", 1, 1, to_date},
    {"toNumber", 1, 1, as_number},
    {"toString", 1, 1, as_text},
    {"trim", 1, 1, trim},
    {"truncate", 2, 4, truncate},
    {"upper", 1, 1, upper},
    {"utc", 1, 7, date_time},
    {"utcFormat", 1, 2, print_time},
    {"utcdate", 1, 1, date_part<&Calendar::day>},
    {"utcday", 1, 1, date_part<&Calendar::weekday>},
    {"utchours", 1, 1, date_part<&Calendar::hour>},
    {"utcminutes", 1, 1, date_part<&Calendar::minute>},
    {"utcmonth", 1, 1, date_part<&Calendar::month>},
    {"utcquarter", 1, 1, quarter},
    {"utcseconds", 1, 1, date_part<&Calendar::second>},
    {"utcyear", 1, 1, year},
    {"week", 1, 1, week},
    {"year", 1, 1, year},
};

}  // namespace

const NamedFunction* find_function(std::string_view name) {
  for (const NamedFunction& function : kFunctions) {
    if (function.name == name) return &function;
  }
  return nullptr;
}

}  // namespace bifolio::chart
