// Percent escapes of addresses (RFC 3986, section 2.1).
#pragma once

#include <string>
#include <string_view>

namespace bifolio {

/// `%20` and the like become their bytes; a `%` that starts no escape stays.
std::string percent_decoded(std::string_view);

}  // namespace bifolio
