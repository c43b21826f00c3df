// Tables that their author wants on landscape pages or in smaller type.
#include <gtest/gtest.h>

#include <map>

#include "layout/dump.h"
#include "layout/layout.h"
#include "support/layout_setting.h"
#include "support/sketch.h"

namespace bifolio::layout {
namespace {

struct Laid {
  PagedDocument document;
  Findings findings;
};

/// Every table of the sketch carries the class.
Laid lay(const std::string& text, const std::string& name, std::string_view edition = "pdf") {
  Publication publication = testing::sketch(text);
  for (Document& document : publication.books[0].documents) {
    for (Block& block : document.blocks) {
      if (std::holds_alternative<Table>(block.value)) block.attributes.classes = {name};
    }
  }
  Format format = format_of(edition);
  format.has_cover = false;
  Laid laid;
  laid.document = lay_out(publication, publication.books[0], format, testing::icebreaker(), testing::icebreaker_fonts(),
                          {2025, 9, 8}, laid.findings);
  return laid;
}

std::string table(int rows) {
  std::string text = "=table 1-1 宽表\n| 甲 | 乙 |\n";
  for (int i = 0; i < rows; ++i) text += "| 名" + std::to_string(i) + " | 值" + (i == 0 ? "[^1]" : "") + " |\n";
  return text;
}

std::string book(int rows, int paragraphs) {
  std::string text = "language: zh-Hans\n\n# 1 甲\n表前的话。\n" + table(rows) + "\n";
  for (int i = 0; i < paragraphs; ++i)
    text +=
        "表后的话，" + std::string(i % 2 ? "" : "写得长一些，好让一页在段落中间满，") + "写满一页为止，再写一句。\n";
  return text + "[^1]: 脚注的话。\n";
}

bool is_landscape(const Page& page) {
  return page.width > page.height;
}

std::string text_of(const Page& page, bool of_artifacts) {
  std::string text;
  for (const Item& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item);
    if (run != nullptr && (run->tag == kArtifact) == of_artifacts) text += run->text;
  }
  return text;
}

std::vector<std::size_t> landscape_pages(const PagedDocument& document) {
  std::vector<std::size_t> pages;
  for (std::size_t i = 0; i < document.pages.size(); ++i) {
    if (is_landscape(document.pages[i])) pages.push_back(i);
  }
  return pages;
}

TEST(TurnedTable, StandsOnLandscapePagesBehindAFullPage) {
  const PagedDocument document = lay(book(25, 40), "turned").document;
  const std::vector<std::size_t> pages = landscape_pages(document);
  ASSERT_EQ(pages.size(), 3u);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Page& page = document.pages[pages[i]];
    EXPECT_EQ(pages[i], pages[0] + i);
    EXPECT_EQ(page.width, document.pages[0].height);
    EXPECT_EQ(page.height, document.pages[0].width);
    const std::string around = text_of(page, true);
    EXPECT_EQ(around.find("（续）") != std::string::npos, i > 0) << around;
    EXPECT_EQ(around.find("下页续") != std::string::npos, i < 2) << around;
    EXPECT_NE(around.find(page.folio), std::string::npos);
  }
  EXPECT_NE(text_of(document.pages[pages[0]], false).find("脚注的话"), std::string::npos);
  EXPECT_NE(text_of(document.pages[pages[0] - 1], false).find("表后的话"), std::string::npos);
  EXPECT_NE(text_of(document.pages[pages[2] + 1], false).find("表后的话"), std::string::npos);
}

/// Elements whose first text stands on an earlier page than that of an element read before.
int steps_back(const PagedDocument& document) {
  std::map<TagId, std::size_t> first;
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const Item& item : document.pages[page].items) {
      const TagId tag = std::visit([](const auto& value) { return value.tag; }, item);
      if (tag != kArtifact) first.emplace(tag, page);
    }
  }
  int steps = 0;
  std::size_t before = 0;
  for (const auto& [tag, page] : first) {  // tags stand in reading order
    steps += page < before ? 1 : 0;
    before = page;
  }
  return steps;
}

TEST(TurnedTable, IsReadWhereItStandsAndDividesNoParagraph) {
  for (int paragraphs = 0; paragraphs < 45; paragraphs += 5) {
    const PagedDocument document = lay(book(12, paragraphs), "turned").document;
    EXPECT_EQ(landscape_pages(document).size(), 2u) << paragraphs;
    EXPECT_EQ(steps_back(document), 0) << paragraphs;
  }
}

TEST(TurnedTable, IsATableAsAnyOther) {
  const std::string tags = dump_tags(lay(book(3, 2), "turned").document);
  EXPECT_NE(tags.find("Table"), std::string::npos);
  EXPECT_NE(tags.find("TH scope=Column \"甲\""), std::string::npos);
  EXPECT_NE(tags.find("TD \"值"), std::string::npos);
}

TEST(TurnedTable, TwoInARowBothHavePages) {
  const std::string text = "language: zh-Hans\n\n# 1 甲\n" + table(2) + "\n" + table(2) + "[^1]: 注。\n";
  EXPECT_EQ(landscape_pages(lay(text, "turned").document).size(), 2u);
}

TEST(TurnedTable, StaysUprightInOtherEditions) {
  for (const std::string_view edition : {"large", "phone"}) {
    EXPECT_TRUE(landscape_pages(lay(book(3, 2), "turned", edition).document).empty()) << edition;
  }
  const PagedDocument screen = lay(book(3, 2), "turned", "screen").document;
  EXPECT_EQ(dump(screen), dump(lay(book(3, 2), "none", "screen").document));
}

/// Where a point of a turned page comes to stand.
Point placed(const TurnedPage& turned, Point at) {
  return {turned.origin.x + at.y, turned.origin.y + turned.page->width - at.x};
}

TEST(TurnedTable, StandsTurnedInItsSlotOfASheetUnderAnUprightFolio) {
  const PagedDocument pages = lay(book(25, 40), "turned", "print").document;
  EXPECT_TRUE(landscape_pages(pages).empty());
  const PagedDocument sheets = impose(pages, {.width = pt(841.89), .height = pt(595.28)});
  int turned_pages = 0;
  std::string seen;
  for (const Page& sheet : sheets.pages) {
    for (const Item& item : sheet.items) {
      const auto* turned = std::get_if<TurnedPage>(&item);
      if (turned == nullptr) continue;
      ++turned_pages;
      const bool is_left = turned->origin.x < sheet.width / 2 - pt(1);
      for (const Item& inner : turned->page->items) {
        const auto* run = std::get_if<GlyphRun>(&inner);
        if (run == nullptr) continue;
        seen += run->text;
        EXPECT_EQ(run->tag, kArtifact);
        const Point at = placed(*turned, run->origin);
        EXPECT_EQ(at.x < sheet.width / 2, is_left) << run->text;
        EXPECT_GT(at.y, pt(54)) << run->text;
        EXPECT_LT(at.y, pt(54 + 468 + 1)) << run->text;
      }
    }
  }
  EXPECT_EQ(turned_pages, 3);
  EXPECT_NE(seen.find("名24"), std::string::npos);
  EXPECT_NE(dump_pages(sheets).find("turned "), std::string::npos);
}

Length largest_in_cells(const PagedDocument& document) {
  Length size;
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->tag == kArtifact) continue;
      if (run->text.find("值") != std::string::npos) size = std::max(size, run->size);
    }
  }
  return size;
}

TEST(SmallTable, IsAStepSmallerButReadable) {
  const std::string text = "language: zh-Hans\n\n# 1 甲\n=table 1-1 表\n| 甲 | 乙 |\n| 名 | 值 |\n";
  const auto size = [&](const std::string& name, std::string_view edition) {
    return largest_in_cells(lay(text, name, edition).document).points();
  };
  EXPECT_NEAR(size("none", "pdf"), 9, 0.01);
  EXPECT_NEAR(size("small", "pdf"), 8.42, 0.01);  // Latin letters beside it: 8
  EXPECT_NEAR(size("small", "screen"), 13.5 * 0.88, 0.01);
  EXPECT_EQ(size("small", "large"), size("none", "large"));
}

TEST(SmallTable, FitsMoreColumns) {
  std::string head = "|", row = "|";
  for (int i = 0; i < 7; ++i) head += " 栏目 |", row += " 四字词语 |";
  const std::string text = "language: zh-Hans\n\n# 1 甲\n=table 1-1 宽\n" + head + "\n" + row + "\n";
  EXPECT_EQ(dump_tags(lay(text, "none").document).find("TBody"), std::string::npos);
  EXPECT_NE(dump_tags(lay(text, "small").document).find("TBody"), std::string::npos);
  EXPECT_TRUE(lay(text, "small").findings.is_empty());
}

TEST(WideTable, SaysWhatToWrite) {
  std::string head = "|", row = "|";
  for (int i = 0; i < 40; ++i) head += "栏目" + std::to_string(i) + "|", row += "值|";
  const Laid laid = lay("language: zh-Hans\n\n# 1 甲\n=table 1-1 宽\n" + head + "\n" + row + "\n", "turned");
  ASSERT_EQ(laid.findings.all().size(), 1u);
  for (const UiLanguage language : {UiLanguage::en, UiLanguage::zh_hans}) {
    const std::string words = message(laid.findings.all()[0], language);
    EXPECT_NE(words.find("{.turned}"), std::string::npos) << words;
    EXPECT_NE(words.find("{.small}"), std::string::npos) << words;
  }
}

}  // namespace
}  // namespace bifolio::layout
