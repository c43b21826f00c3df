// Numbers as authors and spreadsheets write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/inline.h"

namespace bifolio {

/// Whether the text is one number and nothing else, spaces around it apart: `12`,
/// `-5.44`, `1,343`, `95%`, `-3.2e-5`.
bool is_number(std::string_view);

/// A cell that is one number is shown with a minus sign (U+2212) where its author,
/// or a spreadsheet, wrote a hyphen: `-5.44` as −5.44. Nothing where there is none.
std::string with_minus_sign(std::string_view);
/// The same in inlines, for which notes and citations are no text.
std::optional<Inlines> with_minus_sign(const Inlines&);

}  // namespace bifolio
