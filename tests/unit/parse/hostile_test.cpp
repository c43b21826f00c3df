// Booklets that want to break the reader.
#include <gtest/gtest.h>

#include "parse/parse.h"

namespace bifolio::parse {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

constexpr const char* kSettings =
    "[booklet]\nid = \"a\"\nversion = \"1.0.0\"\ndate = \"2025-01-31\"\nlanguages = [\"en\"]\ntitle = \"A\"\n";

Manuscript read(std::vector<source::SourceFile> files, Findings& findings) {
  files.push_back({"bifolio.toml", kSettings});
  return parse(source::SourceSet(std::move(files)), findings);
}

TEST(Hostile, DeepChartSpecification) {
  Findings findings;
  const Manuscript manuscript = read(
      {{"en/a.md", "# A\n\n::: {.chart src=\"c.json\"}\n:::\n"}, {"c.json", repeat("{\"data\":", 100000)}}, findings);
  EXPECT_EQ(manuscript.charts.size(), 1u);
  EXPECT_EQ(findings.all().at(0).rule->id, "syntax-too-deep");
}

TEST(Hostile, LibraryOfBrokenEntries) {
  Findings findings;
  Manuscript manuscript =
      read({{"en/a.md", "# A"}, {"references/l.json", "[" + repeat("{\"id\": \"x,\n", 300)}}, findings);
  EXPECT_TRUE(manuscript.library.references.empty());
}

TEST(Hostile, FrontMatterOfBrackets) {
  for (const std::string& yaml :
       {repeat("[", 50000), repeat("a: {", 20000), repeat("- ", 20000), repeat("&a *a ", 5000)}) {
    Findings findings;
    const Manuscript manuscript = read({{"en/a.md", "---\nx: " + yaml + "\n---\n# A\n"}}, findings);
    EXPECT_EQ(manuscript.documents.size(), 1u);
  }
}

TEST(Hostile, TableOfCarets) {
  Findings findings;
  const Manuscript manuscript = read({{"en/a.md", "# A\n\n::: {.table src=\"t.csv\"}\n:::\n"},
                                      {"t.csv", "a,b\nx,y\n" + repeat("^,^\n", 20000)},
                                      {"t.toml", "[columns]\na = { heading = \"A\" }\nb = { heading = \"B\" }\n"}},
                                     findings);
  const auto& table = std::get<Table>(manuscript.documents.at(0).blocks.at(0).value);
  EXPECT_EQ(table.rows[0].cells[0].row_span, 20001);
  EXPECT_TRUE(findings.is_empty());
}

TEST(Hostile, HeaderOfSignsOnly) {
  Findings findings;
  read({{"en/a.md", "# A\n\n::: {.table src=\"t.csv\"}\n:::\n"},
        {"t.csv", "@en,@,@@\n1,2,3\n"},
        {"glossary.csv", "@en\nx\n"}},
       findings);
  EXPECT_FALSE(findings.is_empty());
}

TEST(Hostile, EmptyFilesOfEveryKind) {
  Findings findings;
  read({{"en/a.md", ""}, {"en/CHANGELOG.md", ""}, {"glossary.csv", ""}, {"references/l.json", ""}}, findings);
  EXPECT_FALSE(findings.is_empty());
  Findings none;
  EXPECT_TRUE(parse(source::SourceSet(std::vector<source::SourceFile>{{"bifolio.toml", ""}}), none).documents.empty());
}

}  // namespace
}  // namespace bifolio::parse
