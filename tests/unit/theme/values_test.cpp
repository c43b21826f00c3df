#include "theme/values.h"

#include <gtest/gtest.h>

namespace bifolio::theme {
namespace {

TEST(Values, Colors) {
  EXPECT_EQ(read_color("#0B4F75"), (Color{0x0B, 0x4F, 0x75}));
  EXPECT_EQ(read_color("#0b4f7"), std::nullopt);
  EXPECT_EQ(read_color("#0b4f7g"), std::nullopt);
  EXPECT_EQ(read_color("#-b4f75"), std::nullopt);
  EXPECT_EQ(read_color("red"), std::nullopt);
}

TEST(Values, Lengths) {
  EXPECT_EQ(read_length("65.53pt"), pt(65.53));
  EXPECT_EQ(read_length("-3pt"), pt(-3));
  EXPECT_EQ(read_length("65.53"), std::nullopt);
  EXPECT_EQ(read_length("2rem"), std::nullopt);
  EXPECT_EQ(read_length("nanpt"), std::nullopt);
  EXPECT_EQ(read_length("1e300pt"), std::nullopt);
  EXPECT_EQ(read_length("999999999pt"), std::nullopt);
}

TEST(Values, Sizes) {
  EXPECT_EQ(read_size("10.5pt/18pt"), (TypeSize{pt(10.5), pt(18)}));
  EXPECT_EQ(read_size("10.5pt"), std::nullopt);
  EXPECT_EQ(read_size("10.5pt/0pt"), std::nullopt);
  EXPECT_EQ(read_size("1.125rem/1.8"), std::nullopt);
}

TEST(Values, Shares) {
  EXPECT_EQ(read_per_mille("95%"), 950);
  EXPECT_EQ(read_per_mille("97.5%"), 975);
  EXPECT_EQ(read_per_mille("95"), std::nullopt);
}

TEST(Values, Families) {
  EXPECT_EQ(read_families("\"Noto Serif CJK SC\", \"Noto Serif\", serif"),
            (std::vector<std::string>{"Noto Serif CJK SC", "Noto Serif"}));
  EXPECT_TRUE(read_families("serif").empty());
  EXPECT_TRUE(read_families("\"open").empty());
}

TEST(Values, Numbers) {
  EXPECT_EQ(read_numbers("9 3 2 3"), (std::vector<double>{9, 3, 2, 3}));
  EXPECT_EQ(read_numbers("0.75 1 0.25"), (std::vector<double>{0.75, 1, 0.25}));
  EXPECT_TRUE(read_numbers("solid").empty());
}

}  // namespace
}  // namespace bifolio::theme
