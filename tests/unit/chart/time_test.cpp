#include "chart/time.h"

#include <gtest/gtest.h>

#include <cmath>

namespace bifolio::chart {
namespace {

TEST(ParseDate, ReadsWhatPeopleWrite) {
  const double day = milliseconds(2000, 0, 31);
  for (const char* text : {"2000-01-31", "Jan 31 2000", "1/31/2000", "31 January 2000", "31-Jan-00", "2000/01/31",
                           "2000-01-31T00:00:00Z"}) {
    EXPECT_EQ(parse_date(text), day) << text;
  }
  EXPECT_EQ(parse_date("2000-01-31T08:00:00+08:00"), day);
  EXPECT_EQ(parse_date("1999"), milliseconds(1999, 0));
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  for (const char* text : {"", "soon", "2000-13-01", "40", "n/a"}) EXPECT_TRUE(std::isnan(parse_date(text))) << text;
}

TEST(ParseDate, FollowsAPattern) {
  EXPECT_EQ(parse_date("31.01.2000", "%d.%m.%Y"), milliseconds(2000, 0, 31));
  EXPECT_TRUE(std::isnan(parse_date("2000-01", "%d.%m.%Y")));
}

TEST(TimeUnit, FloorsToItsStart) {
  const double time = milliseconds(2015, 7, 20) + 5 * kHour;
  EXPECT_EQ(parse_time_unit("year")->floor(time), milliseconds(2015, 0));
  EXPECT_EQ(parse_time_unit("yearquarter")->floor(time), milliseconds(2015, 6));
  EXPECT_EQ(parse_time_unit("month")->floor(time), milliseconds(2012, 7));
  EXPECT_EQ(parse_time_unit("yearmonth")->next(milliseconds(2015, 11)), milliseconds(2016, 0));
  EXPECT_FALSE(parse_time_unit("fortnight"));
}

TEST(Calendar, KnowsLeapYearsAndTheTimeBefore1970) {
  EXPECT_EQ(calendar(milliseconds(2000, 1, 29)).day, 29);
  EXPECT_EQ(calendar(milliseconds(1899, 11, 31)).year, 1899);
  EXPECT_EQ(day_of_year(milliseconds(2024, 11, 31)), 366);
}

}  // namespace
}  // namespace bifolio::chart
