// Two small books compared, and what their readers are told.
#include "release/diff.h"

#include <gtest/gtest.h>

#include "release/release.h"
#include "support/booklet.h"
#include "support/paths.h"

namespace bifolio::release {
namespace {

class Book {
 public:
  explicit Book(const std::string& version) {
    folder_.write("bifolio.toml", "[booklet]\nid = \"b\"\nversion = \"" + version +
                                      "\"\ndate = \"2025-01-01\"\nlanguages = [\"en\", \"zh-Hans\"]\n"
                                      "title = { en = \"B\", zh-Hans = \"书\" }\n"
                                      "[citations]\nlibrary = [\"l.json\"]\n");
    folder_.write("l.json", "[]");
  }
  Book& write(const std::string& path, const std::string& text) {
    folder_.write(path, text);
    return *this;
  }
  Publication publication() const {
    Request request;
    request.build.folder = folder_.path().string();
    request.build.themes = testing::source_dir() + "/themes";
    return *read_publication(request);
  }

 private:
  testing::TemporaryFolder folder_;
};

std::string told(const Book& before, const Book& after, const std::string& language = "en") {
  const Changes changes = compare(before.publication(), after.publication());
  for (const BookChanges& book : changes.books) {
    if (book.language == language) return write_text(changes, book);
  }
  return "";
}

TEST(Diff, OfEqualBooksSaysSo) {
  Book one("1.0.0"), two("2.0.0");
  one.write("en/a.md", "# A\n\nText.\n");
  two.write("en/a.md", "# A\n\nText.\n");
  EXPECT_EQ(told(one, two), "What changed from version 1.0.0 to version 2.0.0\nNothing that a reader would notice.\n");
}

TEST(Diff, TellsClaimsWhoseNumbersChanged) {
  Book one("1.0.0"), two("2.0.0");
  one.write("en/a.md", "# A\n\nThe trial treated 108 people for 28 weeks. It ended.\n");
  two.write("en/a.md", "# A\n\nThe trial treated 104 people for 28 weeks. It ended.\n");
  EXPECT_EQ(told(one, two),
            "What changed from version 1.0.0 to version 2.0.0\n"
            "\n"
            "Claims whose numbers changed\n"
            "  - 1 A\n"
            "      Before: The trial treated [108] people for 28 weeks.\n"
            "      Now: The trial treated [104] people for 28 weeks.\n"
            "\n"
            "Text\n"
            "  - Rewritten: 1 A\n"
            "      Before: The trial treated [108] people for 28 weeks. It ended.\n"
            "      Now: The trial treated [104] people for 28 weeks. It ended.\n");
}

TEST(Diff, PartsChineseByWords) {
  Book one("1.0.0"), two("2.0.0");
  one.write("zh-Hans/a.md", "# 甲\n\n小鼠实验显示寿命延长。\n");
  two.write("zh-Hans/a.md", "# 甲\n\n小鼠实验没有显示寿命延长。\n");
  EXPECT_EQ(told(one, two, "zh-Hans"),
            "从 1.0.0 版到 2.0.0 版的变化\n"
            "\n"
            "正文\n"
            "  - 改写：1 甲\n"
            "      原为：小鼠实验显示寿命延长。\n"
            "      现为：小鼠实验[没有]显示寿命延长。\n");
}

TEST(Diff, TellsSectionsAddedRemovedAndMoved) {
  Book one("1.0.0"), two("2.0.0");
  one.write("en/a.md", "# A\n\n## One {#one}\n\nFirst.\n\n## Two {#two}\n\nSecond.\n\n## Gone {#gone}\n\nX.\n");
  two.write("en/a.md", "# A\n\n## Two {#two}\n\nSecond.\n\n## One {#one}\n\nFirst.\n\n## New {#new}\n\nY.\n");
  EXPECT_EQ(told(one, two),
            "What changed from version 1.0.0 to version 2.0.0\n"
            "\n"
            "Text\n"
            "  - Moved: 1.1 Two\n"
            "  - New: 1.3 New\n"
            "  - Left out: 1.3 Gone\n");
}

TEST(Diff, NumbersThatOnlyMoveOnAreNoChange) {
  Book one("1.0.0"), two("2.0.0");
  const std::string text =
      "# B\n\n## S {#s}\n\nSee @sec-s and @tbl-x.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: T {#tbl-x}\n";
  one.write("en/b.md", text);
  two.write("en/a.md", "# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Other {#tbl-o}\n").write("en/b.md", text);
  EXPECT_EQ(told(one, two),
            "What changed from version 1.0.0 to version 2.0.0\n"
            "\n"
            "Text\n"
            "  - New: 1 A\n"
            "\n"
            "Tables\n"
            "  - New table: Other\n");
}

TEST(Diff, TellsTablesByRowAndCell) {
  Book one("1.0.0"), two("2.0.0");
  const std::string start = "# A\n\n| drug | people |\n|---|---|\n| riluzole | 155 |\n";
  one.write("en/a.md", start + "| old | 1 |\n\nTable: Trials {#tbl-t}\n");
  two.write("en/a.md",
            "# A\n\n| drug | people |\n|---|---|\n| riluzole | 959 |\n| new | 2 |\n\nTable: Trials {#tbl-t}\n");
  EXPECT_EQ(told(one, two),
            "What changed from version 1.0.0 to version 2.0.0\n"
            "\n"
            "Tables\n"
            "  - Trials\n"
            "      New rows: new\n"
            "      Rows left out: old\n"
            "  - Trials · riluzole · people\n"
            "      Before: [155]\n"
            "      Now: [959]\n");
}

TEST(Diff, TellsTherapiesWhoseEvidenceChanged) {
  Book one("1.0.0"), two("2.0.0");
  one.write("en/a.md", "# A\n\n[Drug X]{evidence=animal} is new.\n");
  two.write("en/a.md", "# A\n\n[Drug X]{evidence=trial-2 outcome=missed as-of=2025-01} is new.\n");
  const std::string text = told(one, two);
  EXPECT_NE(text.find("Therapies: what is known of them\n  - Drug X\n      Before: Tested in animals only"), text.npos)
      << text;
  EXPECT_NE(text.find("      Now: Phase 2 trial: missed its main goal (as of "), text.npos) << text;
}

TEST(Diff, TellsWorksAddedAndCorrected) {
  Book one("1.0.0"), two("2.0.0");
  const std::string a = R"({"id": "a", "type": "book", "title": "First", "issued": {"date-parts": [[2000]]}})";
  const std::string a2 = R"({"id": "a", "type": "book", "title": "First", "issued": {"date-parts": [[2001]]}})";
  const std::string b = R"({"id": "b", "type": "book", "title": "Second"})";
  one.write("l.json", "[" + a + "]").write("en/a.md", "# A\n\nText [@a].\n");
  two.write("l.json", "[" + a2 + "," + b + "]").write("en/a.md", "# A\n\nText [@b; @a].\n");
  const std::string text = told(one, two);
  EXPECT_NE(text.find("Sources\n  - New: "), text.npos) << text;
  EXPECT_NE(text.find("  - Details corrected: "), text.npos) << text;
  EXPECT_EQ(text.find("Text\n"), text.npos) << "the sentence is the same: " << text;
}

TEST(Diff, WritesWellFormedListsAndEscapes) {
  Book one("1.0.0"), two("2.0.0");
  one.write("en/a.md", "# A\n\nWhere p \\< 0.05 holds for all people here.\n");
  two.write("en/a.md", "# A\n\nWhere p \\< 0.01 holds for all people here.\n");
  const Changes changes = compare(one.publication(), two.publication());
  const std::string html = write_html_page(changes, changes.books.front(), "assets/", {});
  EXPECT_NE(html.find("<li>Before: Where p &lt; <del>0.05</del> holds for all people here.</li>\n"
                      "<li>Now: Where p &lt; <ins>0.01</ins> holds for all people here.</li>\n</ul>\n</li>\n</ul>\n"),
            html.npos)
      << html;
  const std::string markdown = write_markdown(changes, changes.books.front());
  EXPECT_NE(markdown.find("  - Before: Where p \\< ~~0.05~~ holds"), markdown.npos) << markdown;
}

}  // namespace
}  // namespace bifolio::release
