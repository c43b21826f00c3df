#include "check/word_finder.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace bifolio::check {
namespace {

/// `WORD@BEGIN` for each hit.
std::string find(std::initializer_list<std::string_view> words, std::string_view text) {
  WordFinder finder;
  const std::vector<std::string_view> all(words);
  for (const std::string_view word : all) finder.add(word);
  finder.finish();
  std::string out;
  for (const WordFinder::Hit& hit : finder.find(text))
    out += (out.empty() ? "" : " ") + std::string(all[hit.word]) + "@" + std::to_string(hit.begin);
  return out;
}

TEST(WordFinder, FindsWholeWordsWhateverTheirCase) {
  EXPECT_EQ(find({"nfl"}, "NfL, nfl and NFLX, xnfl"), "nfl@0 nfl@5");
}

TEST(WordFinder, LongestFirstWhereSeveralBegin) {
  EXPECT_EQ(find({"light", "light chain"}, "a light chain"), "light chain@2 light@2");
}

TEST(WordFinder, FindsAWordInsideAnother) {
  EXPECT_EQ(find({"神经丝轻链", "轻链"}, "血浆神经丝轻链"), "神经丝轻链@6 轻链@15");
}

TEST(WordFinder, HanNeedsNoEdges) {
  EXPECT_EQ(find({"硝酮"}, "用硝酮嗪"), "硝酮@3");
}

TEST(WordFinder, OverlapsAreAllFound) {
  EXPECT_EQ(find({"a b", "b c"}, "a b c"), "a b@0 b c@2");
}

TEST(WordFinder, AnEmptyWordIsNeverFound) {
  EXPECT_EQ(find({"", "x"}, "x y"), "x@0");
}

TEST(WordFinder, TheSameWordTwiceIsFoundTwice) {
  EXPECT_EQ(find({"x", "X"}, "x"), "x@0 X@0");
}

}  // namespace
}  // namespace bifolio::check
