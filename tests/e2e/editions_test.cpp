// What `build` writes, edition by edition.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

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
[editions]
build = ["html", "parallel"]
)";

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

void expect_accessible(const fs::path& pdf) {
  const char* checker = std::getenv("BIFOLIO_PDFUA_CHECK");
  if (checker == nullptr) GTEST_SKIP() << "BIFOLIO_PDFUA_CHECK does not name the checker's script";
  const std::string command = "python3 '" + std::string(checker) + "' --quiet --profile all '" + pdf.string() + "'";
  EXPECT_EQ(std::system(command.c_str()), 0);
}

TEST(Parallel, HasBothLanguagesInOneFileThatTheSiteOffersInEach) {
  const testing::TemporaryFolder folder;
  folder.write("bifolio.toml", kToml);
  folder.write("zh-Hans/10-a.md", "# 量表\n\n一段文字。\n");
  folder.write("en/10-a.md", "# Scales\n\nA paragraph.\n");
  const Ran ran = run(folder.path(), "build --out out");
  ASSERT_EQ(ran.status, 0) << ran.out;
  EXPECT_TRUE(fs::exists(folder.path() / "out/tiny_1.0.0_zh-Hans-en_parallel.pdf"));
  for (const char* home : {"out/zh-Hans/index.html", "out/en/index.html"}) {
    EXPECT_NE(folder.read(home).find("tiny_1.0.0_zh-Hans-en_parallel.pdf"), std::string::npos) << home;
  }
}

TEST(Parallel, IsNotMadeOfOneLanguageAndSaysWhy) {
  const testing::TemporaryFolder folder;
  folder.write("bifolio.toml",
               "[booklet]\nid = \"one\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"en\"]\n"
               "title = { en = \"One\" }\n[editions]\nbuild = [\"parallel\"]\n");
  folder.write("en/10-a.md", "# Scales\n\nA paragraph.\n");
  const Ran ran = run(folder.path(), "build --out out");
  EXPECT_NE(ran.out.find("edition-one-language"), std::string::npos) << ran.out;
  EXPECT_FALSE(fs::exists(folder.path() / "out/one_1.0.0_en_parallel.pdf"));
}

// Blocks that no page holds beside each other, and blocks that one language lacks.
TEST(Parallel, LongAndMissingBlocksAreReadInOrder) {
  const testing::TemporaryFolder folder;
  folder.write("bifolio.toml", kToml);
  folder.write("zh-Hans/10-a.md", "# 量表\n\n" + repeated("一段很长的文字没有尽头。", 300) + "\n\n" +
                                      repeated("- 条目的文字。\n", 60) + "\n" +
                                      repeated("- " + repeated("长条目", 40) + "\n", 12) + "\n末段[^1]。\n\n[^1]: 注。\n");
  folder.write("en/10-a.md", "# Scales\n\n" + repeated("A paragraph without an end. ", 300) + "\n\n" +
                                 repeated("- The text of an item.\n", 60) + "\n\nThe end[^1].\n\n[^1]: A note.\n");
  folder.write("zh-Hans/20-b.md", "# 只有中文\n\n" + repeated("> 引文。\n>\n", 40) + "\n");
  const Ran ran = run(folder.path(), "build --edition parallel --out out");
  expect_accessible(folder.path() / "out/tiny_1.0.0_zh-Hans-en_parallel.pdf");
}

}  // namespace
}  // namespace bifolio
