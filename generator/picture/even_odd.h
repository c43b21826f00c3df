// Shapes filled by the even-odd rule, as painters that know the non-zero rule fill them.
#pragma once

#include "picture/matrix.h"

namespace bifolio::picture {

/// Turns the parts of a path around until the non-zero rule fills what the even-odd rule
/// would (SVG 1.1, 11.3). False where lines cross, for then no turning helps, or where
/// finding out takes more than `left` comparisons, from which those made are taken.
bool turn_for_nonzero(Steps&, std::size_t& left);

}  // namespace bifolio::picture
