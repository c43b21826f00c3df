#include "layout/page_references.h"

#include <gtest/gtest.h>

#include <map>

#include "layout/dump.h"
#include "layout/layout.h"
#include "support/laid_sketch.h"

namespace bifolio::layout {
namespace {

constexpr const char* kSentence = "志愿者把读到的写下来，没读懂的和互相矛盾的，都照实记下来。";

std::string repeated(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

PagedDocument lay_booklet(const std::string& sketch) {
  return testing::lay_sketch(sketch, "pdf");
}

/// The texts of all links, in the order of their first words.
std::vector<std::string> links(const PagedDocument& document) {
  std::vector<std::string> texts;
  std::map<TagId, std::size_t> index;
  for (const Page& page : document.pages) {
    for (const Item& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item);
      if (run == nullptr || run->tag == kArtifact) continue;
      if (document.tags[static_cast<std::size_t>(run->tag)].role != "Link") continue;
      const auto [at, is_new] = index.try_emplace(run->tag, texts.size());
      if (is_new) texts.emplace_back();
      texts[at->second] += run->text;
    }
  }
  return texts;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += text + "|";
  return out;
}

/// The sketch numbers blocks b1, b2 …; the paragraph in between fills pages.
std::string two_sections(const std::string& reference, int sentences) {
  return "language: zh-Hans\n\n# 1 甲\n" + reference + "\n\n" + repeated(kSentence, sentences) +
         "\n\n## 1.1 乙\n正文。\n";
}

TEST(PageReferences, NameTheOtherPage) {
  const std::string texts = joined(links(lay_booklet(two_sections("见(#b3)。", 100))));
  EXPECT_NE(texts.find("b3（第5页）|"), std::string::npos) << texts;
}

TEST(PageReferences, AreSilentOnTheSamePage) {
  const std::string texts = joined(links(lay_booklet(two_sections("见(#b3)。", 2))));
  EXPECT_EQ(texts.find("页）"), std::string::npos) << texts;
  EXPECT_NE(texts.find("b3|"), std::string::npos) << texts;
}

TEST(PageReferences, TakeACommaInBrackets) {
  const std::string texts = joined(links(lay_booklet(two_sections("见（(#b3)）。", 100))));
  EXPECT_NE(texts.find("b3，第5页|"), std::string::npos) << texts;
}

TEST(PageReferences, AreReadAsPartOfTheLink) {
  const PagedDocument document = lay_booklet(two_sections("见(#b3)。", 100));
  const std::string pages = dump_pages(document);
  EXPECT_NE(pages.find("\"b3（第5页）\""), std::string::npos);
}

/// Whatever moves where, a printed number is the true one.
TEST(PageReferences, AreTrueHoweverThePagesFall) {
  int printed = 0;
  for (int sentences = 14; sentences < 34; ++sentences) {
    const PagedDocument document = lay_booklet(two_sections(repeated("见(#b3)。", 30), sentences));
    const std::string folio = document.pages[document.destinations.at("b3").page].folio;
    for (const std::string& text : links(document)) {
      if (text.find("页") == text.npos) continue;
      EXPECT_EQ(text, "b3（第" + folio + "页）") << sentences;
      ++printed;
    }
  }
  EXPECT_GT(printed, 100);
}

PagedDocument lay_parallel(int sentences) {
  Publication publication = testing::sketch(two_sections("见(#b3)。", sentences));
  const std::string english = "language: en\n\n# 1 A\nSee (#b3), and ((#b3)).\n\n" +
                              repeated("Volunteers write down what they read. ", sentences) + "\n\n## 1.1 B\nText.\n";
  publication.books.push_back(testing::sketch(english).books[0]);
  const Format format = format_of("parallel");
  Findings findings;
  return lay_out_parallel(publication, publication.books[0], publication.books[1], format, testing::icebreaker(),
                          testing::icebreaker_fonts(), {2025, 9, 8}, findings);
}

TEST(PageReferences, NameTheOtherPageInBothColumns) {
  int printed = 0;
  for (int sentences = 2; sentences <= 62; sentences += 20) {
    const PagedDocument document = lay_parallel(sentences);
    const std::size_t chinese = document.destinations.at("b3").page, english = document.destinations.at("en:b3").page;
    std::size_t first = 0;  // the references stand on the first page of the body
    while (document.pages[first].folio != "1") ++first;
    const std::string texts = joined(links(document));
    const auto expect = [&](std::size_t page, const std::string& words) {
      EXPECT_EQ(texts.find(words) != texts.npos, page != first) << sentences << ": " << words << " in " << texts;
      printed += page != first;
    };
    expect(chinese, "b3（第" + document.pages[chinese].folio + "页）|");
    expect(english, "b3 (page " + document.pages[english].folio + ")|");
    expect(english, "b3, page " + document.pages[english].folio + "|");
  }
  EXPECT_GE(printed, 6);
}

/// A reference that pushes its target away and, silent, draws it back.
TEST(PageReferences, EndWhenNothingSettles) {
  PageReferences references;
  for (int pass = 1; pass < 20; ++pass) {
    const std::string printed = references.next("target");
    references.bind(7);
    const std::size_t page = printed.empty() ? 1 : static_cast<std::size_t>(pass % 2) * 2;
    const auto find = [&](const std::string&) { return PageReferences::Found{page, std::to_string(page + 1)}; };
    const bool is_true = references.found(7, 0, find);
    const bool is_settled = references.settle(find);
    EXPECT_EQ(is_true, is_settled);
    if (!is_settled) continue;
    EXPECT_TRUE(printed.empty() || printed == std::to_string(page + 1));
    EXPECT_LE(pass, 8);
    return;
  }
  FAIL() << "the passes have no end";
}

}  // namespace
}  // namespace bifolio::layout
