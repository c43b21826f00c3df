// `*emphasis*`, `**strong**`, `~~struck~~` (CommonMark 0.31, 6.2), friendly to
// Chinese: a mark of punctuation that is set full-width counts as a letter when
// we ask whether a run of `*` may open or close, so `**加速批准。**这` is strong.
// Single `~` is no mark: “3~5 天，10~20 天” must not be struck out.
#pragma once

#include <string_view>

#include "parse/inline_pieces.h"

namespace bifolio::parse {

/// The run of equal marks that starts at `at`.
Run read_run(std::string_view text, std::size_t at);

/// The runs that wait for a partner, youngest last.
class RunStack {
 public:
  explicit RunStack(InlinePieces& pieces) : pieces_(pieces) {}

  void push(Run run);
  int top() const { return top_; }
  /// Pairs all runs younger than `bottom`; none of them waits any longer.
  void pair(int bottom);

 private:
  int find_opener(int closer, int bottom) const;
  void join(int opener, int closer);
  void remove(int run);

  InlinePieces& pieces_;
  int top_ = -1;
};

}  // namespace bifolio::parse
