#include "cite/numbers.h"

#include <gtest/gtest.h>

namespace bifolio::cite {
namespace {

TEST(Numbers, AreDigitsWithAtMostLettersAround) {
  for (const char* text : {"2", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "2–4"})
    EXPECT_TRUE(is_numeric(text)) << text;
  for (const char* text : {"", " ", "second", "2nd edition", "-", "1.2"}) EXPECT_FALSE(is_numeric(text)) << text;
}

TEST(Numbers, Roman) {
  EXPECT_EQ(roman(1994), "mcmxciv");
  EXPECT_EQ(roman(0), "0");
  EXPECT_EQ(roman(4000), "4000");
}

TEST(Numbers, YearSuffixesGoOnAfterZ) {
  EXPECT_EQ(year_suffix_letters(1), "a");
  EXPECT_EQ(year_suffix_letters(26), "z");
  EXPECT_EQ(year_suffix_letters(27), "aa");
  EXPECT_EQ(year_suffix_letters(703), "aaa");
}

struct PageCase {
  PageRange format;
  const char* given;
  const char* printed;
};

TEST(Numbers, PageRangesAsTheStyleShortensThem) {
  const Locale locale("en-US", {});
  for (const PageCase& one :
       {PageCase{PageRange::minimal, "321-328", "321–8"}, PageCase{PageRange::minimal_two, "321-328", "321–28"},
        PageCase{PageRange::expanded, "42-5", "42–45"}, PageCase{PageRange::chicago, "1496-504", "1496–1504"},
        PageCase{PageRange::chicago, "107-108", "107–8"}, PageCase{PageRange::as_is, "S1-S9", "S1–S9"},
        PageCase{PageRange::expanded, "e12345", "e12345"}, PageCase{PageRange::minimal, "12, 15-18", "12, 15–8"}}) {
    EXPECT_EQ(format_pages(one.given, one.format, locale), one.printed);
  }
}

}  // namespace
}  // namespace bifolio::cite
