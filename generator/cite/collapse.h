// Cites of one citation that share numbers, names or years print them once:
// CSL 1.0.2, “Cite Grouping” and “Cite Collapsing”.
#pragma once

#include <string>
#include <vector>

#include "cite/processor.h"

namespace bifolio::cite {

/// A rendered cite on its way into the citation.
struct CitePiece {
  Node node;
  const Cite* cite = nullptr;
  const Registered* work = nullptr;
  std::string names = {};   ///< its first list of names, as text
  std::string before = {};  ///< what parts it from the piece before
  bool has_prefix = false, has_suffix = false;
  bool is_grouped = false;  ///< stands behind another cite of the same names
  bool is_suffix_only = false;
};

/// Orders, shortens and drops pieces as the style asks, and fills in `before`.
std::vector<CitePiece> collapse(std::vector<CitePiece>, const CitationArea&, const Look& layout);

}  // namespace bifolio::cite
