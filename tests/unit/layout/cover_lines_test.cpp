#include <gtest/gtest.h>

#include "layout/dump.h"
#include "layout/front.h"

namespace bifolio::layout {
namespace {

CoverLines a5() {
  return {pt(419.53), pt(595.28), 14, {11, 79, 117}};
}

Booklet with_phase(const std::string& begin, const std::string& end) {
  Booklet booklet;
  booklet.phases.push_back({.id = "p", .title = {}, .period_begin = begin, .period_end = end});
  return booklet;
}

TEST(CoverLines, OneForEachMonthFromTenToTwentyFour) {
  EXPECT_EQ(cover_line_count({}), 14);
  EXPECT_EQ(cover_line_count(with_phase("2024-08", "2025-08")), 13);
  EXPECT_EQ(cover_line_count(with_phase("2024-08", "2024-09")), 10);
  EXPECT_EQ(cover_line_count(with_phase("1990-01", "2025-01")), 24);
  EXPECT_EQ(cover_line_count(with_phase("soon", "later")), 14);
}

TEST(CoverLines, TheFirstLiesAtItsHeightAndTheLastNearTheFoot) {
  EXPECT_EQ(points(line_top(a5())), "322.05");
  EXPECT_EQ(points(unbroken_lines(a5()).back().steps[0].a.y), "588.14");
}

TEST(CoverLines, OpenAroundTheChannel) {
  for (const Path& line : opened_lines(a5())) {
    const Length y = line.steps[0].a.y, left = line.steps[0].a.x, right = line.steps[1].a.x;
    if (y < pt(500)) continue;
    // The motto stands at 86% of the height, in the middle.
    EXPECT_TRUE(right < pt(120) || left > pt(300)) << points(left) << " " << points(right);
  }
}

}  // namespace
}  // namespace bifolio::layout
