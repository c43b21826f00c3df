// Charts of a booklet as a volunteer meets them: checked, built, drawn alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/booklet.h"
#include "support/paths.h"
#include "support/program.h"

namespace bifolio {
namespace {

using testing::Ran;
using testing::run;

/// A booklet with one chart; its data is `charts/d.csv`.
void write_booklet(const testing::TemporaryFolder& folder, const std::string& specification, const std::string& csv) {
  folder.write("bifolio.toml", R"([booklet]
id = "tiny"
version = "1.0.0"
date = "2025-09-08"
languages = ["zh-Hans", "en"]
title = { zh-Hans = "小书", en = "A small book" }
[editions]
build = ["html"]
)");
  folder.write("zh-Hans/10-a.md",
               "# 图 {#a}\n\n::: {.chart #fig-d src=\"charts/d.vl.json\" caption=\"组\" alt=\"两组\"}\n:::\n");
  folder.write("en/10-a.md",
               "# Chart {#a}\n\n::: {.chart #fig-d src=\"charts/d.vl.json\" caption=\"Groups\" alt=\"Two\"}\n:::\n");
  folder.write("charts/d.vl.json", specification);
  if (!csv.empty()) folder.write("charts/d.csv", csv);
}

/// Which lines of the output speak of charts, without what was seen there.
std::vector<std::string> chart_lines(const std::string& out) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = std::min(out.find('\n', at), out.size());
    const std::string line = out.substr(at, end - at);
    if (line.starts_with("charts/")) lines.push_back(line.substr(0, line.find(": ", line.find(": ") + 2)));
    at = end + 1;
  }
  return lines;
}

constexpr const char* kFaulty = R"({
 "description": "Two groups.",
 "usermeta": {"bifolio": {"strings": {"zh-Hans": {"Two groups.": "两组。", "placebo": "安慰剂"}}}},
 "data": {"url": "d.csv"},
 "mark": {"type": "bar", "colour": "red"},
 "encoding": {
  "y": {"field": "a", "title": null},
  "x": {"field": "n", "type": "quantitative", "title": "Dose", "scale": {"domain": [5, 20]}}}
})";

TEST(Charts, CheckAndBuildTellTheSameAtTheirPlacesOnce) {
  const testing::TemporaryFolder folder;
  write_booklet(folder, kFaulty, "a,n\nplacebo,10\ndrug,12 mg\nboth,15\n");
  const auto expected = ::testing::ElementsAre(
      "charts/d.csv:3:6: warning chart-mixed-units", "charts/d.csv:4:1: warning chart-untranslated",
      "charts/d.vl.json:5:26: warning chart-unsupported", "charts/d.vl.json:8:56: warning chart-untranslated",
      "charts/d.vl.json:8:73: warning chart-bar-baseline");
  for (const char* command : {"--ui-lang en check", "--ui-lang en build"}) {
    const Ran ran = run(folder.path(), command);
    EXPECT_THAT(chart_lines(ran.out), expected) << ran.out;
  }
}

TEST(Charts, MissingDataIsToldOnce) {
  const testing::TemporaryFolder folder;
  write_booklet(folder, R"({"description": "d", "data": {"url": "d.csv"}, "mark": "bar", "encoding": {}})", "");
  for (const char* command :
       {"--ui-lang en check", "--ui-lang en build", "--ui-lang en chart charts/d.vl.json -o d.svg"}) {
    const Ran ran = run(folder.path(), command);
    EXPECT_THAT(chart_lines(ran.out), ::testing::ElementsAre("charts/d.vl.json:1:38: error file-missing")) << ran.out;
    EXPECT_EQ(ran.status, 1) << command;
  }
}

TEST(Charts, DataOfAChartAloneIsNeverFetchedNorTakenFromOutside) {
  const testing::TemporaryFolder folder;
  folder.write("secret.csv", "a\n1\n");
  folder.write("charts/d.vl.json", R"({"description": "d", "layer": [
{"data": {"url": "https://example.org/a.csv"}, "mark": "bar"},
{"data": {"url": "../secret.csv"}, "mark": "bar"},
{"data": {"url": "x/../../secret.csv"}, "mark": "bar"},
{"data": {"url": "%2e%2e/secret.csv"}, "mark": "bar"},
{"data": {"url": "/etc/passwd"}, "mark": "bar"}]})");
  const Ran ran = run(folder.path(), "--ui-lang en chart charts/d.vl.json -o d.svg");
  EXPECT_THAT(
      chart_lines(ran.out),
      ::testing::ElementsAre("charts/d.vl.json:2:18: error file-remote", "charts/d.vl.json:3:18: error file-outside",
                             "charts/d.vl.json:4:18: error file-outside", "charts/d.vl.json:5:18: error file-outside",
                             "charts/d.vl.json:6:18: error file-outside"))
      << ran.out;
}

TEST(Charts, TheRecipesStandInABookletOfBothLanguages) {
  const testing::TemporaryFolder folder;
  write_booklet(folder, "{}", "");
  std::filesystem::copy(testing::source_dir() + "/docs/charts", folder.path() / "charts",
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  std::string figures;
  for (const std::string name : {"survival", "forest", "timeline"})
    figures += "\n::: {.chart #fig-" + name + " src=\"charts/" + name + ".vl.json\" caption=\"1\" alt=\"1\"}\n:::\n";
  folder.write("zh-Hans/10-a.md", "# 图 {#a}\n" + figures);
  folder.write("en/10-a.md", "# Chart {#a}\n" + figures);
  const Ran ran = run(folder.path(), "--ui-lang en build --edition html,pdf,phone");
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_EQ(chart_lines(ran.out).size(), 0U) << ran.out;
  const std::string page = folder.read("output/preview/tiny/zh-Hans/a.html");
  EXPECT_THAT(page, ::testing::HasSubstr("仍在观察的人数"));
  EXPECT_THAT(page, ::testing::Not(::testing::HasSubstr("Still observed")));
}

}  // namespace
}  // namespace bifolio
