// What stands between two atoms: how much space, how far it opens and closes
// (TYPESETTING C07–C12, N03), and whether a line may end there (C01–C06, N05).
#pragma once

#include "layout/material.h"

namespace bifolio::layout {

/// Spaces of the source between two atoms.
struct Space {
  std::uint32_t begin = 0, end = 0;  ///< their bytes in Material::text
  Length width, em;
  bool is_fixed = false;    ///< no line ends here
  bool is_literal = false;  ///< keeps its width: code, and spaces of a width of their own
  bool is_han_run = false;

  bool is_present() const { return end > begin; }
};

/// The joint between two neighbours; its text is left to the caller.
Joint joint_between(const Material&, const Atom& a, const Atom& b, const Space&, bool b_starts_piece);

}  // namespace bifolio::layout
