// What an author excuses beside the text.
#pragma once

#include <string>

#include "base/span.h"

namespace bifolio {

/// `<!-- bifolio-ignore RULE reason="…" until=… -->`, in a .bib file
/// `% bifolio-ignore RULE reason="…"`.
struct Directive {
  enum class Reach { next_block, start, end };
  Reach reach = Reach::next_block;
  std::string rule, reason, until;
  Span span = {};
  Span covers = {};  ///< the bytes whose findings it hides
};

}  // namespace bifolio
