#include "layout/flow.h"

#include <gtest/gtest.h>

namespace bifolio::layout {
namespace {

/// Pages of ten lines of 10 pt; boxes are named by the section they carry.
class FlowTest : public ::testing::Test {
 protected:
  Flow flow(Length least_text = {}) {
    return Flow(
        {pt(100), pt(10), pt(10), least_text},
        [this](int note) { return height(notes_[static_cast<std::size_t>(note)]); },
        [this](int note) { return std::move(notes_[static_cast<std::size_t>(note)]); },
        [this](PageBody&& page) { ship(page); });
  }

  static Box line(const std::string& name, std::vector<int> notes = {}) {
    return {.height = pt(10), .notes = std::move(notes), .section = name};
  }

  void add_lines(Flow& flow, int count) {
    for (int i = 0; i < count; ++i) {
      flow.allow_break();
      flow.add(line("."));
    }
  }

  /// A figure of so many lines without space around it.
  static Float figure(const std::string& name, int lines, std::vector<int> notes = {}) {
    return {.box = {.height = pt(10) * lines, .notes = std::move(notes), .section = name}, .tag = 1};
  }

  int add_note(int lines) {
    notes_.push_back(std::vector<Box>(static_cast<std::size_t>(lines), line("n")));
    return static_cast<int>(notes_.size()) - 1;
  }

  void ship(const PageBody& page) {
    for (const PlacedBox& box : page.boxes) pages_ += box.box.section;
    for (const PlacedBox& box : page.notes) pages_ += box.box.section;
    if (!page.floated.empty()) pages_ += "~" + std::to_string(page.floated.size());
    pages_ += "|";
  }

  std::string pages_;
  std::vector<std::vector<Box>> notes_;
};

TEST_F(FlowTest, FillsPages) {
  Flow pages = flow();
  add_lines(pages, 12);
  pages.end_page();
  EXPECT_EQ(pages_, "..........|..|");
}

TEST_F(FlowTest, AHeadingGoesWithItsText) {
  Flow pages = flow();
  add_lines(pages, 9);
  pages.allow_break();
  pages.add(line("H"));
  pages.keep_with_next();
  add_lines(pages, 1);
  pages.end_page();
  EXPECT_EQ(pages_, ".........|H.|");
}

TEST_F(FlowTest, OfTwoGluesTheLargerCounts) {
  Flow pages = flow();
  pages.add(line("a"));
  pages.add(Glue{pt(30)});
  pages.add(Glue{pt(20)});
  pages.add(line("b"));
  EXPECT_FALSE(pages.is_at_top());
  add_lines(pages, 6);
  pages.end_page();
  EXPECT_EQ(pages_, "ab.....|.|");
}

TEST_F(FlowTest, GlueFallsAwayAtTheTop) {
  Flow pages = flow();
  pages.add(Glue{pt(50)});
  add_lines(pages, 10);
  pages.end_page();
  EXPECT_EQ(pages_, "..........|");
}

TEST_F(FlowTest, ABreakBringsItsMatter) {
  BreakMatter made;
  made.before = {line("v")};
  made.after = {line("^")};
  const auto matter = std::make_shared<const BreakMatter>(made);
  Flow pages = flow();
  for (int i = 0; i < 12; ++i) {
    if (i > 0) pages.allow_break(0, matter);
    pages.add(line("r"));
  }
  pages.end_page();
  EXPECT_EQ(pages_, "rrrrrrrrrv|^rrr|");
}

TEST_F(FlowTest, ANoteStandsOnThePageOfItsMark) {
  Flow pages = flow();
  const int note = add_note(2);
  add_lines(pages, 7);
  pages.allow_break();
  pages.add(line("*", {note}));
  pages.end_page();
  EXPECT_EQ(pages_, ".......|*nn|");
}

TEST_F(FlowTest, ALongNoteIsSplit) {
  Flow pages = flow();
  const int note = add_note(12);
  add_lines(pages, 2);
  pages.allow_break();
  pages.add(line("*", {note}));
  add_lines(pages, 2);
  pages.end_page();
  EXPECT_EQ(pages_, "..*..nnnn|nnnnnnnn|");
}

TEST_F(FlowTest, ABoxWithoutHeightLeavesThePageAtItsTop) {
  Flow pages = flow();
  pages.add(Box{.height = {}, .section = "s"});
  pages.allow_break();
  for (int i = 0; i < 12; ++i) {
    pages.add(line("."));
    pages.allow_break(kWidow);
  }
  pages.end_page();
  EXPECT_EQ(pages_, "s..........|..|");
}

TEST_F(FlowTest, AFloatStandsWhereItIsPutIfItFits) {
  Flow pages = flow();
  add_lines(pages, 3);
  EXPECT_TRUE(pages.add(figure("F", 5)));
  add_lines(pages, 4);
  pages.end_page();
  EXPECT_EQ(pages_, "...F..|..|");
}

TEST_F(FlowTest, TextFillsThePageThatHasNoRoomForAFloat) {
  Flow pages = flow();
  add_lines(pages, 6);
  EXPECT_FALSE(pages.add(figure("F", 5)));
  add_lines(pages, 6);
  pages.end_page();
  EXPECT_EQ(pages_, "..........|F..~1|");
}

TEST_F(FlowTest, FloatsKeepTheirOrder) {
  Flow pages = flow();
  add_lines(pages, 6);
  pages.add(figure("F", 5));
  add_lines(pages, 1);
  pages.add(figure("G", 1));  // has room, but F comes first
  pages.add(figure("H", 7));
  add_lines(pages, 9);
  pages.end_page();
  EXPECT_EQ(pages_, "..........|FG....~2|H..~1|");
}

TEST_F(FlowTest, ABreakBeforeAFloatPutsItBack) {
  Flow pages = flow();
  add_lines(pages, 6);
  pages.allow_break();
  pages.add(line("H"));
  pages.keep_with_next();
  pages.add(figure("F", 5));
  for (int i = 0; i < 4; ++i) {
    pages.allow_break(i == 0 ? 0 : kKeep);
    pages.add(line("k"));
  }
  add_lines(pages, 1);
  pages.end_page();
  EXPECT_EQ(pages_, "......|HFkkkk|.|");
}

TEST_F(FlowTest, AHeadingBeforeADeferredFloatGoesWithTheTextBehindIt) {
  Flow pages = flow();
  add_lines(pages, 9);
  pages.allow_break();
  pages.add(line("H"));
  pages.keep_with_next();
  pages.add(figure("F", 5));
  add_lines(pages, 3);
  pages.end_page();
  EXPECT_EQ(pages_, ".........|HF...|");
}

TEST_F(FlowTest, NoFloatPassesTheEndOfItsSection) {
  Flow pages = flow();
  add_lines(pages, 6);
  pages.add(figure("F", 5));
  add_lines(pages, 2);
  pages.add(figure("G", 6));
  pages.end_page();
  EXPECT_TRUE(pages.is_at_top());
  add_lines(pages, 1);
  pages.end_page();
  EXPECT_EQ(pages_, "........|F~1|G|.|");
}

TEST_F(FlowTest, AFloatThatLeavesLittleRoomStandsAlone) {
  for (const int lines : {6, 7}) {
    pages_.clear();
    Flow pages = flow(pt(40));
    add_lines(pages, 5);
    pages.add(figure("F", lines));
    add_lines(pages, 7);
    pages.end_page();
    EXPECT_EQ(pages_, lines == 6 ? "..........|F..~1|" : "..........|F~1|..|");
  }
}

TEST_F(FlowTest, AFloatBringsItsNotes) {
  Flow pages = flow();
  const int note = add_note(2);
  add_lines(pages, 6);
  pages.add(figure("F", 4, {note}));
  add_lines(pages, 5);
  pages.end_page();
  EXPECT_EQ(pages_, "..........|F.nn~1|");
}

TEST_F(FlowTest, AFloatTallerThanAPageStandsAlone) {
  Flow pages = flow();
  add_lines(pages, 2);
  pages.add(figure("T", 50));
  add_lines(pages, 1);
  pages.end_page();
  EXPECT_EQ(pages_, "...|T~1|");
}

TEST_F(FlowTest, AFloatStandsAboveATableThatGoesOn) {
  BreakMatter made;
  made.after = {line("^")};
  const auto matter = std::make_shared<const BreakMatter>(made);
  Flow pages = flow();
  add_lines(pages, 4);
  pages.add(figure("F", 7));
  for (int i = 0; i < 8; ++i) {
    pages.allow_break(0, matter);
    pages.add(line("r"));
  }
  pages.end_page();
  EXPECT_EQ(pages_, "....rrrrrr|F^rr~1|");
}

TEST_F(FlowTest, SpaceAroundAFloatFallsAwayWithIt) {
  Flow pages = flow();
  add_lines(pages, 5);
  Float one = figure("F", 4);
  one.space = {pt(20)};
  pages.add(std::move(one));
  add_lines(pages, 9);
  pages.end_page();
  EXPECT_EQ(pages_, "..........|F....~1|");
}

TEST_F(FlowTest, ALastPageHasAFewLines) {
  Flow pages = flow(pt(40));
  add_lines(pages, 12);
  pages.end_page();
  add_lines(pages, 13);
  pages.end_page();
  EXPECT_EQ(pages_, ".........|...|..........|...|");
}

TEST_F(FlowTest, SpaceBehindAFullPageIsNoLastPage) {
  Flow pages = flow(pt(40));
  add_lines(pages, 10);
  pages.allow_break();
  pages.add(Glue{pt(10)});
  pages.end_page();
  EXPECT_EQ(pages_, "..........|");
}

TEST_F(FlowTest, ALastPageTakesNoLineThatMustStay) {
  Flow pages = flow(pt(40));
  for (int i = 0; i < 12; ++i) {
    pages.allow_break(i == 10 || i < 5 ? 0 : kWidow);
    pages.add(line("."));
  }
  pages.end_page();
  EXPECT_EQ(pages_, "..........|..|");
}

TEST_F(FlowTest, LinesThatGoToTheLastPageTakeTheirNotesAlong) {
  Flow pages = flow(pt(40));
  const int note = add_note(1);
  add_lines(pages, 7);
  pages.allow_break();
  pages.add(line("*", {note}));
  add_lines(pages, 2);
  pages.end_page();
  EXPECT_EQ(pages_, ".......|*..n|");
}

TEST_F(FlowTest, ABoxTallerThanAPageStandsAlone) {
  Flow pages = flow();
  add_lines(pages, 2);
  pages.allow_break();
  pages.add(Box{.height = pt(500), .section = "T"});
  add_lines(pages, 1);
  pages.end_page();
  EXPECT_EQ(pages_, "..|T|.|");
}

TEST_F(FlowTest, MatterWithATallBoxDoesNotGoOnForEver) {
  BreakMatter made;
  made.after = {line("^")};
  const auto matter = std::make_shared<const BreakMatter>(made);
  Flow pages = flow();
  for (int i = 0; i < 3; ++i) {
    if (i > 0) pages.allow_break(0, matter);
    pages.add(Box{.height = pt(95), .section = "T"});
  }
  pages.end_page();
  EXPECT_EQ(pages_, "T|^|T|^|T|");
}

}  // namespace
}  // namespace bifolio::layout
