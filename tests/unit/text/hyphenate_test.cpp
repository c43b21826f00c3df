#include "text/hyphenate.h"

#include <gtest/gtest.h>

#include <string>

namespace bifolio::text {
namespace {

std::string divided(std::string_view word, std::string_view language = "en") {
  std::string out(word);
  const auto points = hyphen_points(word, language);
  for (auto at = points.rbegin(); at != points.rend(); ++at) out.insert(*at, "-");
  return out;
}

TEST(Hyphenate, DividesByDictionary) {
  EXPECT_EQ(divided("hyphenation"), "hy-phen-ation");
  EXPECT_EQ(divided("progression"), "pro-gres-sion");
}

TEST(Hyphenate, LeavesTwoLettersBeforeAndThreeAfter) {
  for (const std::string_view word : {"about", "evaluate", "ideology", "amyotrophic", "enrolled", "only"}) {
    for (const std::uint32_t at : hyphen_points(word, "en")) {
      EXPECT_GE(at, 2u) << word;
      EXPECT_GE(word.size() - at, 3u) << word;
    }
  }
}

TEST(Hyphenate, LeavesNamesAndSymbolsWhole) {
  EXPECT_EQ(divided("Tofersen"), "Tofersen");
  EXPECT_EQ(divided("ANGPTL"), "ANGPTL");
  EXPECT_EQ(divided("c9orf72"), "c9orf72");
}

TEST(Hyphenate, KnowsEnglishOnly) {
  EXPECT_EQ(divided("hyphenation", "fr"), "hyphenation");
}

TEST(Hyphenate, LooksAtTheWordAloneAndNotAtWhatFollows) {
  const std::string text = "progression " + std::string(100'000, 'a');
  EXPECT_EQ(hyphen_points(std::string_view(text).substr(0, 11), "en"), (std::vector<std::uint32_t>{3, 7}));
}

TEST(Hyphenate, IgnoresEndlessWords) {
  EXPECT_TRUE(hyphen_points(std::string(100'000, 'a'), "en").empty());
}

}  // namespace
}  // namespace bifolio::text
