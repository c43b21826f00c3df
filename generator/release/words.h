// Inside release/: texts compared word by word, as their language parts words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "release/diff.h"

namespace bifolio::release {

/// Words, spaces and marks, in order: joined they are the text.
std::vector<std::string> words_of(std::string_view text, std::string_view language);
std::vector<std::string> sentences_of(std::string_view text, std::string_view language);

/// Pairs of equal items, ascending in both: a longest common subsequence
/// (Myers 1986), or only the common ends where the lists have little in common.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
Pairs common_items(const std::vector<std::string>&, const std::vector<std::string>&);

/// From 0 to 1: how many words two texts share.
double likeness(const std::vector<std::string>&, const std::vector<std::string>&);

/// Equal texts paired, and between them those that are alike; what is left has
/// no partner in the other list.
Pairs pair_texts(const std::vector<std::vector<std::string>>& before,
                 const std::vector<std::vector<std::string>>& after, double least_likeness);

Pieces compare_words(const std::vector<std::string>& before, const std::vector<std::string>& after);

}  // namespace bifolio::release
