// Booklets made to hurt: what grew with the square of its input would not end here.
#include <gtest/gtest.h>

#include <set>

#include "parse/parse.h"
#include "pipeline/pipeline.h"
#include "resolve/resolve.h"

namespace bifolio::pipeline {
namespace {

std::string times(int count, std::string_view text) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

/// The ids of the findings, each once, and how long the report is.
struct Checked {
  std::set<std::string_view> rules;
  std::size_t report = 0;
};

Checked check_text(std::string text, std::vector<source::SourceFile> more = {}) {
  more.push_back({"en/a.md", "# T\n\n" + std::move(text) + "\n"});
  more.push_back({"bifolio.toml",
                  "[booklet]\nid = \"h\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"en\"]\n"
                  "title = { en = \"H\" }\nlicence = \"x\"\n[citations]\nlibrary = [\"a.bib\"]\n"});
  more.push_back({"a.bib", "@online{k,\n  title = {A},\n  url = {https://example.org/},\n}\n"});
  Findings findings;
  Loaded loaded{source::SourceSet(std::move(more)), {}};
  loaded.publication = resolve::resolve(parse::parse(loaded.sources, findings), {}, findings);
  check(loaded, {}, findings);
  Checked checked;
  const auto entries = judge(findings, loaded, {}).entries;
  for (const report::Entry& entry : entries) checked.rules.insert(entry.finding->rule->id);
  for (const std::string_view format : {"text", "sarif"})
    checked.report += report::find_reporter(format).write({entries, loaded.sources, ""}).size();
  return checked;
}

constexpr int kMany = 5'000;

TEST(Hostile, CitationsWithoutEnd) {
  EXPECT_FALSE(check_text(times(kMany, "[@k] ")).rules.contains("cite-undefined"));
  EXPECT_TRUE(check_text(times(kMany, "[@z] ")).rules.contains("cite-undefined"));
}

TEST(Hostile, RunsOfBracketsAndMarks) {
  for (const char* bait : {"[", "(", "（", "“", "《", "](", "{", "[^", "**", "- ", "`"})
    EXPECT_TRUE(check_text(times(kMany, bait)).report < 10'000'000) << bait;
}

TEST(Hostile, RunsOfDigitsAndNumerals) {
  for (const char* bait :
       {"9",    "1,",   "1-",  "1.",          "1/",     "1 000 ", "一",   "万亿",   "分之",  "百分之",
        "第一", "半年", "1万", "two thirds ", "April ", "IL-",    "CN 1", "CSTR:1", "NCT1 ", "Table 9 "})
    EXPECT_TRUE(check_text(times(kMany, bait)).report < 100'000'000) << bait;
}

TEST(Hostile, EveryFindingOfALongLineHasItsPlace) {
  const Checked checked = check_text(times(kMany, "a\u202Eb TODO "));
  EXPECT_TRUE(checked.rules.contains("hygiene-control-char"));
  EXPECT_TRUE(checked.rules.contains("hygiene-placeholder"));
}

TEST(Hostile, TermsInOneParagraph) {
  const source::SourceFile glossary{"glossary.csv", "id,en,variants@en\nt,tofersen,toferson\n"};
  EXPECT_TRUE(check_text(times(kMany, "tofersen toferson “tofersen "), {glossary}).rules.contains("term-variant"));
}

TEST(Hostile, EveryFaultOfQuotingInASheet) {
  const Checked checked =
      check_text("::: {.table #tbl-a src=\"t.csv\" caption=\"C\"}\n:::",
                 {{"t.csv", "a,b\n\"x\"\"y,\"z\"\nq\"r,s\n\"open,1\n2,3\n\n\"a\"b,c\n,,,,,\n\"\n"}});
  EXPECT_TRUE(checked.rules.contains("syntax-csv-quote"));
}

}  // namespace
}  // namespace bifolio::pipeline
