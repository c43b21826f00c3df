// A line end inside a paragraph: a space, or nothing between two Chinese
// characters or marks, for Chinese sets no spaces.
#pragma once

#include <string_view>

#include "model/inline.h"

namespace bifolio::parse {

/// How the reader leaves a soft break: a Text of this one character, over no bytes.
constexpr std::string_view kSoftBreak = "\n";

/// Turns every soft break into a space or removes it.
void join_lines(Inlines&, std::string_view language);

}  // namespace bifolio::parse
