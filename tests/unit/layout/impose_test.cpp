#include "layout/impose.h"

#include <gtest/gtest.h>

namespace bifolio::layout {
namespace {

std::string order(int pages) {
  std::string out;
  for (const SheetSide& side : saddle_order(pages)) {
    const auto name = [](int page) { return page < 0 ? std::string("-") : std::to_string(page + 1); };
    out += (out.empty() ? "" : " | ") + name(side.left) + " " + name(side.right);
  }
  return out;
}

TEST(Impose, EightPagesFillTwoSheets) {
  EXPECT_EQ(order(8), "8 1 | 2 7 | 6 3 | 4 5");
}

TEST(Impose, BlanksStandBeforeTheBackCover) {
  EXPECT_EQ(order(6), "6 1 | 2 - | - 3 | 4 5");
  EXPECT_EQ(order(1), "1 - | - -");
  EXPECT_EQ(order(0), "");
}

TEST(Impose, PagesMeetAtTheFoldUnscaledAndUntagged) {
  PagedDocument document;
  for (int i = 0; i < 4; ++i) {
    Page page{.width = pt(400), .height = pt(500)};
    Path dot;
    dot.steps = {{PathStep::Kind::move, {pt(i), {}}, {}, {}}};
    dot.tag = 1;
    page.items.emplace_back(dot);
    page.links.push_back({});
    document.pages.push_back(page);
  }
  document.tags.resize(2);
  const PagedDocument sheets = impose(document, {.width = pt(842), .height = pt(595)});
  ASSERT_EQ(sheets.pages.size(), 2u);
  EXPECT_TRUE(sheets.tags.empty());
  EXPECT_TRUE(sheets.pages[0].links.empty());
  const Path& last = std::get<Path>(sheets.pages[0].items[0]);
  const Path& first = std::get<Path>(sheets.pages[0].items[1]);
  EXPECT_EQ(last.steps[0].a.x, pt(421 - 400 + 3));
  EXPECT_EQ(first.steps[0].a.x, pt(421));
  EXPECT_EQ(first.steps[0].a.y, pt(47.5));
  EXPECT_EQ(first.tag, kArtifact);
}

TEST(Impose, InnerSheetsCreepTowardsTheFold) {
  PagedDocument document;
  for (int i = 0; i < 8; ++i) {
    Page page{.width = pt(400), .height = pt(500)};
    Path dot;
    dot.steps = {{PathStep::Kind::move, {}, {}, {}}};
    page.items.emplace_back(dot);
    document.pages.push_back(page);
  }
  const PagedDocument sheets = impose(document, {.width = pt(842), .height = pt(500), .creep = pt(0.5)});
  EXPECT_EQ(std::get<Path>(sheets.pages[2].items[1]).steps[0].a.x, pt(420.5));
}

}  // namespace
}  // namespace bifolio::layout
