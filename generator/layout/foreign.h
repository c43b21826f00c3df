// Passages in another script: four or more Latin words in Chinese text, two or
// more Han characters in English. They are marked with their language, so that a
// screen reader changes its voice (ACCESSIBILITY P03), even where the author did not.
#pragma once

#include <string_view>
#include <vector>

namespace bifolio::layout {

struct Passage {
  std::string_view text;
  std::string_view language;
};

/// The text cut where its language changes. Single names and terms stay.
std::vector<Passage> passages(std::string_view text, std::string_view language);

}  // namespace bifolio::layout
