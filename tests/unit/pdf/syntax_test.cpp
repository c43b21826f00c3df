#include "pdf/syntax.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bifolio::pdf {
namespace {

std::string number(double value, int decimals = 4) {
  std::string out;
  append_number(out, value, decimals);
  return out;
}

TEST(Numbers, HaveNoDigitsToSpare) {
  EXPECT_EQ(number(12.5), "12.5");
  EXPECT_EQ(number(-0.25), "-.25");
  EXPECT_EQ(number(100), "100");
  EXPECT_EQ(number(0.00004), "0");
  EXPECT_EQ(number(-0.00004), "0");
  EXPECT_EQ(number(1.0 / 3, 6), ".333333");
}

TEST(Numbers, AreNeverExponentsOrWords) {
  EXPECT_EQ(number(1e300), "1000000000");
  EXPECT_EQ(number(std::numeric_limits<double>::infinity()), "0");
  EXPECT_EQ(number(std::nan("")), "0");
}

TEST(Numbers, LengthsRoundToThousandthsOfAPoint) {
  EXPECT_EQ(written(pt(10.5)), "10.5");
  EXPECT_EQ(written(pt(-10.5)), "-10.5");
  EXPECT_EQ(written(Length{1}), "0");
  EXPECT_EQ(thousandths(pt(0.0006)), 1);
}

TEST(Names, EscapeWhatTheyMayNotHold) {
  EXPECT_EQ(name("NotoSerif-Regular"), "/NotoSerif-Regular");
  EXPECT_EQ(name("A B#/"), "/A#20B#23#2F");
}

TEST(Strings, KeepEveryByte) {
  EXPECT_EQ(byte_string("a(b)\\\r"), "(a\\(b\\)\\\\\\r)");
  EXPECT_EQ(byte_string(std::string("\0\xFF", 2)), std::string("(\0\xFF)", 4));
}

TEST(Strings, ChineseIsUtf16) {
  EXPECT_EQ(text_string("ALS"), "(ALS)");
  EXPECT_EQ(text_string("骨"), "(\xFE\xFF\x9A\xA8)");
  EXPECT_EQ(utf16_hex("a𠀀"), "0061D840DC00");
}

TEST(Dictionaries, HaveNoSpacesToSpare) {
  EXPECT_EQ(Dictionary().add("S", "/P").add("K", 3).add("P", Ref{7}).written(), "<</S/P/K 3/P 7 0 R>>");
  EXPECT_EQ(Dictionary().add_text("T", "").written(), "<<>>");
}

TEST(Rectangles, GrowUpwards) {
  EXPECT_EQ(rectangle({pt(10), pt(20), pt(30), pt(40)}, pt(100)), "[10 40 40 80]");
}

}  // namespace
}  // namespace bifolio::pdf
