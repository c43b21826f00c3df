// A text between bytes and tree: pieces in reading order, some of which open and
// close groups. Every piece knows its bytes, so the tree's spans are exact.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/inline.h"

namespace bifolio::parse {

/// What an opening and a closing mark hold together.
struct Group {
  enum class Kind {
    emphasis,
    strong,
    strikethrough,
    link,
    image,
    phrase,
    citation,   ///< `[@a; @b]`
    reference,  ///< `[@fig-a]`: the brackets print nothing
  };
  Kind kind;
  std::size_t open_begin, open_end;    ///< the opening mark
  std::size_t close_begin, close_end;  ///< the closing mark, with target and attributes
  std::string target = {}, title = {};
  Span target_span = {};
  Attributes attributes = {};
};

/// A run of `*`, `_` or `~~` (CommonMark 0.31, 6.2, “delimiter run”).
struct Run {
  char mark;
  std::size_t begin, end;  ///< what has not been used: openers are used from the right, closers from the left
  std::size_t length;      ///< at first
  bool can_open, can_close;
  int previous, next;                    ///< neighbours among those still waiting; -1 = none
  std::vector<std::size_t> opened = {};  ///< groups, innermost first
  std::vector<std::size_t> closed = {};  ///< groups, innermost first
};

struct Piece {
  enum class Kind { text, atom, run, open, close, soft_break };
  Kind kind;
  std::size_t begin, end;
  std::size_t index = 0;  ///< into atoms, runs or groups
};

struct InlinePieces {
  std::vector<Piece> pieces;
  std::vector<Inline> atoms;
  std::vector<Run> runs;
  std::vector<Group> groups;
};

}  // namespace bifolio::parse
