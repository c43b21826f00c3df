#include "base/nearest.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(EditDistance, CountsCodePointsAndSwaps) {
  EXPECT_EQ(edit_distance("miler2022", "miller2022", 2), 1u);
  EXPECT_EQ(edit_distance("tofersne", "tofersen", 2), 1u);
  EXPECT_EQ(edit_distance("渐冻症", "渐冻证", 2), 1u);
  EXPECT_EQ(edit_distance("abc", "xyz", 2), 3u);
  EXPECT_EQ(edit_distance("", "ab", 2), 2u);
}

TEST(Nearest, PicksTheFirstOfTheClosest) {
  const std::vector<std::string> keys = {"muller2022", "miller2022", "miller2020"};
  EXPECT_EQ(nearest("miler2022", keys), "miller2022");
  EXPECT_EQ(nearest("quite-another", keys), "");
}

TEST(Nearest, SuggestsNothingAsFarAsTheWordIsLong) {
  const std::vector<std::string> keys = {"xy"};
  EXPECT_EQ(nearest("ab", keys), "");
}

}  // namespace
}  // namespace bifolio
