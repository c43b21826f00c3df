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

TEST(Columns, WishesGiveWayToTheLongestWordOnly) {
  const auto widths = column_widths({{pt(60), pt(90), 26}, {pt(50), pt(900), 42}, {pt(90), pt(300), 32}}, pt(276));
  EXPECT_EQ(sum(widths), pt(276));
  EXPECT_EQ(widths[2], pt(90));
  EXPECT_NEAR(widths[1].units / static_cast<double>(widths[0].units), 42.0 / 26, 0.01);
}

TEST(Columns, AColumnWithoutAWishCountsAsMiddleSized) {
  const auto widths = column_widths({{pt(10), pt(90), 10}, {pt(10), pt(90)}, {pt(10), pt(90), 30}}, pt(120));
  EXPECT_EQ(widths, (std::vector<Length>{pt(20), pt(40), pt(60)}));
}

TEST(Columns, WishesForMoreThanThereIsAreDropped) {
  EXPECT_TRUE(column_widths({{pt(200), pt(200), 1}, {pt(200), pt(200), 1}}, pt(300)).empty());
}

TEST(Columns, NothingWhereTheWordsDoNotFit) {
  EXPECT_TRUE(column_widths({{pt(200), pt(200)}, {pt(200), pt(200)}}, pt(300)).empty());
}

}  // namespace
}  // namespace bifolio::layout
