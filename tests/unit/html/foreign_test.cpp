#include "html/foreign.h"

#include <gtest/gtest.h>

namespace bifolio::html {
namespace {

/// Foreign passages in brackets.
std::string marked(std::string_view text, lang::Writing writing) {
  std::string out;
  for (const Passage& passage : split_foreign(text, writing)) {
    const std::string inner(passage.text);
    out += passage.is_foreign ? "[" + inner + "]" : inner;
  }
  return out;
}

std::string in_english(std::string_view text) {
  return marked(text, lang::Writing::latin);
}
std::string in_chinese(std::string_view text) {
  return marked(text, lang::Writing::han);
}

TEST(Foreign, ChineseInEnglishIsMarked) {
  EXPECT_EQ(in_english("ALS is called 渐冻症 in China."), "ALS is called [渐冻症] in China.");
  EXPECT_EQ(in_english("motto 相信相信的力量，永远 here"), "motto [相信相信的力量，永远] here");
}

TEST(Foreign, OneHanCharacterIsReadAsItStands) {
  EXPECT_EQ(in_english("the sign 人 alone"), "the sign 人 alone");
}

TEST(Foreign, MarksAtTheEdgesStayOutside) {
  EXPECT_EQ(in_english("（中文）"), "（[中文]）");
  EXPECT_EQ(in_english("plain “quotes” — and dashes…"), "plain “quotes” — and dashes…");
}

TEST(Foreign, FourLatinWordsInChineseAreMarked) {
  EXPECT_EQ(in_chinese("题为Trial of antisense oligonucleotide tofersen的文章"),
            "题为[Trial of antisense oligonucleotide tofersen]的文章");
  EXPECT_EQ(in_chinese("见 N Engl J Med (2022), vol. 387。"), "见 [N Engl J Med (2022), vol]. 387。");
}

TEST(Foreign, NamesInChineseAreNot) {
  EXPECT_EQ(in_chinese("托夫生（tofersen）与ALSFRS-R、SOD1"), "托夫生（tofersen）与ALSFRS-R、SOD1");
  EXPECT_EQ(in_chinese("Brain Communications 2024"), "Brain Communications 2024");
}

TEST(Foreign, HyphensAndDigitsMakeNoNewWord) {
  EXPECT_EQ(in_chinese("beta-site APP-cleaving enzyme-1"), "beta-site APP-cleaving enzyme-1");
}

TEST(Foreign, NothingIsLost) {
  for (const std::string_view text :
       {"", "a", "中", "a中b国c", "one two three four", "中文 mixed with some English words 中文"}) {
    for (const auto writing : {lang::Writing::han, lang::Writing::latin}) {
      std::string all;
      for (const Passage& passage : split_foreign(text, writing)) all += passage.text;
      EXPECT_EQ(all, text);
    }
  }
}

TEST(Foreign, MostlyForeign) {
  EXPECT_TRUE(is_mostly_foreign("Miller T M, et al. Trial of tofersen. 2022.", lang::Writing::han));
  EXPECT_FALSE(is_mostly_foreign("樊东升. ALS的诊断与治疗. 2021.", lang::Writing::han));
  EXPECT_TRUE(is_mostly_foreign("樊东升. ALS的诊断与治疗. 2021.", lang::Writing::latin));
}

}  // namespace
}  // namespace bifolio::html
