// “Did you mean …?”: the known word that a misspelt one most likely meant.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio {

/// Insertions, deletions, replacements and swaps of neighbours that turn a into
/// b (optimal string alignment), counted in code points; stops beyond `limit`
/// and returns limit + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The nearest candidate at a distance of at most `limit` and less than the
/// word's own length, the first among equals; "" where none is near.
std::string nearest(std::string_view word, std::span<const std::string> candidates, std::size_t limit = 2);
std::string nearest(std::string_view word, std::span<const std::string_view> candidates, std::size_t limit = 2);

}  // namespace bifolio
