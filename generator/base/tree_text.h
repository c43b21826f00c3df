// Texts in trees, as files of records hold them: absent rather than empty.
#pragma once

#include <string>
#include <string_view>

#include "base/tree.h"

namespace bifolio {

/// The text of a member; "" where there is none, or where it is no text.
std::string text_at(const Tree&, std::string_view key);

/// Sets a member; an empty text is left out.
void set_text(Tree&, std::string_view key, std::string_view text);

}  // namespace bifolio
