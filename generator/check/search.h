// Finding words in prose.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/prose.h"

namespace bifolio::check {

struct Match {
  std::size_t begin = 0, end = 0;
  std::string text;
};

/// Every place of the words in plain prose, case folded for ASCII letters. Words
/// that begin or end with a letter or digit match whole words only.
std::vector<Match> find_words(const Passage&, const std::vector<std::string_view>& words);

/// Sentences as byte ranges of the passage.
struct Sentence {
  std::size_t begin, end;
};
std::vector<Sentence> sentences(const Passage&, std::string_view language);

/// The code point that ends before `at`, or starts at it; 0 at the text's edge.
char32_t before(std::string_view text, std::size_t at);
char32_t after(std::string_view text, std::size_t at);

}  // namespace bifolio::check
