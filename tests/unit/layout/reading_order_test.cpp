#include "layout/reading_order.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace bifolio::layout {
namespace {

/// Tags and the pages on which their texts begin, written as “role parent page”.
class Tree {
 public:
  TagId add_float(TagId parent, std::size_t page) {
    const TagId id = add("Div", parent, {page});
    tags_.back().detail().placement = "Before";
    return id;
  }

  TagId add(std::string role, TagId parent, std::vector<std::size_t> pages = {}) {
    tags_.emplace_back(role, parent);
    const auto id = static_cast<TagId>(tags_.size()) - 1;
    for (const std::size_t page : pages) {
      pages_.resize(std::max(pages_.size(), page));
      GlyphRun run;
      run.tag = id;
      pages_[page - 1].items.emplace_back(run);
    }
    return id;
  }

  /// The order of the tags: “0 1(0) 2(1)”, parents in brackets.
  std::string order() {
    std::string out;
    for (const TagId id : reading_order(tags_, pages_)) {
      out += (out.empty() ? "" : " ") + std::to_string(id);
      if (id > 0) out += "(" + std::to_string(tags_[static_cast<std::size_t>(id)].parent) + ")";
    }
    return out;
  }

 private:
  std::vector<Tag> tags_ = {Tag("Document", kArtifact)};
  std::vector<Page> pages_;
};

TEST(ReadingOrder, ANoteIsReadAfterTheParagraphThatCallsIt) {
  Tree tree;
  const TagId paragraph = tree.add("P", 0);  // 1
  tree.add("Span", paragraph, {1});          // 2
  tree.add("Note", 0, {1});                  // 3
  tree.add("P", 0, {1, 2});                  // 4
  EXPECT_EQ(tree.order(), "0 1(0) 2(1) 3(0) 4(0)");
}

TEST(ReadingOrder, ANoteIsReadBeforeWhatBeginsOverleaf) {
  Tree tree;
  const TagId paragraph = tree.add("P", 0);                 // 1
  tree.add("Span", paragraph, {1, 2});                      // 2 goes on overleaf
  tree.add("Link", tree.add("Reference", paragraph), {2});  // 4 in 3 begins there
  tree.add("Note", 0, {1});                                 // 5
  tree.add("Note", 0, {1});                                 // 6
  EXPECT_EQ(tree.order(), "0 1(0) 2(1) 5(1) 6(1) 3(1) 4(3)");
}

TEST(ReadingOrder, ANoteCarriedOverleafIsReadWithThatPage) {
  Tree tree;
  tree.add("P", 0, {1});     // 1
  tree.add("Note", 0, {2});  // 2
  tree.add("P", 0, {1});     // 3
  tree.add("P", 0, {2});     // 4
  EXPECT_EQ(tree.order(), "0 1(0) 3(0) 2(0) 4(0)");
}

TEST(ReadingOrder, ACarriedNoteOfAnItemIsReadAfterTheItemsBeforeItsPage) {
  Tree tree;
  const TagId list = tree.add("L", 0);                         // 1
  const TagId body = tree.add("LBody", tree.add("LI", list));  // 3 in 2
  tree.add("P", body, {1});                                    // 4
  const TagId note = tree.add("Note", body);                   // 5 begins below its item
  tree.add("P", note, {1});                                    // 6
  tree.add("P", note, {2});                                    // 7
  tree.add("Note", body, {2});                                 // 8
  for (const std::size_t page : {1U, 1U, 3U}) {                // 11 in 10 in 9, 14 in 13 in 12, 17 in 16 in 15
    tree.add("P", tree.add("LBody", tree.add("LI", list)), {page});
  }
  EXPECT_EQ(tree.order(),
            "0 1(0) 2(1) 3(2) 4(3) 9(1) 10(9) 11(10) 12(1) 13(12) 14(13) 5(13) 6(5) 7(5) 8(13) 15(1) 16(15) 17(16)");
}

TEST(ReadingOrder, ACarriedNoteLeavesTheListThatEndsBeforeItsPage) {
  Tree tree;
  const TagId section = tree.add("Sect", 0);                          // 1
  const TagId list = tree.add("L", tree.add("BlockQuote", section));  // 3 in 2
  const TagId body = tree.add("LBody", tree.add("LI", list));         // 5 in 4
  tree.add("P", body, {1});                                           // 6
  tree.add("Note", body, {2});                                        // 7
  tree.add("P", tree.add("LBody", tree.add("LI", list)), {1});        // 10 in 9 in 8
  tree.add("P", section, {1});                                        // 11
  tree.add("P", section, {2});                                        // 12
  EXPECT_EQ(tree.order(), "0 1(0) 2(1) 3(2) 4(3) 5(4) 6(5) 8(3) 9(8) 10(9) 11(1) 7(1) 12(1)");
}

TEST(ReadingOrder, ACarriedNoteLeavesTheListThatEndsItsSection) {
  Tree tree;
  const TagId section = tree.add("Sect", 0);                    // 1
  const TagId list = tree.add("L", section);                    // 2
  const TagId body = tree.add("LBody", tree.add("LI", list));   // 4 in 3
  tree.add("P", body, {1});                                     // 5
  tree.add("Note", body, {2});                                  // 6
  tree.add("P", tree.add("LBody", tree.add("LI", list)), {1});  // 9 in 8 in 7
  tree.add("P", tree.add("Sect", 0), {3});                      // 11 in 10
  EXPECT_EQ(tree.order(), "0 1(0) 2(1) 3(2) 4(3) 5(4) 7(2) 8(7) 9(8) 6(1) 10(0) 11(10)");
}

TEST(ReadingOrder, ACarriedNoteIsReadInsideTheListThatGoesOnOverleaf) {
  Tree tree;
  tree.add("P", 0, {1});                     // 1
  const TagId note = tree.add("Note", 0);    // 2
  tree.add("P", note, {1});                  // 3
  tree.add("P", note, {2});                  // 4
  const TagId list = tree.add("L", 0);       // 5
  for (const std::size_t page : {1U, 2U}) {  // 8 in 7 in 6, 11 in 10 in 9
    tree.add("P", tree.add("LBody", tree.add("LI", list)), {page});
  }
  EXPECT_EQ(tree.order(), "0 1(0) 5(0) 6(5) 7(6) 8(7) 2(7) 3(2) 4(2) 9(5) 10(9) 11(10)");
}

TEST(ReadingOrder, AFloatIsReadBeforeWhatBeginsOnItsPage) {
  Tree tree;
  tree.add("P", 0, {1});     // 1
  tree.add_float(0, 2);      // 2
  tree.add("Note", 0, {2});  // 3, of its caption
  tree.add("P", 0, {1});     // 4
  tree.add("P", 0, {1, 2});  // 5
  tree.add("P", 0, {2});     // 6
  EXPECT_EQ(tree.order(), "0 1(0) 4(0) 5(0) 2(0) 3(0) 6(0)");
}

TEST(ReadingOrder, AFloatIsReadInsideTheListThatGoesOnBehindItsPage) {
  Tree tree;
  tree.add_float(0, 2);                        // 1
  const TagId list = tree.add("L", 0);         // 2
  const TagId item = tree.add("LI", list);     // 3
  const TagId body = tree.add("LBody", item);  // 4
  tree.add("P", body, {1, 2});                 // 5
  tree.add("P", body, {3});                    // 6
  EXPECT_EQ(tree.order(), "0 2(0) 3(2) 4(3) 5(4) 1(4) 6(4)");
}

TEST(ReadingOrder, ANoteNeverStandsBetweenRows) {
  Tree tree;
  const TagId body = tree.add("TBody", tree.add("Table", 0));  // 2 in 1
  tree.add("TD", tree.add("TR", body), {1});                   // 4 in 3
  tree.add("TD", tree.add("TR", body), {2});                   // 6 in 5
  tree.add("Note", 0, {1});                                    // 7
  EXPECT_EQ(tree.order(), "0 1(0) 2(1) 3(2) 4(3) 5(2) 6(5) 7(0)");
}

TEST(ReadingOrder, WithoutNotesNothingMoves) {
  Tree tree;
  tree.add("P", 0, {2});
  tree.add("P", 0, {1});
  EXPECT_EQ(tree.order(), "0 1(0) 2(0)");
}

}  // namespace
}  // namespace bifolio::layout
