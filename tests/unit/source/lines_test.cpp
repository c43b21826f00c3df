#include "source/lines.h"

#include <gtest/gtest.h>

#include <string>

namespace bifolio::source {
namespace {

std::string place(std::string_view text, std::uint32_t offset) {
  const Position position = Lines(text).position(offset);
  return std::to_string(position.line) + ":" + std::to_string(position.byte_column) + "/" +
         std::to_string(position.column) + "/" + std::to_string(position.utf16_column);
}

TEST(Lines, EveryLineEndCounts) {
  const Lines lines("a\nb\r\nc\rd");
  EXPECT_EQ(lines.count(), 4u);
  EXPECT_EQ(lines.line(2), "b");
  EXPECT_EQ(lines.line(3), "c");
  EXPECT_EQ(lines.line(4), "d");
}

TEST(Lines, EmptyTextHasOneLine) {
  EXPECT_EQ(Lines("").count(), 1u);
  EXPECT_EQ(Lines("").line(1), "");
  EXPECT_EQ(place("", 0), "1:1/1/1");
}

TEST(Lines, ColumnsInBytesCodePointsAndUtf16) {
  EXPECT_EQ(place("渐𠀀x", 7), "1:8/3/4");
  EXPECT_EQ(place("a\n渐x", 5), "2:4/2/2");
}

TEST(Lines, OffsetInsideACodePointIsItsColumn) {
  EXPECT_EQ(place("渐x", 1), "1:2/1/1");
}

TEST(Lines, ByteOrderMarkTakesNoColumn) {
  EXPECT_EQ(place("\xEF\xBB\xBF"
                  "ab",
                  0),
            "1:1/1/1");
  EXPECT_EQ(place("\xEF\xBB\xBF"
                  "ab",
                  3),
            "1:1/1/1");
  EXPECT_EQ(place("\xEF\xBB\xBF"
                  "ab",
                  4),
            "1:2/2/2");
  EXPECT_EQ(Lines("\xEF\xBB\xBF"
                  "ab\n")
                .line(1),
            "ab");
}

TEST(Lines, BeyondTheEndIsTheEnd) {
  EXPECT_EQ(place("ab\n", 99), "2:1/1/1");
}

TEST(Lines, CarriageReturnAndLineFeedAreOneEnd) {
  EXPECT_EQ(place("a\r\nb", 2), "1:3/3/3");
  EXPECT_EQ(place("a\r\nb", 3), "2:1/1/1");
}

}  // namespace
}  // namespace bifolio::source
