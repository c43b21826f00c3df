// The inside of Expression: its tree and its functions. Only for expression*.cpp.
#pragma once

#include <span>

#include "chart/expression.h"

namespace bifolio::chart {

/// A function of already evaluated arguments.
using Function = Value (*)(std::span<const Value>, Surroundings&);
struct NamedFunction {
  std::string_view name;
  std::size_t least, most;
  Function call;
};
const NamedFunction* find_function(std::string_view name);

struct Expression::Node {
  enum class Kind { literal, datum, column, name, member, index, list, unary, binary, both, either, choice, call };
  Kind kind = Kind::literal;
  Value value = {};
  std::string text = {};  ///< an operator, a member's, a column's or a name
  int column = -1;        ///< of `datum.text`, once bound
  const NamedFunction* function = nullptr;
  std::vector<std::unique_ptr<Node>> children = {};
  std::shared_ptr<const std::string> literal = {};  ///< owns a literal's text
};

}  // namespace bifolio::chart
