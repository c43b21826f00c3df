#include "model/number_text.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(NumberText, KnowsNumbers) {
  for (const char* one : {"12", "-5.44", "−5.44", "+3", " 0.5 ", ".5", "1,343", "-1,343.25", "95%", "-3.2e-5", "2‰"})
    EXPECT_TRUE(is_number(one)) << one;
}

TEST(NumberText, KnowsWhatIsNone) {
  for (const char* one :
       {"", "-", "–", "IL-6", "2024-08", "-5 to -3", "1-2", "5 mg", "1,34", "1.2.3", "-5.", "3e", "--5"})
    EXPECT_FALSE(is_number(one)) << one;
}

TEST(NumberText, ShowsAHyphenAsMinus) {
  EXPECT_EQ(with_minus_sign("-5.44"), "−5.44");
  EXPECT_EQ(with_minus_sign(" -5%"), " −5%");
  for (const char* one : {"5.44", "−5.44", "+5", "-x", "2024-08", ""}) EXPECT_EQ(with_minus_sign(one), "") << one;
}

TEST(NumberText, ShowsTheHyphenOfInlines) {
  const Inlines stressed{{Strong{{{Text{"-5"}}}}}, {Text{".44"}}, {NoteMark{"n"}}};
  const auto shown = with_minus_sign(stressed);
  ASSERT_TRUE(shown);
  EXPECT_EQ(plain_text(*shown), "−5.44");
  EXPECT_EQ(shown->size(), 3u);
  EXPECT_FALSE(with_minus_sign(Inlines{{Text{"IL-6"}}}));
  EXPECT_FALSE(with_minus_sign(Inlines{{Code{"-3"}}}));
  EXPECT_FALSE(with_minus_sign(Inlines{}));
}

}  // namespace
}  // namespace bifolio
