// Words without their line breaks: rewrapping a paragraph changes none of them.
#pragma once

#include <string>
#include <string_view>

namespace bifolio::check {

/// Each run of white space as one space, none at the start; NFC. A space at the end stays.
std::string with_single_spaces(std::string_view);

}  // namespace bifolio::check
