// Where a word may be divided at the end of a line, by dictionary. libhyphen's home.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace bifolio::text {

/// Byte offsets inside the word before which a hyphen may divide it (TYPESETTING
/// N01): at least 2 letters before it and 3 after. Nothing for words of another
/// language than English, and for words with capitals, digits or foreign letters,
/// which may be names, drugs or genes.
std::vector<std::uint32_t> hyphen_points(std::string_view word, std::string_view language);

}  // namespace bifolio::text
