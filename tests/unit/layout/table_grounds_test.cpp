// Stripes and rules between the rows of a table, where a theme wants them.
#include <gtest/gtest.h>

#include "layout/dump.h"
#include "layout/layout.h"
#include "support/layout_setting.h"
#include "support/sketch.h"

namespace bifolio::layout {
namespace {

constexpr Color kStripe = {0xF2, 0xF6, 0xF8}, kRule = {0xAA, 0xBB, 0xCC};

/// The default theme with these tokens.
theme::Theme with_tokens(const std::string& tokens) {
  std::string css = testing::icebreaker().stylesheets().at("tokens.css");
  css += "\n:root { " + tokens + " }\n";
  Findings findings;
  theme::Theme theme = theme::Theme::read(source::SourceSet({{"tokens.css", css}, {"screen.css", "body{}"}}), findings);
  EXPECT_TRUE(findings.is_empty());
  return theme;
}

PagedDocument lay(const std::string& rows, const theme::Theme& theme) {
  const Publication publication = testing::sketch("language: zh-Hans\n\n# 1 甲\n=table 1-1 表\n| 甲 | 乙 |\n" + rows);
  Format format = format_of("pdf");
  format.has_cover = false;
  Findings findings;
  return lay_out(publication, publication.books[0], format, theme, testing::icebreaker_fonts(), {2025, 9, 8}, findings);
}

struct Drawn {
  std::vector<Rect> stripes, rules;
  std::vector<double> baselines;  ///< of names
};

Drawn drawn_on(const Page& page) {
  Drawn drawn;
  std::vector<Length> texts;  // baselines
  for (const Item& item : page.items) {
    if (const auto* run = std::get_if<GlyphRun>(&item)) {
      texts.push_back(run->origin.y);
      if (run->tag != kArtifact && run->text.starts_with("名")) drawn.baselines.push_back(run->origin.y.points());
    }
    const auto* path = std::get_if<Path>(&item);
    if (path == nullptr) continue;
    const Point from = path->steps[0].a, to = path->steps[path->fill ? 2 : 1].a;
    if (path->fill == kStripe) {
      EXPECT_EQ(path->tag, kArtifact);
      for (const Length y : texts) EXPECT_FALSE(from.y < y && y < to.y) << "a stripe lies over text";
      drawn.stripes.push_back({from.x, from.y, to.x - from.x, to.y - from.y});
    }
    if (path->stroke == kRule) drawn.rules.push_back({from.x, from.y, to.x - from.x, {}});
  }
  return drawn;
}

std::size_t stripes_under_names(const Drawn& drawn) {
  std::size_t count = 0;
  for (const double y : drawn.baselines) {
    for (const Rect& one : drawn.stripes) count += one.y.points() < y && y < (one.y + one.height).points() ? 1 : 0;
  }
  return count;
}

TEST(Stripes, NoneInTheDefaultTheme) {
  for (const Page& page : lay("| 名 | 值 |\n| 名 | 值 |\n", testing::icebreaker()).pages) {
    EXPECT_TRUE(drawn_on(page).stripes.empty());
  }
}

TEST(Stripes, LieUnderEverySecondRowOverTheWholeMeasure) {
  const PagedDocument document =
      lay("| 名 | 值 |\n| 名 | 值 |\n| 名 | 值 |\n| 名 | 值 |\n", with_tokens("--table-stripe: #F2F6F8;"));
  const Drawn drawn = drawn_on(document.pages.back());
  ASSERT_EQ(drawn.stripes.size(), 2u);
  EXPECT_EQ(drawn.stripes[0].width, pt(294));
  EXPECT_NEAR(drawn.stripes[0].height.points(), 14.4 + 7.2, 0.01);
  EXPECT_NEAR((drawn.stripes[1].y - drawn.stripes[0].y).points(), 2 * (14.4 + 7.2), 0.01);
  EXPECT_EQ(stripes_under_names(drawn), 2u);
}

TEST(Stripes, CountAnewInEachGroup) {
  const PagedDocument document =
      lay("|= 组一\n| 名 | 值 |\n|= 组二\n| 名 | 值 |\n| 名 | 值 |\n", with_tokens("--table-stripe: #F2F6F8;"));
  const Drawn drawn = drawn_on(document.pages.back());
  ASSERT_EQ(drawn.stripes.size(), 1u);
  EXPECT_LT(drawn.stripes[0].y.points(), drawn.baselines.back());
}

TEST(Stripes, RowsOfAMergedCellShareOne) {
  const PagedDocument document =
      lay("| 名 | 值 |\n| 名 | 同 |\n| 名 | ^ |\n| 名 | 值 |\n", with_tokens("--table-stripe: #F2F6F8;"));
  const Drawn drawn = drawn_on(document.pages.back());
  ASSERT_EQ(drawn.stripes.size(), 1u);
  EXPECT_NEAR(drawn.stripes[0].height.points(), 2 * (14.4 + 7.2), 0.01);
}

TEST(Stripes, GoOnBehindAPagesEnd) {
  std::string tall = "| 名 | 值 |\n| 名 | ";
  for (int i = 0; i < 120; ++i) tall += "志愿者把读到的写下来，";
  const PagedDocument document = lay(tall + " |\n", with_tokens("--table-stripe: #F2F6F8;"));
  std::size_t striped = 0;
  for (const Page& page : document.pages) {
    const Drawn drawn = drawn_on(page);
    for (const Rect& one : drawn.stripes) EXPECT_GT(one.height, pt(2 * 14.4));
    striped += drawn.stripes.size();
  }
  EXPECT_GE(striped, 2u);
}

TEST(RowRules, StandBetweenRowsAndCrossNoMergedCell) {
  const PagedDocument document = lay("|= 组\n| 名 | 值 |\n| 名 | 同 |\n| 名 | ^ |\n",
                                     with_tokens("--table-row-rule: 0.5pt; --table-row-rule-color: #AABBCC;"));
  const Drawn drawn = drawn_on(document.pages.back());
  // Above the second row under both columns, above the third under the first alone.
  ASSERT_EQ(drawn.rules.size(), 3u);
  EXPECT_EQ(drawn.rules[0].y, drawn.rules[1].y);
  EXPECT_EQ(drawn.rules[0].width + drawn.rules[1].width, pt(294));
  EXPECT_NEAR((drawn.rules[2].y - drawn.rules[0].y).points(), 14.4 + 7.2, 0.01);
  EXPECT_LT(drawn.rules[2].width, drawn.rules[0].width);
}

TEST(RowRules, NoneUnderARepeatedHead) {
  std::string rows;
  for (int i = 0; i < 40; ++i) rows += "| 名 | 值 |\n";
  const PagedDocument document = lay(rows, with_tokens("--table-row-rule: 0.5pt; --table-row-rule-color: #AABBCC;"));
  std::size_t rules = 0, names = 0, pages = 0;
  for (const Page& page : document.pages) {
    const Drawn drawn = drawn_on(page);
    rules += drawn.rules.size();
    names += drawn.baselines.size();
    pages += drawn.baselines.empty() ? 0 : 1;
  }
  EXPECT_EQ(names, 40u);
  EXPECT_EQ(rules, (names - pages) * 2);
}

}  // namespace
}  // namespace bifolio::layout
