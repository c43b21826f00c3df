// SARIF 2.1.0 (OASIS): the members that the standard and code-scanning services
// require, asked of a report with one of everything.
#include <gtest/gtest.h>

#include "report/report.h"
#include "syntax/syntax.h"

namespace bifolio::report {
namespace {

constexpr Rule kRule{"link-empty", Severity::error, {"nowhere {x}", "没有目标 {x}"}, {"help", "说明"}};
constexpr Rule kNote{"hint", Severity::info, {"hint", "提示"}, {"help", "说明"}};

class SarifLog : public ::testing::Test {
 protected:
  Tree report(UiLanguage language = UiLanguage::en) {
    const source::SourceSet sources(std::vector<source::SourceFile>{{"文 a.md", "𠀀x\ny"}});
    const Finding fault{&kRule, {{0}, 4, 5}, {{"x", "“𠀀”"}}, {{{{0}, 6, 7}, {"here", "此处"}}}, {{{{0}, 4, 5}, "z"}}};
    const Finding hint{&kNote, {}};
    const std::vector<Entry> entries = {{&fault, Severity::error, "f1"},
                                        {&fault, Severity::warning, "f2", Entry::Suppression{true, "asked for"}},
                                        {&fault, Severity::warning, "f3", Entry::Suppression{false, "old text"}},
                                        {&hint, Severity::info, ""}};
    const std::string text = find_reporter("sarif").write({entries, sources, "content/x/", language});
    Findings findings;
    Tree tree = syntax::parse_json({text, FileId{0}}, findings);
    EXPECT_TRUE(findings.is_empty());
    return tree;
  }

  static const Tree& at(const Tree& tree, std::string_view key) {
    const Tree* value = tree.find(key);
    static const Tree none;
    EXPECT_NE(value, nullptr) << "no member " << key;
    return value ? *value : none;
  }
  static const Tree& run(const Tree& log) { return at(log, "runs").items.at(0); }
  static const Tree& result(const Tree& log, std::size_t i) { return at(run(log), "results").items.at(i); }
};

TEST_F(SarifLog, TheLogNamesItsVersionAndItsTool) {
  const Tree log = report();
  EXPECT_EQ(at(log, "version").text, "2.1.0");
  EXPECT_TRUE(at(log, "$schema").text.ends_with("sarif-2.1.0.json"));
  ASSERT_EQ(at(log, "runs").items.size(), 1u);
  EXPECT_EQ(at(at(at(run(log), "tool"), "driver"), "name").text, "bifolio");
  EXPECT_EQ(at(run(log), "columnKind").text, "unicodeCodePoints");
}

TEST_F(SarifLog, EveryRuleIsDescribedOnceAndFoundByItsIndex) {
  const Tree log = report();
  const Tree& rules = at(at(at(run(log), "tool"), "driver"), "rules");
  ASSERT_EQ(rules.items.size(), 2u);
  for (const Tree& rule : rules.items) {
    EXPECT_FALSE(at(rule, "id").text.empty());
    EXPECT_FALSE(at(at(rule, "shortDescription"), "text").text.empty());
    EXPECT_FALSE(at(at(rule, "fullDescription"), "text").text.empty());
    EXPECT_FALSE(at(at(rule, "help"), "text").text.empty());
    EXPECT_FALSE(at(at(rule, "defaultConfiguration"), "level").text.empty());
  }
  for (const Tree& result : at(run(log), "results").items) {
    const auto index = as_integer(at(result, "ruleIndex"));
    ASSERT_TRUE(index && static_cast<std::size_t>(*index) < rules.items.size());
    EXPECT_EQ(at(result, "ruleId").text, at(rules.items[static_cast<std::size_t>(*index)], "id").text);
  }
}

TEST_F(SarifLog, ALevelIsOneOfThoseOfTheStandard) {
  const Tree log = report();
  const char* levels[] = {"error", "warning", "warning", "note"};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(at(result(log, i), "level").text, levels[i]);
    EXPECT_FALSE(at(at(result(log, i), "message"), "text").text.empty());
  }
}

TEST_F(SarifLog, PlacesAreAddressesAndColumnsCountCodePoints) {
  const Tree log = report();
  const Tree& place = at(at(result(log, 0), "locations").items.at(0), "physicalLocation");
  EXPECT_EQ(at(at(place, "artifactLocation"), "uri").text, "content/x/%E6%96%87%20a.md");
  const Tree& region = at(place, "region");
  EXPECT_EQ(as_integer(at(region, "startLine")), 1);
  EXPECT_EQ(as_integer(at(region, "startColumn")), 2);
  EXPECT_EQ(as_integer(at(region, "endColumn")), 3);
  const Tree& related = at(result(log, 0), "relatedLocations").items.at(0);
  EXPECT_EQ(at(at(related, "message"), "text").text, "here");
  EXPECT_EQ(as_integer(at(at(at(related, "physicalLocation"), "region"), "startLine")), 2);
}

TEST_F(SarifLog, FingerprintsAreNamedWithTheirVersion) {
  const Tree log = report();
  EXPECT_EQ(at(at(result(log, 0), "partialFingerprints"), "bifolio/v1").text, "f1");
  EXPECT_EQ(result(log, 3).find("partialFingerprints"), nullptr);
}

TEST_F(SarifLog, SuppressionsSayWhereAndWhy) {
  const Tree log = report();
  EXPECT_EQ(result(log, 0).find("suppressions"), nullptr);
  const Tree& beside = at(result(log, 1), "suppressions").items.at(0);
  EXPECT_EQ(at(beside, "kind").text, "inSource");
  EXPECT_EQ(at(beside, "justification").text, "asked for");
  EXPECT_EQ(at(at(result(log, 2), "suppressions").items.at(0), "kind").text, "external");
  EXPECT_EQ(at(result(log, 2), "baselineState").text, "unchanged");
  EXPECT_EQ(at(result(log, 0), "baselineState").text, "new");
}

TEST_F(SarifLog, RepairsReplaceOneRegion) {
  const Tree log = report();
  const Tree& fix = at(result(log, 0), "fixes").items.at(0);
  const Tree& change = at(fix, "artifactChanges").items.at(0);
  EXPECT_EQ(at(at(change, "artifactLocation"), "uri").text, "content/x/%E6%96%87%20a.md");
  const Tree& replacement = at(change, "replacements").items.at(0);
  EXPECT_EQ(as_integer(at(at(replacement, "deletedRegion"), "startColumn")), 2);
  EXPECT_EQ(at(at(replacement, "insertedContent"), "text").text, "z");
}

TEST_F(SarifLog, SpeaksTheLanguageOfTheReport) {
  EXPECT_EQ(at(at(result(report(UiLanguage::zh_hans), 0), "message"), "text").text, "没有目标 “𠀀”");
}

}  // namespace
}  // namespace bifolio::report
