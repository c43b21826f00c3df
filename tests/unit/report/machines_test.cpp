#include <gtest/gtest.h>

#include "report/report.h"

namespace bifolio::report {
namespace {

constexpr Rule kRule{"link-empty", Severity::error, {"nowhere: a, b % c", "没有目标"}, {"help", "说明"}};
constexpr Rule kNote{"hint", Severity::info, {"hint", "提示"}, {"help", "说明"}};

/// What a format makes of findings at code point 2 of `𠀀x`.
std::string written(std::string_view format, std::vector<Entry> entries) {
  const source::SourceSet sources(std::vector<source::SourceFile>{{"a.md", "𠀀x"}});
  return find_reporter(format).write({std::move(entries), sources, ""});
}

Finding at_x(const Rule& rule = kRule) {
  return {&rule, {{0}, 4, 5}};
}

TEST(Sarif, CountsCodePointsAndSaysSo) {
  const Finding finding = at_x();
  const std::string out = written("sarif", {{&finding, Severity::error, "f1"}});
  EXPECT_NE(out.find("\"columnKind\": \"unicodeCodePoints\""), out.npos);
  EXPECT_NE(out.find("\"startColumn\": 2"), out.npos);
  EXPECT_NE(out.find("\"bifolio/v1\": \"f1\""), out.npos);
}

TEST(Sarif, SuppressedFindingsCarryTheirReason) {
  const Finding finding = at_x();
  const std::string out =
      written("sarif", {{&finding, Severity::error, "f1", Entry::Suppression{true, "address requested"}}});
  EXPECT_NE(out.find("\"kind\": \"inSource\",\n              \"justification\": \"address requested\""), out.npos)
      << out;
  EXPECT_EQ(written("text", {{&finding, Severity::error, "f1", Entry::Suppression{true, "x"}}}), "");
}

TEST(GitHub, EscapesWhatItsCommandsWouldRead) {
  const Finding finding = at_x();
  EXPECT_EQ(written("github", {{&finding, Severity::error}}),
            "::error file=a.md,line=1,endLine=1,col=2,endColumn=3,title=link-empty::nowhere: a, b %25 c\n");
}

TEST(GitHub, StaysWithinTenOfAKindAndCountsTheRest) {
  const std::vector<Finding> findings(13, at_x());
  std::vector<Entry> entries;
  for (const Finding& finding : findings) entries.push_back({&finding, Severity::error});
  const std::string out = written("github", entries);
  EXPECT_NE(out.find("::notice title=bifolio::3 more findings: see the summary of this step\n"), out.npos) << out;
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 11);
}

TEST(GitHub, GravestFirst) {
  const Finding hint = at_x(kNote), fault = at_x();
  EXPECT_TRUE(written("github", {{&hint, Severity::info}, {&fault, Severity::error}}).starts_with("::error"));
}

TEST(GitLab, GivesPathLineAndFingerprint) {
  const Finding finding = at_x();
  EXPECT_EQ(
      written("gitlab", {{&finding, Severity::warning, "abc"}}),
      "[\n  {\n    \"description\": \"nowhere: a, b % c\",\n    \"check_name\": \"link-empty\",\n"
      "    \"fingerprint\": \"abc\",\n    \"severity\": \"minor\",\n    \"location\": {\n      \"path\": \"a.md\",\n"
      "      \"lines\": {\n        \"begin\": 1\n      }\n    }\n  }\n]\n");
}

TEST(JUnit, AnEmptyReportHasOneTestThatPasses) {
  EXPECT_NE(written("junit", {}).find("<testsuites tests=\"1\" failures=\"0\">"), std::string::npos);
}

TEST(JUnit, EscapesXml) {
  constexpr Rule rule{"x", Severity::error, {"a < \"b\" & \x01", ""}, {"", ""}};
  const Finding finding{&rule, {}};
  EXPECT_NE(written("junit", {{&finding, Severity::error}}).find("a &lt; &quot;b&quot; &amp; \uFFFD"),
            std::string::npos);
}

TEST(Rdjson, CountsBytes) {
  const Finding finding = at_x();
  EXPECT_NE(written("rdjson", {{&finding, Severity::error}}).find("\"column\": 5"), std::string::npos);
}

}  // namespace
}  // namespace bifolio::report
