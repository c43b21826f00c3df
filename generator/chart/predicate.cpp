#include "chart/predicate.h"

#include <algorithm>
#include <cmath>

namespace bifolio::chart {
namespace {

bool is_date_time(const Tree& tree) {
  static constexpr std::string_view kParts[] = {"year",  "quarter", "month",   "date",        "day",
                                                "hours", "minutes", "seconds", "milliseconds"};
  return tree.is_object() && !tree.members.empty() &&
         std::all_of(tree.members.begin(), tree.members.end(), [](const Member& m) {
           return m.key == "utc" || std::find(std::begin(kParts), std::end(kParts), m.key) != std::end(kParts);
         });
}

int month_of(const Tree* month) {
  if (month == nullptr) return 0;
  if (month->is_number()) return static_cast<int>(month->number) - 1;
  const double parsed = parse_date(month->text + " 1 2012");
  return std::isnan(parsed) ? 0 : calendar(parsed).month;
}

// Parts that are not given are those of 2012, as in Vega's time units.
Value date_time(const Tree& tree) {
  const auto part = [&](const char* key, double otherwise) {
    return std::clamp(number_member(&tree, key, otherwise), -1e5, 1e5);
  };
  Calendar c;
  c.year = static_cast<long long>(part("year", 2012));
  c.month = tree.find("quarter") ? static_cast<int>(part("quarter", 1) - 1) * 3 : month_of(tree.find("month"));
  c.day = static_cast<int>(tree.find("day") ? part("day", 1) : part("date", 1));
  c.hour = static_cast<int>(part("hours", 0));
  c.minute = static_cast<int>(part("minutes", 0));
  c.second = static_cast<int>(part("seconds", 0));
  c.millisecond = static_cast<int>(part("milliseconds", 0));
  return Value::of_time(milliseconds(c));
}

Value comparable(const Value& value) {
  if (!value.is_text()) return value;
  const double time = parse_date(value.text);
  return std::isnan(time) ? value : Value::of_time(time);
}

/// The value of the field in a row, floored to the predicate's time unit.
std::function<Value(const Row&)> reader(const Tree& tree, Data& data, Context& context) {
  const int column = data.field(text_member(&tree, "field"), context.pool);
  if (column < 0) return [](const Row&) { return Value{}; };
  const auto at = static_cast<std::size_t>(column);
  const auto unit = parse_time_unit(text_member(&tree, "timeUnit"));
  if (!unit || unit->is_binned) return [at](const Row& row) { return row[at]; };
  return [at, unit](const Row& row) {
    const Value value = comparable(row[at]);
    return value.is_valid() ? Value::of_time(unit->floor(value.number)) : Value{};
  };
}

Predicate compile_field(const Tree& tree, Data& data, Context& context) {
  const auto read = reader(tree, data, context);
  const bool is_timed = tree.find("timeUnit") != nullptr;
  const auto wanted = [&](const Tree& value) {
    // With a time unit a bare number counts in it: 2006 is that year, 3 the third month.
    if (value.is_number() && is_timed) {
      Tree parts = Tree::object();
      parts.set(text_member(&tree, "timeUnit"), value);
      if (is_date_time(parts)) return date_time(parts);
    }
    const Value plain = value_of(value, context.pool);
    return is_timed || plain.is_time() ? comparable(plain) : plain;
  };
  // A date as text is compared as the date it spells, where the wish is a date.
  const auto matched = [read](const Row& row, const Value& wish) {
    const Value value = read(row);
    return wish.is_time() ? comparable(value) : value;
  };
  if (const Tree* t = tree.find("equal")) {
    return [matched, v = wanted(*t)](const Row& row) { return loosely_equal(matched(row, v), v); };
  }
  const auto order = [&](const Tree& t, auto test) -> Predicate {
    return [matched, v = wanted(t), test](const Row& row) {
      const Value value = matched(row, v);
      return value.is_valid() &&
             test(v.is_text() ? compare(value, v) : compare(Value::of(to_number(value)), Value::of(to_number(v))));
    };
  };
  if (const Tree* t = tree.find("lt")) return order(*t, [](int c) { return c < 0; });
  if (const Tree* t = tree.find("lte")) return order(*t, [](int c) { return c <= 0; });
  if (const Tree* t = tree.find("gt")) return order(*t, [](int c) { return c > 0; });
  if (const Tree* t = tree.find("gte")) return order(*t, [](int c) { return c >= 0; });
  if (const Tree* t = tree.find("range"); t && t->is_array() && t->items.size() == 2) {
    const double low = t->items[0].is_null() ? -INFINITY : to_number(wanted(t->items[0]));
    const double high = t->items[1].is_null() ? INFINITY : to_number(wanted(t->items[1]));
    const bool is_time = is_timed || is_date_time(t->items[0]);
    return [read, low, high, is_time](const Row& row) {
      const Value value = is_time ? comparable(read(row)) : read(row);
      const double x = value.is_valid() ? to_number(value) : kNaN;
      return x >= low && x <= high;
    };
  }
  if (const Tree* t = tree.find("oneOf")) {
    std::vector<Value> any;
    for (const Tree& item : t->items) any.push_back(wanted(item));
    return [matched, any](const Row& row) {
      return std::any_of(any.begin(), any.end(), [&](const Value& v) { return loosely_equal(matched(row, v), v); });
    };
  }
  if (const Tree* t = tree.find("valid")) {
    return [read, wish = t->boolean](const Row& row) {
      const Value value = read(row);
      return (value.is_valid() && !(value.is_text() && value.text.empty())) == wish;
    };
  }
  context.unsupported(tree, "filter");
  return [](const Row&) { return true; };
}

Predicate compile_all(const Tree& list, Data& data, Context& context,
                      const std::vector<std::pair<std::string_view, Value>>& names, bool is_and) {
  std::vector<Predicate> parts;
  for (const Tree& item : list.items) parts.push_back(compile_predicate(item, data, context, names));
  return [parts, is_and](const Row& row) {
    for (const Predicate& part : parts) {
      if (part(row) != is_and) return !is_and;
    }
    return is_and;
  };
}

}  // namespace

Value value_of(const Tree& tree, Pool& pool) {
  return is_date_time(tree) ? date_time(tree) : from_tree(tree, pool);
}

Predicate compile_predicate(const Tree& tree, Data& data, Context& context,
                            const std::vector<std::pair<std::string_view, Value>>& names) {
  if (tree.is_string()) {
    Expression expression = context.expression(tree);
    expression.bind(data);
    return [expression, &context, names](const Row& row) {
      Surroundings around{context.pool, context.words, names};
      return to_boolean(expression.evaluate(row, around));
    };
  }
  if (const Tree* list = tree.find("and")) return compile_all(*list, data, context, names, true);
  if (const Tree* list = tree.find("or")) return compile_all(*list, data, context, names, false);
  if (const Tree* inner = tree.find("not")) {
    return [part = compile_predicate(*inner, data, context, names)](const Row& row) { return !part(row); };
  }
  if (tree.find("field")) return compile_field(tree, data, context);
  context.unsupported(tree, tree.find("param") ? "param" : "filter");
  return [](const Row&) { return true; };
}

}  // namespace bifolio::chart
