#include "pdf/fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/clusters.h"

namespace bifolio::pdf {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

layout::GlyphRun run(std::string text, const std::vector<std::uint16_t>& sizes) {
  layout::GlyphRun out;
  out.text = std::move(text);
  for (const std::uint16_t size : sizes) out.glyphs.push_back({7, size});
  return out;
}

std::vector<std::string> texts_of(const layout::GlyphRun& run) {
  std::vector<std::string> texts;
  std::vector<Cluster> clusters;
  find_clusters(run, clusters);
  for (const Cluster& cluster : clusters) {
    std::string_view rest = cluster.text;
    for (std::size_t i = 0; i < cluster.count; ++i) texts.emplace_back(take_glyph_text(rest, i + 1 == cluster.count));
  }
  return texts;
}

TEST(Clusters, ALigatureHasAllItsLetters) {
  EXPECT_THAT(texts_of(run("office", {1, 3, 1, 1})), ElementsAre("o", "ffi", "c", "e"));
}

TEST(Clusters, GlyphsOfACombinedLetterShareItsCharacters) {
  EXPECT_THAT(texts_of(run("e\u0301x", {3, 0, 1})), ElementsAre("e", "\u0301", "x"));
}

TEST(Clusters, PartsOfOneCharacterAreEmpty) {
  EXPECT_THAT(texts_of(run("é", {2, 0})), ElementsAre("é", ""));
}

TEST(Clusters, TextThatNoGlyphClaimsIsNotLost) {
  EXPECT_THAT(texts_of(run("abc\u2060", {1, 1})), ElementsAre("a", "bc\u2060"));
  EXPECT_THAT(texts_of(run("ab", {0, 1})), ElementsAre("", "ab"));
}

TEST(Clusters, SizesBeyondTheTextDoNoHarm) {
  EXPECT_THAT(texts_of(run("ab", {1, 9, 3})), ElementsAre("a", "b", ""));
}

TEST(WidthArray, LeavesTheDefaultOut) {
  EXPECT_EQ(width_array({{1, 500}, {2, 600}, {3, 1000}, {7, 250}}, 1000), "[1[500 600] 7[250]]");
  EXPECT_EQ(width_array({{1, 1000}}, 1000), "[]");
}

TEST(WidthArray, EqualNeighboursAreARange) {
  EXPECT_EQ(width_array({{1, 500}, {2, 500}, {3, 500}}, 1000), "[1 3 500]");
}

TEST(ToUnicode, NeighboursShareARange) {
  const std::string map = to_unicode_map({{1, "a"}, {2, "b"}, {4, "ffi"}});
  EXPECT_THAT(map, HasSubstr("1 beginbfrange\n<0001><0002><0061>\nendbfrange\n"));
  EXPECT_THAT(map, HasSubstr("1 beginbfchar\n<0004><006600660069>\nendbfchar\n"));
}

TEST(ToUnicode, ARangeNeverCarriesIntoTheNextByte) {
  EXPECT_THAT(to_unicode_map({{0xFF, "a"}, {0x100, "b"}}), Not(HasSubstr("beginbfrange")));
  EXPECT_THAT(to_unicode_map({{1, "\u00FF"}, {2, "\u0100"}}), Not(HasSubstr("beginbfrange")));
  EXPECT_THAT(to_unicode_map({{1, "\U00020000"}, {2, "\U00020001"}}), Not(HasSubstr("beginbfrange")));
}

TEST(ToUnicode, SectionsHoldAHundredAtMost) {
  std::map<std::uint32_t, std::string> texts;
  for (std::uint32_t code = 1; code <= 250; code += 2) texts[code] = "x";
  EXPECT_THAT(to_unicode_map(texts), HasSubstr("100 beginbfchar"));
  EXPECT_THAT(to_unicode_map(texts), HasSubstr("25 beginbfchar"));
}

}  // namespace
}  // namespace bifolio::pdf
