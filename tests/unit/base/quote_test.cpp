#include "base/quote.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(Quote, ShowsWhatCannotBeSeen) {
  EXPECT_EQ(quote("渐冻 \"a\\b\"\n\t\u200B\u00A0\u3000"), "\"渐冻 \\\"a\\\\b\\\"\\n\\u{9}\\u{200B}\\u{A0}\u3000\"");
}

}  // namespace
}  // namespace bifolio
