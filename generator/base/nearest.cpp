#include "base/nearest.h"

#include <algorithm>

#include "base/utf8.h"

namespace bifolio {
namespace {

std::size_t length_difference(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

template <typename Candidate>
std::string find_nearest(std::string_view word, std::span<const Candidate> candidates, std::size_t limit) {
  std::string best;
  std::size_t best_distance = std::min(limit + 1, count_code_points(word));
  for (const auto& candidate : candidates) {
    if (best_distance == 0) break;
    const std::size_t distance = edit_distance(word, candidate, best_distance - 1);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace

std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit) {
  if (length_difference(left.size(), right.size()) > limit * 4) return limit + 1;
  const std::u32string a = to_utf32(left), b = to_utf32(right);
  if (length_difference(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> before_last, last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    std::size_t row_minimum = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before_last[j - 2] + 1);
      row_minimum = std::min(row_minimum, now[j]);
    }
    if (row_minimum > limit) return limit + 1;
    before_last = last;
    last = now;
  }
  return std::min(last[b.size()], limit + 1);
}

std::string nearest(std::string_view word, std::span<const std::string> candidates, std::size_t limit) {
  return find_nearest(word, candidates, limit);
}

std::string nearest(std::string_view word, std::span<const std::string_view> candidates, std::size_t limit) {
  return find_nearest(word, candidates, limit);
}

}  // namespace bifolio
