#include "layout/foreign.h"

#include <gtest/gtest.h>

#include <string>

namespace bifolio::layout {
namespace {

std::string cut(std::string_view text, std::string_view language) {
  std::string out;
  for (const Passage& passage : passages(text, language)) {
    out += (out.empty() ? "" : " | ") + std::string(passage.language) + ": " + std::string(passage.text);
  }
  return out;
}

TEST(Foreign, NamesAndTermsStay) {
  EXPECT_EQ(cut("托夫生（tofersen）降低NfL", "zh-Hans"), "zh-Hans: 托夫生（tofersen）降低NfL");
  EXPECT_EQ(cut("Believe 信 it", "en"), "en: Believe 信 it");
}

TEST(Foreign, FourWordsAreAPassage) {
  EXPECT_EQ(cut("题为 the factorial validity of a scale 的论文", "zh-Hans"),
            "zh-Hans: 题为  | en: the factorial validity of a scale | zh-Hans:  的论文");
}

TEST(Foreign, TwoHanCharactersAreAPassage) {
  EXPECT_EQ(cut("The motto 相信相信的力量。 stands", "en"), "en: The motto  | zh-Hans: 相信相信的力量。 | en:  stands");
}

}  // namespace
}  // namespace bifolio::layout
