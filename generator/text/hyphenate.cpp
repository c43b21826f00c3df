#include "text/hyphenate.h"

#include <hyphen.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

#include "base/owned.h"
#include "text/shared_cache.h"

namespace bifolio::text {
namespace {

constexpr std::size_t kBefore = 2, kAfter = 3, kLongest = 64;

/// A bit for each letter of a word; the bits before which it may be divided are set.
using Points = std::uint64_t;

using Dictionary = Owned<HyphenDict, hnj_hyphen_free>;

/// Read at the first English word (8 ms), then shared: looking up changes nothing in it.
HyphenDict* english() {
  static const Dictionary dictionary(hnj_hyphen_load("/usr/share/hyphen/hyph_en_US.dic"));
  return dictionary.get();
}

bool is_plain_word(std::string_view word) {
  return word.size() >= kBefore + kAfter && word.size() <= kLongest &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

Points look_up(std::string_view word) {
  // Although it is told the size, libhyphen reads on to a zero byte, and writes as far.
  std::array<char, kLongest + 1> terminated = {};
  std::copy(word.begin(), word.end(), terminated.begin());
  std::array<char, kLongest + 5> marks = {};
  char** replacements = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  hnj_hyphen_hyphenate2(english(), terminated.data(), static_cast<int>(word.size()), marks.data(), nullptr,
                        &replacements, &positions, &cuts);
  // Replacements (“Schiffahrt” → “Schiff-fahrt”) do not occur in the English dictionary.
  std::free(replacements);
  std::free(positions);
  std::free(cuts);
  Points points = 0;
  for (std::size_t at = kBefore; at + kAfter <= word.size(); ++at) {
    if ((marks[at - 1] & 1) != 0) points |= Points{1} << at;  // an odd digit: divide after it
  }
  return points;
}

/// A book says the same words again and again, and libhyphen takes longer than all else about a word.
Points points_of(std::string_view word) {
  static SharedCache<Points> known;
  if (const Points* points = known.find(word)) return *points;
  Points points = look_up(word);
  known.keep(word, points);
  return points;
}

}  // namespace

std::vector<std::uint32_t> hyphen_points(std::string_view word, std::string_view language) {
  if (!language.starts_with("en") || !is_plain_word(word) || !english()) return {};
  std::vector<std::uint32_t> points;
  for (Points left = points_of(word); left != 0; left &= left - 1) {
    points.push_back(static_cast<std::uint32_t>(std::countr_zero(left)));
  }
  return points;
}

}  // namespace bifolio::text
