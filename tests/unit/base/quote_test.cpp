#include "base/quote.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(Quote, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(quote("渐冻 \"a\\b\"\n\t\u200B\u00A0\u3000"), "\"渐冻 \\\"a\\\\b\\\"\\n\\u{9}\\u{200B}\\u{A0}\u3000\"");
}

TEST(CodePointName, HasAtLeastFourDigits) {
  EXPECT_EQ(code_point_name(U'\t'), "U+0009");
  EXPECT_EQ(code_point_name(0x200B), "U+200B");
  EXPECT_EQ(code_point_name(0x1F642), "U+1F642");
}

}  // namespace
}  // namespace bifolio
