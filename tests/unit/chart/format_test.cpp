#include "chart/format.h"

#include <gtest/gtest.h>

namespace bifolio::chart {
namespace {

TEST(NumberFormat, FollowsD3) {
  EXPECT_EQ(format_number(1234567, ",d"), "1,234,567");
  EXPECT_EQ(format_number(0.256, ".0%"), "26%");
  EXPECT_EQ(format_number(1500, ".2s"), "1.5k");
  EXPECT_EQ(format_number(12.3456, ".2f"), "12.35");
  EXPECT_EQ(format_number(-5, "+d"), "−5");
  EXPECT_EQ(format_number(0.1 + 0.2, ""), "0.3");
  EXPECT_EQ(format_number(42, "$.2f"), "$42.00");
  EXPECT_EQ(format_number(1e-10, ".1e"), "1.0e-10");
}

TEST(NumberFormat, AMalformedPatternPrintsThePlainNumber) {
  EXPECT_EQ(format_number(3, "%Y-%m"), "3");
}

TEST(TickFormat, HasTheDigitsThatTellTicksApart) {
  EXPECT_EQ(format_number(0.5, tick_format(0, 1, 10, "")), "0.5");
  EXPECT_EQ(format_number(1000, tick_format(0, 5000, 5, "")), "1,000");
  EXPECT_EQ(format_number(2e6, tick_format(0, 6e6, 3, "s")), "2M");
  EXPECT_EQ(format_number(0.25, tick_format(0, 1, 4, "%")), "25%");
}

TEST(TimeFormat, SpeaksTheLanguage) {
  const double day = milliseconds(2024, 2, 5);
  EXPECT_EQ(format_time(day, "%b %-d, %Y", locale("en")), "Mar 5, 2024");
  EXPECT_EQ(format_time(day, "%Y年%B", locale("zh-Hans")), "2024年3月");
  EXPECT_EQ(format_time(milliseconds(2024, 2), locale("zh-Hans")), "3月");
  EXPECT_EQ(format_time(milliseconds(2024, 0), locale("en")), "2024");
}

TEST(LinearTicks, AreRoundNumbers) {
  EXPECT_EQ(linear_ticks(0, 1, 5), (std::vector<double>{0, 0.2, 0.4, 0.6, 0.8, 1}));
  EXPECT_EQ(linear_ticks(0.4, 9, 3), (std::vector<double>{2, 4, 6, 8}));
  EXPECT_TRUE(linear_ticks(0, 1, 0).empty());
}

}  // namespace
}  // namespace bifolio::chart
