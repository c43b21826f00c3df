// Vega's expression language: the arithmetic, comparisons and functions that
// charts calculate and filter with. Parsed once, bound to a table's columns,
// then evaluated row by row; it can neither loop nor call itself.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chart/data.h"
#include "chart/format.h"
#include "chart/value.h"

namespace bifolio::chart {

/// What an expression may look at besides the row.
struct Surroundings {
  Pool& pool;
  const Locale& words;
  /// Names such as `width`; `datum` where it is no row (axis labels).
  std::vector<std::pair<std::string_view, Value>> names = {};
  std::uint64_t random_calls = 0;  ///< so that `random()` gives the same numbers in every run
};

class Expression {
 public:
  struct Node;
  /// What is wrong, in the words of the expression, and where in its text.
  struct Fault {
    std::size_t at = 0;
    std::string text;
  };

  Expression() = default;
  static Expression parse(std::string_view text, std::optional<Fault>& fault);

  /// Looks up the columns it names; again for each table.
  void bind(const Data&);
  Value evaluate(const Row&, Surroundings&) const;

 private:
  std::shared_ptr<Node> root_;
};

}  // namespace bifolio::chart
