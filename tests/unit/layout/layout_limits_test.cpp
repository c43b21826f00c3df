#include <gtest/gtest.h>

#include "layout/dump.h"
#include "layout/layout.h"
#include "support/layout_setting.h"
#include "support/sketch.h"

namespace bifolio::layout {
namespace {

constexpr const char* kSentence = "志愿者把读到的写下来，没读懂的和互相矛盾的，都照实记下来。";

struct Laid {
  PagedDocument document;
  Findings findings;
};

Laid lay(const Publication& publication, std::string_view edition = "pdf") {
  Laid laid;
  Format format = format_of(edition);
  format.has_cover = false;
  laid.document = lay_out(publication, publication.books[0], format, testing::icebreaker(), testing::icebreaker_fonts(),
                          {2025, 9, 8}, laid.findings);
  return laid;
}

Publication sketch(const std::string& body) {
  return testing::sketch("language: zh-Hans\n\n# 1 甲\n" + body);
}

std::string repeated(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

TEST(Limits, ACellTallerThanAPageIsSplitUnderItsHead) {
  const Laid laid = lay(sketch("=table 1-1 大格\n| 甲 | 乙 |\n| 名 | " + repeated(kSentence, 300) + " |\n"));
  ASSERT_GT(laid.document.pages.size(), 6u);
  const std::string pages = dump_pages(laid.document);
  std::size_t heads = 0;
  for (std::size_t at = 0; (at = pages.find("（续）", at)) != pages.npos; ++at) ++heads;
  EXPECT_EQ(heads, laid.document.pages.size() - 3);  // contents, a blank page, the first page of the table
}

TEST(Limits, ManyRowsAreManyPages) {
  const Laid laid = lay(sketch("=table 1-1 多行\n| 甲 | 乙 |\n" + repeated("| 名 | 值 |\n", 2000)));
  EXPECT_GT(laid.document.pages.size(), 90u);
  EXPECT_TRUE(laid.findings.is_empty());
}

TEST(Limits, AMergedCellOverAThousandRowsIsPrintedOnEachPage) {
  const Laid laid = lay(sketch("=table 1-1 合并\n| 甲 | 乙 |\n| 名 | 值 |\n" + repeated("| 名 | ^ |\n", 300)));
  for (std::size_t i = 2; i + 1 < laid.document.pages.size(); ++i) {
    PagedDocument page;
    page.pages.push_back(laid.document.pages[i]);
    EXPECT_NE(dump_pages(page).find("值"), std::string::npos) << i;
  }
}

TEST(Limits, AThousandNotesInOneParagraphAreAllPrinted) {
  std::string text, notes;
  for (int i = 1; i <= 1000; ++i) {
    text += "字[^" + std::to_string(i) + "]";
    notes += "[^" + std::to_string(i) + "]: 注" + std::to_string(i) + "完\n";
  }
  const std::string pages = dump_pages(lay(sketch(text + "\n" + notes)).document);
  for (int i = 1; i <= 1000; ++i) EXPECT_NE(pages.find("注" + std::to_string(i) + "完"), std::string::npos) << i;
}

TEST(Limits, ATableTooWideBecomesAListAndSaysSo) {
  std::string head = "|", row = "|";
  for (int i = 0; i < 40; ++i) {
    head += "栏目" + std::to_string(i) + "|";
    row += "值" + std::to_string(i) + "|";
  }
  const Laid laid = lay(sketch("=table 1-1 宽\n" + head + "\n" + row + "\n"));
  ASSERT_EQ(laid.findings.all().size(), 1u);
  EXPECT_EQ(laid.findings.all()[0].rule->id, "layout-table-wide");
  EXPECT_NE(dump_tags(laid.document).find("L numbering=None"), std::string::npos);
}

TEST(Limits, AHundredThousandRowsAreAllPrinted) {
  const Laid laid = lay(sketch("=table 1-1 多行\n| 甲 | 乙 |\n" + repeated("| 名 | 值 |\n", 100'000)));
  std::size_t names = 0;
  for (const Page& page : laid.document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      names += run != nullptr && run->text.find("名") != std::string::npos;
    }
  }
  EXPECT_EQ(names, 100'000u);
  EXPECT_TRUE(laid.findings.is_empty());
}

TEST(Limits, ACellOfAMillionBytesGoesOnOverPages) {
  const Laid laid = lay(sketch("=table 1-1 大格\n| 甲 | 乙 |\n| 名 | " + repeated(kSentence, 12'000) + "末 |\n"));
  EXPECT_GT(laid.document.pages.size(), 300u);
  EXPECT_NE(dump_pages(laid.document).find("末"), std::string::npos);
  EXPECT_TRUE(laid.findings.is_empty());
}

TEST(Limits, ATableHeadTallerThanAPageIsAFinding) {
  Publication publication = sketch("=table 1-1 大头\n| " + repeated(kSentence, 200) + " | 乙 |\n| 名 | 值 |\n");
  publication.books[0].documents[0].blocks[0].span = {FileId{3}, 10, 20};
  const Laid laid = lay(publication);
  ASSERT_FALSE(laid.findings.is_empty());
  EXPECT_EQ(laid.findings.all()[0].rule->id, "layout-overfull");
  EXPECT_EQ(laid.findings.all()[0].span.begin, 10u);
}

TEST(Limits, AWordLongerThanTheLineIsAFindingWithItsPlace) {
  Publication publication = sketch("正文。\n");
  const std::string word(200, 'x');
  publication.books[0].documents[0].blocks.push_back(
      {Paragraph{{{Text{word}, {FileId{2}, 100, 300}}}}, {FileId{2}, 100, 300}});
  const Laid laid = lay(publication);
  ASSERT_EQ(laid.findings.all().size(), 1u);
  EXPECT_EQ(laid.findings.all()[0].rule->id, "layout-word-too-long");
  EXPECT_EQ(laid.findings.all()[0].span.begin, 100u);
}

Laid lay_picture(std::string bytes) {
  Publication publication = sketch("正文。\n");
  Figure figure{.alt = "图里看到什么"};
  figure.kind = Figure::Kind::image;
  figure.source = "a.png";
  figure.source_span = {FileId{1}, 7, 12};
  publication.pictures["a.png"].bytes = std::move(bytes);
  publication.books[0].documents[0].blocks.push_back({std::move(figure), {}});
  return lay(publication);
}

TEST(Limits, APictureThatCannotBeReadIsAFindingAndItsTextIsPrinted) {
  const std::string huge("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0\x08\x02\0\0\0", 29);
  for (const std::string& bytes : {std::string("GIF89a"), std::string("\xff\xd8\xff"), huge}) {
    const Laid laid = lay_picture(bytes);
    ASSERT_EQ(laid.findings.all().size(), 1u);
    EXPECT_EQ(laid.findings.all()[0].rule->id, "layout-picture");
    EXPECT_EQ(laid.findings.all()[0].span.begin, 7u);
    EXPECT_NE(dump_pages(laid.document).find("图里看到什么"), std::string::npos);
  }
  EXPECT_NE(message(lay_picture(huge).findings.all()[0], UiLanguage::en).find("30,000"), std::string::npos);
}

/// Of the letters of a text in the body.
Length size_of(const PagedDocument& document, std::string_view text) {
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run != nullptr && run->tag != kArtifact && run->text == text) return run->size;
    }
  }
  return {};
}

TEST(Limits, QuotationsAThousandDeepKeepTheirColumn) {
  Publication publication = sketch("正文。\n");
  Blocks inner{{Paragraph{{{Text{"底"}, {}}}}, {}}};
  for (int i = 0; i < 1000; ++i) {
    BlockQuote quote{std::move(inner)};
    inner = Blocks{};
    inner.push_back({std::move(quote), {}});
  }
  publication.books[0].documents[0].blocks.push_back(std::move(inner[0]));
  const PagedDocument document = lay(publication).document;
  EXPECT_NE(dump_pages(document).find("底"), std::string::npos);
  EXPECT_LT(size_of(document, "底"), size_of(document, "正文。") * 11 / 10);
}

TEST(Limits, ListsAThousandDeepKeepTheirColumn) {
  Publication publication = sketch("正文。\n");
  Blocks inner{{Paragraph{{{Text{"底"}, {}}}}, {}}};
  for (int i = 0; i < 1000; ++i) {
    List list;
    list.items.push_back({.children = std::move(inner)});
    inner = Blocks{};
    inner.push_back({std::move(list), {}});
  }
  publication.books[0].documents[0].blocks.push_back(std::move(inner[0]));
  EXPECT_NE(dump_pages(lay(publication).document).find("底"), std::string::npos);
}

TEST(Limits, EmphasisAThousandDeepIsAFinding) {
  Publication publication = sketch("正文。\n");
  Inlines inner{{Text{"底"}, {}}};
  for (int i = 0; i < 1000; ++i) {
    Inlines outer;
    outer.push_back({Emphasis{std::move(inner)}, {}});
    inner = std::move(outer);
  }
  publication.books[0].documents[0].blocks.push_back({Paragraph{std::move(inner)}, {}});
  const Laid laid = lay(publication);
  ASSERT_EQ(laid.findings.all().size(), 1u);
  EXPECT_EQ(laid.findings.all()[0].rule->id, "layout-nesting");
  EXPECT_NE(dump_pages(laid.document).find("底"), std::string::npos);
}

/// P09: what an element says is what the author wrote, letter for letter.
TEST(Structure, TextEqualsTheSource) {
  const std::string paragraph = "1996年发表的ALSFRS有10个条目，“满分”40分；office——效率difficult，骨与角。";
  const std::string long_word = "https://doi.org/10.1016/S0022-510X(99)00210-5/supplementary-material";
  const Laid laid = lay(sketch(paragraph + repeated(kSentence, 3) + "\n<" + long_word + ">\n"));
  std::vector<std::string> texts(laid.document.tags.size());
  for (const Page& page : laid.document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run != nullptr && run->tag != kArtifact) texts[static_cast<std::size_t>(run->tag)] += run->text;
    }
  }
  EXPECT_EQ(std::count(texts.begin(), texts.end(), paragraph + repeated(kSentence, 3)), 1);
  EXPECT_EQ(std::count(texts.begin(), texts.end(), long_word), 1);
}

TEST(Structure, TheSameBookMakesTheSamePages) {
  const Publication publication = sketch("## 1.1 乙\n" + repeated(kSentence, 40) + "[^1]\n[^1]: 注。\n");
  EXPECT_EQ(dump(lay(publication).document), dump(lay(publication).document));
}

}  // namespace
}  // namespace bifolio::layout
