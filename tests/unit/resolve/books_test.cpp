#include "resolve/books.h"

#include <gtest/gtest.h>

#include "resolve/references.h"

namespace bifolio::resolve {
namespace {

Inlines text(std::string words) {
  return {{Text{std::move(words)}}};
}

Block heading(int level, std::string words, std::string id = "") {
  Block block{Heading{.level = level, .children = text(words), .slug = words}};
  block.attributes.id = std::move(id);
  return block;
}

Block paragraph(Inlines inlines) {
  return {Paragraph{std::move(inlines)}};
}

Document document(std::string language, std::string relative, Blocks blocks = {}) {
  Document one;
  one.language = language;
  one.relative = relative;
  one.path = language + "/" + relative;
  one.phase = relative.find('/') == relative.npos ? "" : relative.substr(0, relative.find('/'));
  one.is_chapter_opener = relative.ends_with("index.md");
  one.title = text(relative);
  one.blocks = std::move(blocks);
  return one;
}

Booklet booklet() {
  Booklet one;
  one.languages = {"zh-Hans", "en"};
  one.phases = {{.id = "phase-1"}, {.id = "phase-2"}};
  return one;
}

/// Builds, numbers and gives ids.
std::vector<Book> books(std::vector<Document> documents, const Booklet& of = booklet()) {
  std::vector<Book> all = make_books(of, std::move(documents));
  for (Book& book : all) {
    number(book);
    give_ids(book);
  }
  return all;
}

std::string numbers(const Book& book) {
  std::string out;
  for (const Document& one : book.documents) {
    out += one.relative + "=" + one.number + (one.is_missing ? "(missing)" : "") + " ";
    for (const Block& block : one.blocks) {
      if (const auto* heading = std::get_if<Heading>(&block.value)) out += heading->number + " ";
      if (const auto* table = std::get_if<Table>(&block.value)) out += "T" + table->number + " ";
    }
  }
  return out;
}

TEST(Books, PhasesAreChaptersAndTheRestHasNoNumber) {
  const auto all =
      books({document("en", "phase-2/10-a.md"), document("en", "00-summary.md"), document("en", "phase-1/index.md"),
             document("en", "phase-1/20-b.md"), document("en", "phase-1/10-a.md")});
  EXPECT_EQ(numbers(all[1]),
            "00-summary.md= phase-1/index.md=1 phase-1/10-a.md=1.1 phase-1/20-b.md=1.2 phase-2/10-a.md=2.1 ");
}

TEST(Books, MissingTranslationKeepsTheNumbersOfTheOthers) {
  const auto all = books(
      {document("en", "phase-1/10-a.md"), document("en", "phase-1/20-b.md"), document("zh-Hans", "phase-1/20-b.md")});
  EXPECT_EQ(numbers(all[0]), "phase-1/10-a.md=1.1(missing) phase-1/20-b.md=1.2 ");
  EXPECT_EQ(plain_text(all[0].documents[0].title), "phase-1/10-a.md");
}

TEST(Books, WithoutPhasesEachDocumentIsAChapter) {
  Booklet plain;
  plain.languages = {"en"};
  const auto all = books({document("en", "b.md", {heading(2, "h")}), document("en", "a.md")}, plain);
  EXPECT_EQ(numbers(all[0]), "a.md=1 b.md=2 2.1 ");
}

TEST(Numbers, HeadingsCountOnFromTheirDocument) {
  Block aside = heading(2, "aside");
  std::get<Heading>(aside.value).is_unnumbered = true;
  const auto all =
      books({document("en", "phase-1/10-a.md",
                      {heading(2, "a"), heading(3, "b"), heading(3, "c"), aside, heading(2, "d"), heading(3, "e")})});
  EXPECT_EQ(numbers(all[1]), "phase-1/10-a.md=1.1 1.1.1 1.1.1.1 1.1.1.2  1.1.2 1.1.2.1 ");
}

TEST(Numbers, TablesCountInTheirChapter) {
  Table captioned;
  captioned.caption = text("c");
  const auto all =
      books({document("en", "phase-1/10-a.md", {{captioned}, {Table{}}}),
             document("en", "phase-1/20-b.md", {{captioned}}), document("en", "phase-2/10-c.md", {{captioned}})});
  EXPECT_EQ(numbers(all[1]), "phase-1/10-a.md=1.1 T1-1 T phase-1/20-b.md=1.2 T1-2 phase-2/10-c.md=2.1 T2-1 ");
}

TEST(Pages, LoseTheNumberThatSortsFiles) {
  const auto all = books({document("en", "phase-1/10-targets.md"), document("en", "phase-1/index.md")});
  EXPECT_EQ(all[1].documents[1].page, "phase-1/targets.html");
  EXPECT_EQ(all[1].documents[0].page, "phase-1/index.html");
  EXPECT_EQ(all[1].documents[1].id, "phase-1-targets");
}

TEST(Ids, CountFromTheNearestExplicitId) {
  const auto all =
      books({document("en", "phase-1/10-a.md",
                      {paragraph(text("x")), heading(2, "h", "nfl"), paragraph(text("y")), paragraph(text("z"))})});
  const Blocks& blocks = all[1].documents[0].blocks;
  EXPECT_EQ(blocks[0].id, "phase-1-a-1");
  EXPECT_EQ(blocks[1].id, "nfl");
  EXPECT_EQ(blocks[2].id, "nfl-1");
  EXPECT_EQ(blocks[3].id, "nfl-2");
}

TEST(Ids, StepOverIdsThatAuthorsGave) {
  const auto all = books(
      {document("en", "phase-1/10-a.md", {heading(2, "h", "nfl"), paragraph(text("y")), heading(2, "i", "nfl-1")})});
  EXPECT_EQ(all[1].documents[0].blocks[1].id, "nfl-2");
}

std::string link_findings(std::vector<Document> documents, std::vector<std::string> files = {}) {
  Findings findings;
  auto all = books(std::move(documents));
  link_up(all[1], files, findings);
  std::string out;
  for (const Finding& finding : findings.all())
    out += std::string(finding.rule->id) + ": " + message(finding, UiLanguage::en) + "\n";
  return out;
}

Block link_to(std::string target) {
  return paragraph({{Link{.target = std::move(target), .children = text("x")}}});
}

TEST(Links, FindIdsSlugsDocumentsAndFiles) {
  EXPECT_EQ(link_findings({document("en", "phase-1/10-a.md",
                                    {heading(2, "nfl-markers", "nfl"), link_to("#nfl"), link_to("#nfl-markers"),
                                     link_to("20-b.md#there"), link_to("en/phase-1/20-b.md"), link_to("tables/t.csv"),
                                     link_to("https://example.org/")}),
                           document("en", "phase-1/20-b.md", {heading(2, "b", "there")})},
                          {"tables/t.csv"}),
            "");
}

TEST(Links, SuggestWhatWasMeant) {
  EXPECT_EQ(
      link_findings(
          {document("en", "phase-1/10-a.md", {heading(2, "h", "nfl-biomarker"), link_to("#nfl-biomarkers")})}),
      "link-anchor-missing: Nothing in phase-1/10-a.md has the id `#nfl-biomarkers`. Did you mean `nfl-biomarker`?\n");
  EXPECT_EQ(
      link_findings({document("en", "phase-1/10-a.md", {link_to("Tables/t.csv")})}, {"tables/t.csv"}),
      "link-case-mismatch: `Tables/t.csv` works only where upper and lower case are the same; write `tables/t.csv`.\n");
  EXPECT_EQ(link_findings({document("en", "phase-1/10-a.md", {link_to("../../../etc/passwd")})}),
            "link-file-missing: `../../../etc/passwd` does not exist.\n");
}

TEST(CrossReferences, PrintNumbersInTheBooksLanguage) {
  Table table;
  table.caption = text("c");
  Block block{table};
  block.attributes.id = "tbl-x";
  auto all = books({document("en", "phase-1/10-a.md", {block, paragraph({{CrossReference{"tbl-x"}}})}),
                    document("zh-Hans", "phase-1/10-a.md", {block, paragraph({{CrossReference{"tbl-x"}}})})});
  Findings findings;
  for (Book& book : all) link_up(book, {}, findings);
  EXPECT_EQ(plain_text(std::get<Paragraph>(all[1].documents[0].blocks[1].value).children), "Table\u00A01-1");
  EXPECT_EQ(plain_text(std::get<Paragraph>(all[0].documents[0].blocks[1].value).children), "表 1-1");
  EXPECT_TRUE(findings.is_empty());
}

TEST(Ids, DuplicateIsReportedAtTheSecond) {
  EXPECT_EQ(link_findings({document("en", "phase-1/10-a.md", {heading(2, "h", "x"), heading(2, "i", "x")})}),
            "xref-label-duplicate: `#x` is already defined in this language; links reach only the first.\n");
}

}  // namespace
}  // namespace bifolio::resolve
