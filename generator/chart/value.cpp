#include "chart/value.h"

#include <charconv>
#include <cmath>

namespace bifolio::chart {
namespace {

constexpr int kMaxDepth = 32;

int rank(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null: return 0;
    case Value::Kind::boolean: return 1;
    case Value::Kind::number:
    case Value::Kind::time: return 2;
    case Value::Kind::text: return 3;
    case Value::Kind::list: return 4;
    case Value::Kind::record: return 5;
  }
  return 6;
}

int compare_numbers(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return static_cast<int>(std::isnan(b)) - static_cast<int>(std::isnan(a));
  return a < b ? -1 : a > b ? 1 : 0;
}

int compare_lists(const List& a, const List& b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (const int order = compare(a[i], b[i])) return order;
  }
  return a.size() < b.size() ? -1 : a.size() > b.size() ? 1 : 0;
}

std::string join(const List& list) {
  std::string out;
  for (const Value& item : list) {
    if (&item != &list.front()) out += ',';
    if (!item.is_null()) out += to_text(item);
  }
  return out;
}

}  // namespace

bool Value::is_valid() const {
  if (kind == Kind::number || kind == Kind::time) return !std::isnan(number);
  return kind != Kind::null;
}

const Value* Record::find(std::string_view name) const {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return &values[i];
  }
  return nullptr;
}

std::string_view Pool::keep(std::string_view text) {
  return texts_.emplace_back(text);
}
const List* Pool::keep(List list) {
  return &lists_.emplace_back(std::move(list));
}
const Record* Pool::keep(Record record) {
  return &records_.emplace_back(std::move(record));
}

double parse_number(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : kNaN;
}

double to_number(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null: return 0;
    case Value::Kind::text: return value.text.empty() ? 0 : parse_number(value.text);
    case Value::Kind::list:
    case Value::Kind::record: return kNaN;
    default: return value.number;
  }
}

bool to_boolean(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null: return false;
    case Value::Kind::text: return !value.text.empty();
    case Value::Kind::boolean:
    case Value::Kind::number: return value.number != 0 && !std::isnan(value.number);
    default: return true;
  }
}

std::string print_number(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
  if (number == 0) return "0";
  const double size = std::fabs(number);
  const auto format = size >= 1e21 || size < 1e-6 ? std::chars_format::scientific : std::chars_format::fixed;
  char buffer[64];
  return {buffer, std::to_chars(buffer, buffer + sizeof buffer, number, format).ptr};
}

std::string to_text(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null: return "null";
    case Value::Kind::boolean: return value.number != 0 ? "true" : "false";
    case Value::Kind::number:
    case Value::Kind::time: return print_number(value.number);
    case Value::Kind::text: return std::string(value.text);
    case Value::Kind::list: return join(*value.list);
    case Value::Kind::record: return "[object Object]";
  }
  return {};
}

int compare(const Value& a, const Value& b) {
  const int ranks = rank(a) - rank(b);
  if (ranks != 0) return ranks < 0 ? -1 : 1;
  switch (a.kind) {
    case Value::Kind::null: return 0;
    case Value::Kind::text: return a.text.compare(b.text);
    case Value::Kind::list: return compare_lists(*a.list, *b.list);
    case Value::Kind::record: return compare_lists(a.record->values, b.record->values);
    default: return compare_numbers(a.number, b.number);
  }
}

bool operator==(const Value& a, const Value& b) {
  return compare(a, b) == 0;
}

bool loosely_equal(const Value& a, const Value& b) {
  if (rank(a) == rank(b)) return compare(a, b) == 0;
  if (a.is_null() || b.is_null()) return false;
  return to_number(a) == to_number(b);
}

Value from_tree(const Tree& tree, Pool& pool, int depth) {
  if (depth > kMaxDepth) return {};
  switch (tree.kind) {
    case Tree::Kind::null: return {};
    case Tree::Kind::boolean: return Value::of_boolean(tree.boolean);
    case Tree::Kind::number: return Value::of(tree.number);
    case Tree::Kind::string: return pool.text(tree.text);
    case Tree::Kind::array: {
      List list;
      for (const Tree& item : tree.items) list.push_back(from_tree(item, pool, depth + 1));
      return {Value::Kind::list, 0, {}, pool.keep(std::move(list))};
    }
    case Tree::Kind::object: {
      Record record;
      for (const Member& member : tree.members) {
        record.names.push_back(member.key);
        record.values.push_back(from_tree(member.value, pool, depth + 1));
      }
      return {Value::Kind::record, 0, {}, nullptr, pool.keep(std::move(record))};
    }
  }
  return {};
}

}  // namespace bifolio::chart
