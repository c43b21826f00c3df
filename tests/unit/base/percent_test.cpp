#include "base/percent.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(PercentDecoded, ReadsEscapesInEitherCase) {
  EXPECT_EQ(percent_decoded("a%20b%E6%b8%90"), "a b渐");
}

TEST(PercentDecoded, LeavesWhatIsNoEscape) {
  EXPECT_EQ(percent_decoded("100% %zz %4"), "100% %zz %4");
  EXPECT_EQ(percent_decoded("%25%2"), "%%2");
}

}  // namespace
}  // namespace bifolio
