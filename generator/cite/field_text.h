// The text of a field: `<i> <b> <sup> <sub> <sc>`, the two spans that CSL-JSON
// knows, and quotation marks, which become quotes of the reader's language.
// Anything else stays text: a lone `<` or an apostrophe is what it is.
#pragma once

#include <string_view>

#include "cite/node.h"

namespace bifolio::cite {

/// A tree without affixes. Marks that do not pair stay as they are; a lone `'` becomes ’.
Node read_field(std::string_view text);

}  // namespace bifolio::cite
