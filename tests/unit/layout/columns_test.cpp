#include "layout/columns.h"

#include <gtest/gtest.h>

#include <numeric>

namespace bifolio::layout {
namespace {

Length sum(const std::vector<Length>& widths) {
  return std::accumulate(widths.begin(), widths.end(), Length{});
}

TEST(Columns, FillTheRoomExactly) {
  const auto widths = column_widths({{pt(10), pt(33.3)}, {pt(10), pt(66.7)}, {pt(10), pt(41)}}, pt(294));
  EXPECT_EQ(sum(widths), pt(294));
}

TEST(Columns, LongCellsTakeAboutTheSameNumberOfLines) {
  const auto widths = column_widths({{pt(10), pt(1000)}, {pt(10), pt(500)}}, pt(300));
  EXPECT_NEAR(widths[0].points(), 200, 1);
  EXPECT_NEAR(widths[1].points(), 100, 1);
}

TEST(Columns, NoneIsNarrowerThanItsLongestWord) {
  const auto widths = column_widths({{pt(90), pt(95)}, {pt(10), pt(5000)}}, pt(300));
  EXPECT_GE(widths[0], pt(90));
}

TEST(Columns, WishesAreKeptWhereTheWordsFit) {
  const auto widths = column_widths({{pt(10), pt(20), 3}, {pt(10), pt(900), 1}}, pt(200));
  EXPECT_EQ(widths[0], pt(150));
}

TEST(Columns, NothingWhereTheWordsDoNotFit) {
  EXPECT_TRUE(column_widths({{pt(200), pt(200)}, {pt(200), pt(200)}}, pt(300)).empty());
}

}  // namespace
}  // namespace bifolio::layout
