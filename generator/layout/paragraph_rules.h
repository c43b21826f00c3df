// What can be wrong with the text of a paragraph.
#pragma once

#include "base/rule.h"

namespace bifolio::layout {

extern const Rule layout_glyph_missing;
extern const Rule layout_word_too_long;

}  // namespace bifolio::layout
