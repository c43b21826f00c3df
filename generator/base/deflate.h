// zlib streams (RFC 1950), for PDF's FlateDecode. libdeflate's home.
#pragma once

#include <string>
#include <string_view>

namespace bifolio {

/// The same bytes for the same input and library version.
std::string deflate_zlib(std::string_view bytes);

}  // namespace bifolio
