#include "text/measure.h"

#include <gtest/gtest.h>

namespace bifolio::text {
namespace {

const Fonts& house_fonts() {
  static const Fonts fonts = Fonts::open(default_families()).value();
  return fonts;
}

double width_in_em(std::string_view text, std::string_view language, const TextStyle& style = {}) {
  return width(house_fonts(), text, style, pt(10), language).points() / 10;
}

TEST(Width, HanCharactersAndMarksAreOneEmEach) {
  EXPECT_DOUBLE_EQ(width_in_em("渐冻症，", "zh-Hans"), 4);
  EXPECT_DOUBLE_EQ(width_in_em("“破冰”", "zh-Hans"), 4);
}

TEST(Width, QuotesOfAnEnglishRunAreLatin) {
  EXPECT_NEAR(width_in_em("“”", "en"), 0.9, 0.001);
}

TEST(Width, AnApostropheInsideAWordIsLatinEvenInChinese) {
  EXPECT_LT(width_in_em("don’t", "zh-Hans"), width_in_em("dont", "zh-Hans") + 0.3);
}

TEST(Width, TheDashOfChineseIsTwoEm) {
  EXPECT_DOUBLE_EQ(width_in_em("——", "zh-Hans"), 2);
}

TEST(Width, LatinInsideHanIsSmallerAndStandsAQuarterEmApart) {
  const double latin = width_in_em("ALS", "en");
  EXPECT_NEAR(width_in_em("患ALS者", "zh-Hans"), 2 + 0.95 * latin + 0.5, 0.001);
  EXPECT_NEAR(width_in_em("（ALS）", "zh-Hans"), 2 + 0.95 * latin, 0.001) << "no gap next to a full-width mark";
}

TEST(Width, SignsAreAsWideAsTheTextAroundThem) {
  EXPECT_NEAR(width_in_em("≥", "en"), 0.572, 0.001);
  EXPECT_DOUBLE_EQ(width_in_em("≥", "zh-Hans"), 1);
  EXPECT_LT(width_in_em("−", "zh-Hans"), 0.6) << "a minus is as wide as a digit in Chinese too";
}

TEST(Width, TabularDigitsAreOfOneWidth) {
  const TextStyle tabular{Role::hei, Weight::regular, Slant::upright, true};
  EXPECT_DOUBLE_EQ(width_in_em("111", "en", tabular), width_in_em("888", "en", tabular));
}

TEST(SetLine, ALigatureHoldsAllItsLetters) {
  const auto runs = set_line(house_fonts(), "office", {}, pt(10), "en");
  ASSERT_EQ(runs.size(), 1u);
  ASSERT_EQ(runs[0].glyphs.size(), 4u);
  EXPECT_EQ(runs[0].glyphs[1].begin, 1u);
  EXPECT_EQ(runs[0].glyphs[1].end, 4u);
}

TEST(SetLine, AClusterOfSeveralGlyphsHasItsTextOnTheFirst) {
  const auto runs = set_line(house_fonts(), "x\u0301\u0323y", {}, pt(10), "en");
  ASSERT_EQ(runs.size(), 1u);
  std::string text;
  for (const LineGlyph& glyph : runs[0].glyphs) text += runs[0].text.substr(glyph.begin, glyph.end - glyph.begin);
  EXPECT_EQ(text, runs[0].text);
}

TEST(SetLine, ACharacterThatNoFaceHasIsABox) {
  const auto runs = set_line(house_fonts(), "a\U000F0000", {}, pt(10), "en");
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(runs[1].glyphs[0].id, house_fonts().glyph_for(runs[1].font, kMissingBox));
  EXPECT_NE(runs[1].glyphs[0].id, 0u);
}

TEST(SetLine, KaitiTakesItsMarksFromSong) {
  const auto runs = set_line(house_fonts(), "信，", {Role::kai}, pt(10), "zh-Hans");
  ASSERT_EQ(runs.size(), 2u) << "the Kaiti face centres its commas, as is done in Taiwan";
  EXPECT_EQ(runs[1].font, house_fonts().find({Role::song, Script::han}));
}

TEST(HalfWidth, KeepsTheInkOfAMark) {
  const FontId song = house_fonts().find({Role::song, Script::han});
  EXPECT_EQ(house_fonts().half_width_shift(song, U'（'), -500);
  EXPECT_EQ(house_fonts().half_width_shift(song, U'，'), 0);
}

TEST(HalfWidth, CentresAMiddleDot) {
  const FontId song = house_fonts().find({Role::song, Script::han}), hei = house_fonts().find({Role::hei, Script::han});
  EXPECT_EQ(house_fonts().half_width_shift(hei, U'·'), -250);
  EXPECT_EQ(house_fonts().half_width_shift(song, U'·'), 86) << "327 units wide, in the middle of 500";
}

}  // namespace
}  // namespace bifolio::text
