// What a cell of chart data holds, as Vega sees data: JavaScript-like values that
// compare and print the same way in every run.
//
// Values are small and freely copied; text, lists and records belong to a Pool
// that lives as long as the drawing of one chart.
#pragma once

#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/tree.h"

namespace bifolio::chart {

struct Value;
struct Record;
using List = std::vector<Value>;

struct Value {
  enum class Kind : std::uint8_t { null, boolean, number, time, text, list, record };

  Kind kind = Kind::null;
  double number = 0;  ///< time: milliseconds since 1970-01-01 UTC; boolean: 0 or 1
  std::string_view text = {};  ///< also of a number or a time that was written as text
  const List* list = nullptr;
  const Record* record = nullptr;

  static Value of(double number) { return {Kind::number, number}; }
  static Value of_boolean(bool value) { return {Kind::boolean, value ? 1.0 : 0.0}; }
  static Value of_time(double milliseconds, std::string_view written = {}) {
    return {Kind::time, milliseconds, written};
  }
  static Value of_text(std::string_view pooled) { return {Kind::text, 0, pooled}; }

  bool is_null() const { return kind == Kind::null; }
  bool is_number() const { return kind == Kind::number; }
  bool is_text() const { return kind == Kind::text; }
  bool is_time() const { return kind == Kind::time; }
  /// Neither null nor NaN: what Vega calls valid.
  bool is_valid() const;
};

/// Named values, in the order in which they were written.
struct Record {
  std::vector<std::string> names;
  std::vector<Value> values;
  const Value* find(std::string_view name) const;
};

/// Owns what Values point at.
class Pool {
 public:
  std::string_view keep(std::string_view text);
  const List* keep(List list);
  const Record* keep(Record record);
  Value text(std::string_view text) { return Value::of_text(keep(text)); }

 private:
  std::deque<std::string> texts_;
  std::deque<List> lists_;
  std::deque<Record> records_;
};

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// JavaScript's conversions.
double to_number(const Value&);
bool to_boolean(const Value&);
std::string to_text(const Value&);
/// The number that the whole text spells, or NaN.
double parse_number(std::string_view);
/// Shortest spelling that reads back equal, without an exponent below 1e21.
std::string print_number(double);

/// A total order: null, booleans, numbers and times, text, the rest.
int compare(const Value&, const Value&);
bool operator==(const Value&, const Value&);
inline bool operator<(const Value& a, const Value& b) {
  return compare(a, b) < 0;
}
/// JavaScript's `==`: "2000" equals 2000.
bool loosely_equal(const Value&, const Value&);

Value from_tree(const Tree&, Pool&, int depth = 0);

}  // namespace bifolio::chart
