#include "parse/words.h"

#include <gtest/gtest.h>

namespace bifolio::parse {
namespace {

TEST(CalendarDate, KnowsLeapYears) {
  EXPECT_TRUE(is_calendar_date("2024-02-29"));
  EXPECT_FALSE(is_calendar_date("2025-02-29"));
  EXPECT_FALSE(is_calendar_date("2025-02"));
  EXPECT_FALSE(is_calendar_date("２０２５-02-01"));
  EXPECT_TRUE(is_calendar_month("2025-02"));
  EXPECT_FALSE(is_calendar_month("2025"));
}

TEST(PlainName, IsSafeInPathsAndAddresses) {
  EXPECT_TRUE(is_plain_name("phase-1"));
  for (const char* name : {"", "..", "a/b", "a b", "-x", "a.b", "甲"}) EXPECT_FALSE(is_plain_name(name)) << name;
}

TEST(SplitAtSemicolons, EachPartHasItsPlace) {
  const auto parts = split_at_semicolons("a; b；; c", {FileId{0}, 10, 20});
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[1].text, "b");
  EXPECT_EQ(parts[1].span, (Span{FileId{0}, 13, 14}));
}

}  // namespace
}  // namespace bifolio::parse
