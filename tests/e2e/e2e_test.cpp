// The whole program, run as a person would run it.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "support/booklet.h"
#include "support/program.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;

using testing::Ran;
using testing::run;

constexpr const char* kToml = R"([booklet]
id = "tiny"
version = "1.0.0"
date = "2025-09-08"
languages = ["zh-Hans", "en"]
title = { zh-Hans = "小书", en = "A small book" }

[citations]
library = ["references/library.json"]
)";

constexpr const char* kLibrary = R"([
  {"id": "acts1996", "type": "article-journal", "title": "The ALSFRS", "container-title": "Archives of Neurology",
   "author": [{"family": "Brooks", "given": "B. R."}], "issued": {"date-parts": [[1996]]}, "DOI": "10.1001/archneur.1996.00550020045014"}
]
)";

void write_booklet(const testing::TemporaryFolder& folder) {
  folder.write("bifolio.toml", kToml);
  folder.write("references/library.json", kLibrary);
  folder.write("zh-Hans/10-a.md", "# 量表 {#scales}\n\n1996年发表的ALSFRS有10个条目[@acts1996]。\n");
  folder.write("en/10-a.md", "# Scales {#scales}\n\nThe ALSFRS of 1996 had 10 items [@acts1996].\n");
}

/// Every file below the folder with its bytes.
std::map<std::string, std::string> files_below(const testing::TemporaryFolder& folder, const std::string& sub) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path() / sub)) {
    if (!entry.is_regular_file()) continue;
    const std::string relative = fs::relative(entry.path(), folder.path()).string();
    files[fs::relative(entry.path(), folder.path() / sub).string()] = folder.read(relative);
  }
  return files;
}

TEST(Build, MakesASiteAndABookletALanguage) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  const Ran ran = run(folder.path(), "build");
  EXPECT_EQ(ran.status, 0) << ran.out;
  for (const char* path :
       {"index.html", "zh-Hans/index.html", "en/a.html", "tiny_1.0.0_zh-Hans.pdf", "tiny_1.0.0_en.pdf"}) {
    EXPECT_TRUE(fs::exists(folder.path() / "output/preview/tiny" / path)) << path;
  }
}

TEST(Build, AnUnknownEditionLeavesWhatWasMadeBefore) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  ASSERT_EQ(run(folder.path(), "build --edition html --out site").status, 0);
  const auto before = files_below(folder, "site");
  const Ran ran = run(folder.path(), "build --edition poster --out site");
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_EQ(ran.out.find("written to"), ran.out.npos) << ran.out;
  EXPECT_TRUE(files_below(folder, "site") == before);
}

TEST(Build, ReferencesLeadToTheirFilesForOtherPrograms) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  ASSERT_EQ(run(folder.path(), "build --edition html --out site").status, 0);
  const std::string page = folder.read("site/en/references.html");
  for (const char* name : {"references.json", "references.bib", "references.ris"}) {
    EXPECT_NE(page.find("href=\"../references/" + std::string(name) + "\""), page.npos) << name;
    EXPECT_NE(folder.read("site/references/" + std::string(name)).find("acts1996"), std::string::npos) << name;
  }
}

TEST(Build, TwiceGivesTheSameBytesInAnyLocaleAndZone) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  ASSERT_EQ(run(folder.path(), "build --out one").status, 0);
  ASSERT_EQ(run(folder.path(), "build --out two --jobs 1", "LANG=de_DE.UTF-8 TZ=Asia/Shanghai").status, 0);
  const auto one = files_below(folder, "one"), two = files_below(folder, "two");
  ASSERT_FALSE(one.empty());
  EXPECT_EQ(one == two, true);
}

TEST(Build, PdfPassesQpdf) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  ASSERT_EQ(run(folder.path(), "build --edition pdf").status, 0);
  const std::string pdf = (folder.path() / "output/preview/tiny/tiny_1.0.0_zh-Hans.pdf").string();
  EXPECT_EQ(std::system(("qpdf --check '" + pdf + "' >/dev/null").c_str()), 0);
}

TEST(Check, NamesFileLineColumnReasonAndNextStep) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  folder.write("zh-Hans/10-a.md", "# 量表 {#scales}\n\n1996年发表的ALSFRS[@act1996]。\n");
  const Ran ran = run(folder.path(), "check --ui-lang zh-Hans");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(
      ran.out.find("zh-Hans/10-a.md:3:17: 错误 cite-undefined：引文键 `act1996` 在 references/library.json 中不存在，"
                   "读者无法找到出处。是否应为 `acts1996`？\n"
                   "    3 | 1996年发表的ALSFRS[@act1996]。\n"
                   "      |                     ^^^^^^^\n"),
      ran.out.npos)
      << ran.out;
}

TEST(Check, WritesNothing) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  const auto before = files_below(folder, ".");
  EXPECT_EQ(run(folder.path(), "check").status, 0);
  EXPECT_TRUE(files_below(folder, ".") == before);
}

TEST(Check, JsonIsForMachines) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  const Ran ran = run(folder.path(), "check --format json");
  EXPECT_EQ(ran.out.find("{\n  \"format\": \"bifolio-findings/1\""), 0u) << ran.out;
}

TEST(Dump, PrintsEveryStageAsTextAndAsJson) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  for (const char* stage : {"manuscript", "publication", "pages"}) {
    const Ran text = run(folder.path(), std::string("dump ") + stage);
    EXPECT_EQ(text.status, 0) << text.out;
    EXPECT_NE(text.out.find("ALSFRS"), text.out.npos) << stage;
    const Ran json = run(folder.path(), std::string("dump ") + stage + " --format json | python3 -m json.tool");
    EXPECT_EQ(json.status, 0) << stage;
    EXPECT_NE(json.out.find("ALSFRS"), json.out.npos) << stage;
  }
}

/// A booklet with one error: a number that the translation lost.
void write_flawed_booklet(const testing::TemporaryFolder& folder) {
  write_booklet(folder);
  folder.write("en/10-a.md", "# Scales {#scales}\n\nThe ALSFRS of 1996 had items [@acts1996].\n");
}

TEST(Baseline, HidesWhatWasAcceptedUntilItsWordsChange) {
  const testing::TemporaryFolder folder;
  write_flawed_booklet(folder);
  EXPECT_EQ(run(folder.path(), "check").status, 1);
  ASSERT_EQ(run(folder.path(), "baseline add --reason 'asked the authors'").status, 0);
  const Ran hidden = run(folder.path(), "check");
  EXPECT_EQ(hidden.status, 0) << hidden.out;
  EXPECT_NE(hidden.out.find("1 baselined, 1 reference unchecked\n"), hidden.out.npos) << hidden.out;

  folder.write("en/10-a.md", "# Scales {#scales}\n\nAn opening.\n\nThe ALSFRS of 1996\nhad items [@acts1996].\n");
  folder.write("zh-Hans/10-a.md", "# 量表 {#scales}\n\n开头。\n\n1996年发表的ALSFRS有10个条目[@acts1996]。\n");
  EXPECT_EQ(run(folder.path(), "check").status, 0) << "text above and new line ends change nothing";

  folder.write("en/10-a.md", "# Scales {#scales}\n\nAn opening.\n\nThe ALSFRS of 1996 had some items [@acts1996].\n");
  EXPECT_EQ(run(folder.path(), "check").status, 1) << "an edited paragraph is new";
}

TEST(Baseline, CanOnlyShrinkWhenFrozen) {
  const testing::TemporaryFolder folder;
  write_flawed_booklet(folder);
  ASSERT_EQ(run(folder.path(), "baseline add --reason 'asked the authors'").status, 0);
  write_booklet(folder);
  EXPECT_EQ(run(folder.path(), "check").status, 0);
  EXPECT_EQ(run(folder.path(), "check --frozen").status, 1);
}

TEST(Baseline, ExpiresAndSaysSo) {
  const testing::TemporaryFolder folder;
  write_flawed_booklet(folder);
  ASSERT_EQ(run(folder.path(), "baseline add --reason 'asked the authors'").status, 0);
  const Ran late = run(folder.path(), "check --today 2999-01-01");
  EXPECT_EQ(late.status, 1);
  EXPECT_NE(late.out.find("suppress-expired"), late.out.npos) << late.out;
  EXPECT_NE(late.out.find("parity-number"), late.out.npos) << late.out;
}

TEST(Baseline, FollowsARenamedFileOnlyWhenTold) {
  const testing::TemporaryFolder folder;
  write_flawed_booklet(folder);
  ASSERT_EQ(run(folder.path(), "baseline add --reason 'asked the authors'").status, 0);
  for (const char* language : {"en", "zh-Hans"}) {
    fs::rename(folder.path() / language / "10-a.md", folder.path() / language / "20-b.md");
  }
  EXPECT_EQ(run(folder.path(), "check").status, 1);
  ASSERT_EQ(run(folder.path(), "baseline move en/10-a.md en/20-b.md").status, 0);
  EXPECT_EQ(run(folder.path(), "check").status, 0);
}

TEST(Sync, TellsWhichLanguageMovedOnUntilAccepted) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  EXPECT_EQ(run(folder.path(), "sync").status, 1);
  EXPECT_EQ(run(folder.path(), "sync --accept").status, 0);
  const std::string recorded = folder.read("i18n.lock.json");
  EXPECT_EQ(run(folder.path(), "sync").status, 0);
  EXPECT_EQ(run(folder.path(), "sync --accept").status, 0);
  EXPECT_EQ(folder.read("i18n.lock.json"), recorded);

  folder.write("en/10-a.md", "# Scales {#scales}\n\nThe ALSFRS of 1996 had just 10 items [@acts1996].\n");
  const Ran moved = run(folder.path(), "sync");
  EXPECT_EQ(moved.status, 1);
  EXPECT_NE(moved.out.find("changed in English only; review the Chinese: zh-Hans/10-a.md:1"), std::string::npos)
      << moved.out;
  EXPECT_NE(run(folder.path(), "check").out.find("warning parity-stale"), std::string::npos);

  EXPECT_EQ(run(folder.path(), "sync --accept --only 10-a.md").status, 0);
  EXPECT_EQ(run(folder.path(), "check").out.find("parity-stale"), std::string::npos);
  EXPECT_EQ(run(folder.path(), "sync --accept --only nothing.md").status, 2);
}

TEST(Stats, CountsWhatABookletRestsOn) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  const Ran json = run(folder.path(), "stats --format json");
  EXPECT_EQ(json.status, 0);
  EXPECT_NE(json.out.find("\"total\": 1"), json.out.npos) << json.out;
  EXPECT_NE(json.out.find("\"over-10-years\": 1"), json.out.npos) << json.out;
  EXPECT_NE(json.out.find("\"sourced\": 2"), json.out.npos) << json.out;
  EXPECT_NE(run(folder.path(), "stats --ui-lang zh-Hans").out.find("参考文献"), std::string::npos);
}

TEST(Check, ComparesSentencesOfTwoPhases) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  std::string toml = kToml;
  for (const char* phase : {"one", "two"})
    toml += std::string("\n[[phase]]\nid = \"") + phase + "\"\ntitle = { zh-Hans = \"期\", en = \"Phase\" }\n";
  folder.write("bifolio.toml", toml);
  folder.write("zh-Hans/one/a.md", "# 甲\n\n体液标志物常用的有NfL、NfH和IL-6，都要在同一家实验室测量。\n");
  folder.write(
      "zh-Hans/two/b.md",
      "# 乙\n\n体液标志物常用的有NfL、NfH和IL-2，都要在同一家实验室测量。\n\n另有IL-10，与上文完全无关的一句话。\n");
  const Ran ran = run(folder.path(), "check");
  EXPECT_NE(ran.out.find("zh-Hans/two/b.md:3:18: warning term-cross-phase: This says IL-2, while one says IL-6"),
            ran.out.npos)
      << ran.out;
  EXPECT_EQ(ran.out.find("IL-10"), ran.out.npos) << ran.out;
}

TEST(Fix, MendsWhatIsMechanicalAndNoNumber) {
  const testing::TemporaryFolder folder;
  write_flawed_booklet(folder);
  folder.write("zh-Hans/10-a.md", "# 量表 {#scales}\n\n1996年发表的ALSFRS有10个条目[@acts1996],很好,很短。\n");
  const Ran ran = run(folder.path(), "check --fix");
  EXPECT_EQ(ran.status, 1) << "the lost number stays";
  EXPECT_NE(ran.out.find("-1996年发表的ALSFRS有10个条目[@acts1996],很好,很短。\n"
                         "+1996年发表的ALSFRS有10个条目[@acts1996],很好，很短。\n"),
            ran.out.npos)
      << ran.out;
  EXPECT_EQ(folder.read("zh-Hans/10-a.md"),
            "# 量表 {#scales}\n\n1996年发表的ALSFRS有10个条目[@acts1996],很好，很短。\n");
  EXPECT_EQ(run(folder.path(), "check --fix").out.find("+++"), std::string::npos) << "twice changes nothing more";
}

TEST(Fix, LeavesConvertedFilesAlone) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  // 很好,很短。 in GB 18030
  const std::string bytes = "# T\n\n\xBA\xDC\xBA\xC3,\xBA\xDC\xB6\xCC\xA1\xA3\n";
  folder.write("zh-Hans/20-b.md", bytes);
  run(folder.path(), "check --fix");
  EXPECT_EQ(folder.read("zh-Hans/20-b.md"), bytes);
}

TEST(CommandLine, SpeaksBothLanguages) {
  const testing::TemporaryFolder folder;
  EXPECT_NE(run(folder.path(), "--help").out.find("Commands:"), std::string::npos);
  EXPECT_NE(run(folder.path(), "--help", "LANG=zh_CN.UTF-8").out.find("命令："), std::string::npos);
  EXPECT_NE(run(folder.path(), "--ui-lang zh-Hans build --help").out.find("用法：bifolio build"), std::string::npos);
}

TEST(CommandLine, UsageErrorsExitWithTwoAndSuggest) {
  const testing::TemporaryFolder folder;
  const Ran ran = run(folder.path(), "biuld");
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.out.find("Did you mean `build`?"), ran.out.npos) << ran.out;
  EXPECT_EQ(run(folder.path(), "build nowhere").status, 2);
  EXPECT_EQ(run(folder.path(), "").status, 2);
  EXPECT_EQ(run(folder.path(), "explain no-such-rule").status, 2);
}

TEST(CommandLine, ExplainTellsWhatARuleMeans) {
  const testing::TemporaryFolder folder;
  const Ran ran = run(folder.path(), "explain cite-undefined --ui-lang en");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out.find("cite-undefined (error)"), 0u) << ran.out;
}

TEST(BadInput, IsReportedAndTheRestIsMade) {
  const testing::TemporaryFolder folder;
  write_booklet(folder);
  folder.write("bifolio.toml", std::string(kToml) + "\n[booklet.titel]\nen = \"x\"\n");
  folder.write("en/10-a.md",
               std::string("---\ntitle： x\n---\n\n") + std::string(200, '>') + " deep\n\n[x](#nowhere) \xFF\n");
  const Ran ran = run(folder.path(), "build");
  EXPECT_EQ(ran.status, 1) << ran.out;
  EXPECT_TRUE(fs::exists(folder.path() / "output/preview/tiny/en/a.html"));
}

TEST(BadInput, AFolderWithoutABookletSaysSo) {
  const testing::TemporaryFolder folder;
  EXPECT_EQ(run(folder.path(), "build").status, 2);
  EXPECT_EQ(run(folder.path(), "check .").status, 1);
}

}  // namespace
}  // namespace bifolio
