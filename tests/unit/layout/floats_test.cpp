// Figures and short tables that find no room on their page.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "layout/dump.h"
#include "layout/layout.h"
#include "support/laid_sketch.h"

namespace bifolio::layout {
namespace {

using testing::lay_sketch;
using testing::page_of;

constexpr int kMostLines = 40;  ///< more than any page has

/// So many lines, a figure whose caption calls a note, a text behind it, a section.
std::string book(int lines) {
  std::string text = "language: zh-Hans\n\n# 1 甲\n";
  for (int i = 0; i < lines; ++i) text += "一行。\n";
  return text +
         "=figure 1-1 题注[^1]\n图后的话。\n## 1.1 小节\n小节的话。\n小节的话。\n[^1]: 脚注的话。\n# 2 乙\n末篇。\n";
}

/// The first book of growing length whose figure stands behind text that follows it.
PagedDocument with_float() {
  for (int lines = 1; lines < kMostLines; ++lines) {
    PagedDocument document = lay_sketch(book(lines), "pdf");
    if (!dump_floats(document).empty()) return document;
  }
  return {};
}

TEST(Floats, TextGoesOnBeforeAFigureWithoutRoom) {
  const PagedDocument document = with_float();
  ASSERT_FALSE(document.pages.empty());
  const std::size_t text = page_of(document, "图后的话"), figure = page_of(document, "题注");
  EXPECT_EQ(figure, text + 1);
  EXPECT_EQ(page_of(document, "脚注的话"), figure);
  EXPECT_LT(figure, page_of(document, "末篇"));
  EXPECT_EQ(dump_floats(document),
            "floats\n  page " + std::to_string(figure) + ", from page " + std::to_string(text) + " \"图 1-1 题注①\"\n");
}

/// The first page of each text, in the order in which they are read.
std::vector<std::size_t> pages_as_read(const PagedDocument& document) {
  std::map<TagId, std::size_t> first;
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    for (const Item& item : document.pages[page].items) {
      const TagId tag = std::visit([](const auto& value) { return value.tag; }, item);
      if (tag != kArtifact) first.emplace(tag, page);
    }
  }
  std::vector<std::size_t> pages;
  for (const auto& [tag, page] : first) pages.push_back(page);  // tags stand in reading order
  return pages;
}

TEST(Floats, AreReadWhereTheyStand) {
  const PagedDocument document = with_float();
  const std::vector<std::size_t> pages = pages_as_read(document);
  EXPECT_TRUE(std::is_sorted(pages.begin(), pages.end()));
  const std::string tags = dump_tags(document);
  const std::size_t before = tags.rfind("一行。"), figure = tags.rfind("题注"), after = tags.find("图后的话");
  ASSERT_NE(after, tags.npos);
  EXPECT_LT(before, after);
  EXPECT_LT(after, figure);
  EXPECT_LT(figure, tags.find("末篇"));
  EXPECT_LT(figure, tags.find("脚注的话"));
}

TEST(Floats, StayWhereTheyAreInOtherEditions) {
  for (const char* edition : {"large", "screen", "phone"}) {
    for (int lines = 1; lines < kMostLines; ++lines) {
      const PagedDocument document = lay_sketch(book(lines), edition);
      EXPECT_EQ(dump_floats(document), "") << edition;
      EXPECT_LE(page_of(document, "题注"), page_of(document, "图后的话")) << edition;
    }
  }
}

/// A table that is divided says so.
TEST(Floats, AShortTableIsNeverDivided) {
  const auto with_table = [](int lines, int rows) {
    std::string text = "language: zh-Hans\n\n# 1 甲\n";
    for (int i = 0; i < lines; ++i) text += "一行。\n";
    text += "=table 1-1 题名\n| 名 | 说 |\n";
    for (int i = 0; i < rows; ++i) text += "| 甲 | 乙 |\n";
    return text + "表后的话。\n";
  };
  const auto is_divided = [](const PagedDocument& document) {
    return dump_pages(document).find("下页续") != std::string::npos;
  };
  bool floats = false, divides_long_one = false;
  for (int lines = 1; lines < kMostLines; ++lines) {
    const PagedDocument document = lay_sketch(with_table(lines, 4), "pdf");
    EXPECT_FALSE(is_divided(document)) << lines;
    floats |= dump_floats(document).find("表 1-1 题名") != std::string::npos;
    divides_long_one |= is_divided(lay_sketch(with_table(lines, 20), "pdf"));
  }
  EXPECT_TRUE(floats);
  EXPECT_TRUE(divides_long_one);
}

/// In a list, a quotation or a note a figure belongs to what is around it.
TEST(Floats, FiguresInsideOtherBlocksStayThere) {
  for (int lines = 1; lines < kMostLines; ++lines) {
    Publication publication = testing::sketch(book(lines));
    Blocks& blocks = publication.books[0].documents[0].blocks;
    for (Block& block : blocks) {
      if (!std::holds_alternative<Figure>(block.value)) continue;
      BlockQuote quote;
      quote.children.push_back(std::move(block));
      block = {std::move(quote), {}};
    }
    Format format = format_of("pdf");
    format.has_cover = false;
    Findings findings;
    EXPECT_EQ(dump_floats(lay_out(publication, publication.books[0], format, testing::icebreaker(),
                                  testing::icebreaker_fonts(), {2025, 9, 8}, findings)),
              "");
  }
}

}  // namespace
}  // namespace bifolio::layout
