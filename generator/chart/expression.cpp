#include "chart/expression.h"

#include <cmath>

#include "chart/expression_node.h"

namespace bifolio::chart {
namespace {

using Node = Expression::Node;

const Value* named(const Surroundings& around, std::string_view name) {
  for (const auto& [key, value] : around.names) {
    if (key == name) return &value;
  }
  return nullptr;
}

Value member_of(const Value& object, std::string_view name) {
  if (object.kind == Value::Kind::record) {
    const Value* value = object.record->find(name);
    return value ? *value : Value{};
  }
  if (name != "length") return {};
  if (object.kind == Value::Kind::list) return Value::of(static_cast<double>(object.list->size()));
  if (object.is_text()) return Value::of(static_cast<double>(object.text.size()));
  return {};
}

Value element_of(const Value& object, const Value& index) {
  if (index.is_text()) return member_of(object, index.text);
  if (object.kind != Value::Kind::list || !index.is_number()) return {};
  const double at = index.number;
  return at >= 0 && at < static_cast<double>(object.list->size()) ? (*object.list)[static_cast<std::size_t>(at)]
                                                                  : Value{};
}

Value add(const Value& a, const Value& b, Surroundings& around) {
  if (!a.is_text() && !b.is_text()) return Value::of(to_number(a) + to_number(b));
  return around.pool.text(to_text(a) + to_text(b));
}

bool less(const Value& a, const Value& b) {
  return a.is_text() && b.is_text() ? a.text < b.text : to_number(a) < to_number(b);
}
bool less_or_equal(const Value& a, const Value& b) {
  return a.is_text() && b.is_text() ? a.text <= b.text : to_number(a) <= to_number(b);
}

bool strictly_equal(const Value& a, const Value& b) {
  return a.kind == b.kind && compare(a, b) == 0;
}

double bits(const Value& value) {
  const double number = to_number(value);
  return std::fabs(number) < 2147483648.0 ? std::trunc(number) : 0;
}

Value binary(std::string_view op, const Value& a, const Value& b, Surroundings& around) {
  if (op == "+") return add(a, b, around);
  if (op == "===") return Value::of_boolean(strictly_equal(a, b));
  if (op == "!==") return Value::of_boolean(!strictly_equal(a, b));
  if (op == "==") return Value::of_boolean(loosely_equal(a, b));
  if (op == "!=") return Value::of_boolean(!loosely_equal(a, b));
  if (op == "<") return Value::of_boolean(less(a, b));
  if (op == ">") return Value::of_boolean(less(b, a));
  if (op == "<=") return Value::of_boolean(less_or_equal(a, b));
  if (op == ">=") return Value::of_boolean(less_or_equal(b, a));
  const double x = to_number(a), y = to_number(b);
  if (op == "-") return Value::of(x - y);
  if (op == "*") return Value::of(x * y);
  if (op == "/") return Value::of(x / y);
  if (op == "%") return Value::of(std::fmod(x, y));
  const auto i = static_cast<std::int32_t>(bits(a)), j = static_cast<std::int32_t>(bits(b));
  if (op == "&") return Value::of(i & j);
  if (op == "|") return Value::of(i | j);
  if (op == "^") return Value::of(i ^ j);
  const auto shift = static_cast<std::uint32_t>(j) & 31U;
  if (op == "<<") return Value::of(static_cast<std::int32_t>(static_cast<std::uint32_t>(i) << shift));
  return Value::of(i >> shift);
}

Value unary(char op, const Value& value) {
  switch (op) {
    case '!': return Value::of_boolean(!to_boolean(value));
    case '-': return Value::of(-to_number(value));
    case '~': return Value::of(~static_cast<std::int32_t>(bits(value)));
    default: return Value::of(to_number(value));
  }
}

Value evaluate(const Node& node, const Row& row, Surroundings& around);

Value column(const Node& node, const Row& row, const Surroundings& around) {
  if (node.column >= 0 && static_cast<std::size_t>(node.column) < row.size())
    return row[static_cast<std::size_t>(node.column)];
  const Value* datum = named(around, "datum");
  return datum ? member_of(*datum, node.text) : Value{};
}

Value call(const Node& node, const Row& row, Surroundings& around) {
  std::vector<Value> arguments;
  arguments.reserve(node.children.size());
  for (const auto& child : node.children) arguments.push_back(evaluate(*child, row, around));
  return node.function->call(arguments, around);
}

Value evaluate(const Node& node, const Row& row, Surroundings& around) {
  const auto child = [&](std::size_t i) { return evaluate(*node.children[i], row, around); };
  switch (node.kind) {
    case Node::Kind::literal: return node.value;
    case Node::Kind::column: return column(node, row, around);
    case Node::Kind::datum:
    case Node::Kind::name: {
      const Value* value = named(around, node.kind == Node::Kind::datum ? "datum" : node.text);
      return value ? *value : Value{};
    }
    case Node::Kind::member: return member_of(child(0), node.text);
    case Node::Kind::index: return element_of(child(0), child(1));
    case Node::Kind::list: {
      List list;
      for (std::size_t i = 0; i < node.children.size(); ++i) list.push_back(child(i));
      return {Value::Kind::list, 0, {}, around.pool.keep(std::move(list))};
    }
    case Node::Kind::unary: return unary(node.text[0], child(0));
    case Node::Kind::binary: return binary(node.text, child(0), child(1), around);
    case Node::Kind::both: {
      const Value left = child(0);
      return to_boolean(left) ? child(1) : left;
    }
    case Node::Kind::either: {
      const Value left = child(0);
      return to_boolean(left) ? left : child(1);
    }
    case Node::Kind::choice: return to_boolean(child(0)) ? child(1) : child(2);
    case Node::Kind::call: return call(node, row, around);
  }
  return {};
}

}  // namespace

Value Expression::evaluate(const Row& row, Surroundings& around) const {
  return root_ ? bifolio::chart::evaluate(*root_, row, around) : Value{};
}

}  // namespace bifolio::chart
