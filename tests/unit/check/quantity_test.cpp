// Numbers and dates as values: what is written differently in two languages must
// read as the same, and what only looks like a number must raise no alarm.
#include "check/quantity.h"

#include <gtest/gtest.h>

namespace bifolio::check {
namespace {

std::string shown(const Quantity& quantity) {
  std::string out;
  switch (quantity.kind) {
    case Quantity::Kind::number: out = write(quantity.value); break;
    case Quantity::Kind::date:
      out = std::to_string(quantity.year) + "-" + std::to_string(quantity.month) + "-" + std::to_string(quantity.day);
      break;
    case Quantity::Kind::decade: out = std::to_string(quantity.year) + "s"; break;
    case Quantity::Kind::name: out = quantity.stem + "#" + write(quantity.written); break;
  }
  if (!quantity.unit.empty()) out += " " + quantity.unit;
  return quantity.is_certain ? out : "(" + out + ")";
}

/// The quantities of a text, hints in brackets.
std::string read(const std::string& text) {
  const Inlines inlines = {{Text{text}}};
  std::string out;
  for (const Quantity& quantity : quantities_in(passage_of(inlines)))
    out += (out.empty() ? "" : "; ") + shown(quantity);
  return out;
}

TEST(Quantity, SixtyThousandInThreeWritings) {
  EXPECT_EQ(read("60,000 entity events"), "60,000");
  EXPECT_EQ(read("6万个实体事件"), "60,000");
  EXPECT_EQ(read("60 000 events"), "60,000");
  EXPECT_EQ(read("６万"), "60,000");
  EXPECT_EQ(read("in 2020 300 people"), "2020-0-0; 300");
}

TEST(Quantity, NumbersInWordsAreHintsUnlessTheyCountSomething) {
  EXPECT_EQ(read("sixty thousand people"), "60,000");
  EXPECT_EQ(read("one of the two"), "(1); (2)");
  EXPECT_EQ(read("一种药"), "(1)");
  EXPECT_EQ(read("twenty-eight weeks"), "196 day");
  EXPECT_EQ(read("二十八周"), "196 day");
}

TEST(Quantity, LargeUnitsOfBothLanguages) {
  EXPECT_EQ(read("120 million"), read("1.2亿"));
  EXPECT_EQ(read("1.2亿"), "120,000,000");
  EXPECT_EQ(read("3.5 billion"), read("35亿"));
  EXPECT_EQ(read("2.5万"), "25,000");
  EXPECT_EQ(read("1万2千"), "12,000");
}

TEST(Quantity, SharesAreOneKindOfNumber) {
  EXPECT_EQ(read("25 %"), "0.25 ratio");
  EXPECT_EQ(read("25%"), "0.25 ratio");
  EXPECT_EQ(read("四分之一"), "0.25 ratio");
  EXPECT_EQ(read("百分之二十五"), "0.25 ratio");
  EXPECT_EQ(read("one quarter"), "0.25 ratio");
  EXPECT_EQ(read("two thirds"), read("三分之二"));
  EXPECT_EQ(read("25 per cent"), "0.25 ratio");
  EXPECT_EQ(read("25个百分点"), read("25 percentage points"));
}

TEST(Quantity, ChineseNumerals) {
  EXPECT_EQ(read("三百二十八天"), "328 day");
  EXPECT_EQ(read("十二个月"), "12 month");
  EXPECT_EQ(read("两年"), "24 month");
  EXPECT_EQ(read("一百零五人"), "105");
  EXPECT_EQ(read("两年半"), "30 month");
  EXPECT_EQ(read("半年"), "6 month");
}

TEST(Quantity, TimeInOneUnit) {
  EXPECT_EQ(read("6 months"), read("6个月"));
  EXPECT_EQ(read("half a year"), read("半年"));
  EXPECT_EQ(read("a 28-week trial"), read("为期28周"));
  EXPECT_EQ(read("48 hours"), read("48小时"));
}

TEST(Quantity, DatesInBothOrders) {
  EXPECT_EQ(read("25 April 2023"), "2023-4-25");
  EXPECT_EQ(read("April 25, 2023"), "2023-4-25");
  EXPECT_EQ(read("2023-04-25"), "2023-4-25");
  EXPECT_EQ(read("2023年4月25日"), "2023-4-25");
  EXPECT_EQ(read("April 2023"), "2023-4-0");
  EXPECT_EQ(read("2023年4月"), "2023-4-0");
  EXPECT_EQ(read("in 2023"), read("2023年"));
  EXPECT_EQ(read("the 1980s"), "1980s");
  EXPECT_EQ(read("20世纪80年代"), "(20); 1980s");
}

TEST(Quantity, BothEndsOfARangeHaveTheUnit) {
  EXPECT_EQ(read("10–20%"), "0.1 ratio; 0.2 ratio");
  EXPECT_EQ(read("10%至20%"), "0.1 ratio; 0.2 ratio");
  EXPECT_EQ(read("6–12 months"), "6 month; 12 month");
  EXPECT_EQ(read("6至12个月"), "6 month; 12 month");
  EXPECT_EQ(read("在3、6或12个月"), "3 month; 6 month; 12 month");
}

TEST(Quantity, UnitsOfMeasurement) {
  EXPECT_EQ(read("60 mg"), read("60毫克"));
  EXPECT_EQ(read("1 g"), read("1000 mg"));
  EXPECT_EQ(read("10 pg/mL"), "10 pg/ml");
  EXPECT_EQ(read("−2.5"), "−2.5");
}

TEST(Quantity, LabelsAndNamesAreNoCounts) {
  EXPECT_EQ(read("phase 3"), "(3)");
  EXPECT_EQ(read("三期"), "(3)");
  EXPECT_EQ(read("第2次"), "(2)");
  EXPECT_EQ(read("Table 2"), "(2)");
  EXPECT_EQ(read("IL-6"), "(IL#6)");
  EXPECT_EQ(read("SOD1-G93A"), "");
  EXPECT_EQ(read("section 1.3.2"), "");
}

TEST(Quantity, WhatIsTooLargeIsNoNumber) {
  EXPECT_EQ(read(std::string(40, '9')), "");
  EXPECT_EQ(read("9999999999999亿亿亿亿"), "");
  EXPECT_EQ(read("万亿万亿万亿"), "");
}

TEST(Amount, ReducesAndRefusesOverflow) {
  EXPECT_EQ(make_amount(25, 100), (Amount{1, 4}));
  EXPECT_FALSE(make_amount(1, 0).has_value());
  EXPECT_FALSE(multiply({INT64_MAX, 1}, {2, 1}).has_value());
  EXPECT_FALSE(add({INT64_MAX, 1}, {1, 1}).has_value());
  EXPECT_EQ(write({60000, 1}), "60,000");
  EXPECT_EQ(write({1, 3}), "1/3");
}

}  // namespace
}  // namespace bifolio::check
