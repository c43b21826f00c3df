#include <gtest/gtest.h>

#include "check/check.h"

namespace bifolio::check {
namespace {

Cell cell(std::string words) {
  return {.content = {{Text{std::move(words)}}}};
}

std::string rules_of(const Publication& publication) {
  Findings findings;
  check(publication, {}, findings);
  std::string out;
  for (const Finding& finding : findings.all()) out += std::string(finding.rule->id) + " ";
  return out;
}

Publication with_rows(std::vector<Row> rows) {
  Table table;
  table.columns = {{.heading = {{Text{"Drug"}}}}, {.heading = {{Text{"Result"}}}}};
  table.rows = std::move(rows);
  Document document;
  document.language = "en";
  document.blocks = {{table}};
  Publication publication;
  publication.books = {{.language = "en", .documents = {document}}};
  return publication;
}

TEST(TableHeaderRepeated, FiresOnAPastedHeader) {
  EXPECT_EQ(rules_of(with_rows({{.cells = {cell("a"), cell("b")}}, {.cells = {cell("Drug"), cell("Result")}}})),
            "table-header-repeated ");
}

TEST(TableHeaderRepeated, SparesARowThatSharesOneWord) {
  EXPECT_EQ(rules_of(with_rows({{.cells = {cell("Drug"), cell("b")}}})), "");
}

TEST(CiteUnused, FiresOnlyOnWhatNoLanguageCites) {
  Publication publication;
  publication.library.references = {{.key = "used"}, {.key = "idle"}};
  publication.books = {{.language = "en"}, {.language = "zh-Hans"}};
  publication.books[1].references = {{.reference = 0}};
  EXPECT_EQ(rules_of(publication), "cite-unused ");
}

}  // namespace
}  // namespace bifolio::check
