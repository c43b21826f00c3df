#include "layout/rehearsal.h"

#include <gtest/gtest.h>

#include "layout/rules.h"

namespace bifolio::layout {
namespace {

std::vector<Piece> pieces(std::string text, TagId tag) {
  Piece piece{.text = std::move(text)};
  piece.tag = tag;
  return {piece};
}

/// A line of one glyph, counted, with a finding.
struct Setter {
  int calls = 0;

  std::vector<Box> operator()(Findings& findings) {
    ++calls;
    findings.add({&layout_overfull, {}, {{"edition", "pdf"}}});
    GlyphRun run;
    run.text = "x";
    run.tag = 7;
    run.origin.x = pt(3);
    run.glyphs.push_back({5, 1});
    Box line{.height = pt(17)};
    line.items.emplace_back(run);
    line.notes = {2};
    line.ends_hyphenated = true;
    return {line, line};
  }
};

const GlyphRun& run_of(const std::vector<Box>& lines) {
  return std::get<GlyphRun>(lines.at(0).items.at(0));
}

class RehearsalOfText : public ::testing::Test {
 protected:
  std::vector<Box> set(const std::vector<Piece>& text) {
    return rehearsal_.text(
        text, TextBlock{.measure = pt(300)}, [this](Findings& found) { return setter_(found); }, findings_);
  }

  Rehearsal rehearsal_;
  Setter setter_;
  Findings findings_;
};

TEST_F(RehearsalOfText, GivesWhatPageBreakingAsksFor) {
  const std::vector<Box> lines = set(pieces("甲", 7));
  EXPECT_EQ(lines.at(0).height, pt(17));
  EXPECT_EQ(lines.at(0).notes, std::vector<int>{2});
  EXPECT_TRUE(lines.at(0).ends_hyphenated);
  EXPECT_EQ(run_of(lines).tag, 7);
  EXPECT_EQ(run_of(lines).origin.x, pt(3));
  EXPECT_TRUE(run_of(lines).glyphs.empty());
}

TEST_F(RehearsalOfText, IsNotSetAgain) {
  set(pieces("甲", 7));
  EXPECT_TRUE(findings_.is_empty());
  rehearsal_.start_next_pass();
  const std::vector<Box> lines = set(pieces("甲", 7));
  EXPECT_EQ(setter_.calls, 1);
  EXPECT_EQ(run_of(lines).glyphs.size(), 1u);
  EXPECT_EQ(findings_.all().size(), 1u);
}

TEST_F(RehearsalOfText, IsSetAgainWhereItNamesAnotherPage) {
  set(pieces("见第10页", 7));
  rehearsal_.start_next_pass();
  const std::vector<Box> lines = set(pieces("见第12页", 7));
  EXPECT_EQ(setter_.calls, 2);
  EXPECT_EQ(run_of(lines).glyphs.size(), 1u);
  EXPECT_EQ(findings_.all().size(), 1u);
}

TEST_F(RehearsalOfText, GoesOnUntilNothingChanges) {
  set(pieces("见第10页", 7));
  rehearsal_.start_next_pass();
  rehearsal_.go_on();
  EXPECT_TRUE(run_of(set(pieces("见第12页", 7))).glyphs.empty());
  rehearsal_.start_next_pass();
  rehearsal_.go_on();
  EXPECT_TRUE(run_of(set(pieces("见第12页", 7))).glyphs.empty());
  rehearsal_.start_next_pass();
  EXPECT_EQ(run_of(set(pieces("见第12页", 7))).glyphs.size(), 1u);
  EXPECT_EQ(setter_.calls, 2);
  EXPECT_EQ(findings_.all().size(), 1u);
}

TEST_F(RehearsalOfText, FurnitureIsNoPartOfIt) {
  const std::vector<Box> lines = set(pieces("页眉", kArtifact));
  EXPECT_EQ(run_of(lines).glyphs.size(), 1u);
}

TEST(RehearsalOfCharts, DrawsEachOnce) {
  Rehearsal rehearsal;
  Findings findings;
  const Chart chart;
  int calls = 0;
  const auto draw = [&](Findings&) {
    ++calls;
    Drawing drawing;
    drawing.width = 200;
    drawing.height = 100;
    drawing.root.children.resize(3);
    return drawing;
  };
  const Drawing frame = rehearsal.chart(chart, pt(300), pt(400), draw, findings);
  EXPECT_EQ(frame.width, 200);
  EXPECT_TRUE(frame.root.children.empty());
  rehearsal.start_next_pass();
  EXPECT_EQ(rehearsal.chart(chart, pt(300), pt(400), draw, findings).root.children.size(), 3u);
  EXPECT_EQ(calls, 1);
}

}  // namespace
}  // namespace bifolio::layout
