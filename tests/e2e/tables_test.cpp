// Wide tables and striped tables, from Markdown to the files that readers get.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/booklet.h"
#include "support/paths.h"
#include "support/program.h"

namespace bifolio {
namespace {

constexpr const char* kSettings = R"([booklet]
id = "t"
version = "1.0.0"
date = "2025-09-08"
languages = ["zh-Hans"]
title = { zh-Hans = "宽表" }
[editions]
build = ["html", "pdf", "print"]
)";

std::string markdown() {
  std::string text = "# 表\n\n表前的话。\n\n| 甲 | 乙 |\n| --- | --- |\n";
  for (int i = 0; i < 25; ++i) text += "| 名" + std::to_string(i) + " | 值 |\n";
  text += "\nTable: 宽表 {#tbl-wide .turned .small}\n\n";
  for (int i = 0; i < 40; ++i) text += "表后的话，见 @tbl-wide，写得长一些，好让这一页写满为止。\n\n";
  return text;
}

std::string shell(const testing::TemporaryFolder& folder, const std::string& command, int& status) {
  const std::string out = (folder.path() / "said.txt").string();
  status = std::system((command + " >" + out + " 2>&1").c_str());
  return folder.read("said.txt");
}

TEST(Tables, TurnedOnesStandOnLandscapePagesOfAValidFile) {
  const testing::TemporaryFolder folder;
  folder.write("bifolio.toml", kSettings);
  folder.write("zh-Hans/10-t.md", markdown());
  const testing::Ran ran = testing::run(folder.path(), "--quiet build --out out");
  ASSERT_EQ(ran.status, 0) << ran.out;
  const std::string pdf = (folder.path() / "out/t_1.0.0_zh-Hans.pdf").string();
  int status = 0;
  for (const std::string& file : {pdf, (folder.path() / "out/t_1.0.0_zh-Hans_print.pdf").string()}) {
    const std::string said = shell(folder, "qpdf --check '" + file + "'", status);
    EXPECT_EQ(status, 0) << said;
  }
  const std::string sizes = shell(
      folder, "qpdf --qdf --object-streams=disable '" + pdf + "' - | grep -a -A5 MediaBox | tr -s ' \\n' ' '", status);
  EXPECT_NE(sizes.find("0 0 595.28 419.53"), std::string::npos) << sizes;
  const char* checker = std::getenv("BIFOLIO_PDFUA_CHECK");
  if (checker == nullptr) GTEST_SKIP() << "BIFOLIO_PDFUA_CHECK does not name the checker's script";
  const std::string said = shell(folder, std::string("python3 '") + checker + "' --profile all '" + pdf + "'", status);
  EXPECT_EQ(status, 0) << said;
}

TEST(Tables, SmallAndStripedRowsAreClassesOfTheSite) {
  const testing::TemporaryFolder folder;
  folder.write("bifolio.toml", kSettings);
  folder.write("zh-Hans/10-t.md", markdown());
  ASSERT_EQ(testing::run(folder.path(), "--quiet build --edition html --out out").status, 0);
  const std::string page = folder.read("out/zh-Hans/t.html");
  EXPECT_NE(page.find("<table class=\"small\">"), std::string::npos) << page;
  EXPECT_NE(page.find("<tr class=\"stripe\""), std::string::npos);
  const std::string style = folder.read("out/assets/screen.css");
  for (const char* token : {"var(--table-stripe", "var(--table-row-rule,", "var(--table-row-rule-color"})
    EXPECT_NE(style.find(token), std::string::npos) << token;
}

}  // namespace
}  // namespace bifolio
