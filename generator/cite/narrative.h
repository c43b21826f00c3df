// The author as part of the sentence that cites: “Miller and Cudkowicz (2022)”.
#pragma once

#include "cite/collapse.h"

namespace bifolio::cite {

/// Names as the style's own cites have them, or short names where it prints none.
Node author_in_text(const CitePiece&, const Style&);

/// Whether a space parts the author from the mark: not after Han characters.
bool wants_space_after(const Node& author);

}  // namespace bifolio::cite
