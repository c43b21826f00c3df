// What `build` writes, edition by edition.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "support/booklet.h"
#include "support/paths.h"
#include "support/png_pixels.h"
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
  folder.write("zh-Hans/10-a.md",
               "# 量表\n\n" + repeated("一段很长的文字没有尽头。", 300) + "\n\n" + repeated("- 条目的文字。\n", 60) +
                   "\n" + repeated("- " + repeated("长条目", 40) + "\n", 12) + "\n末段[^1]。\n\n[^1]: 注。\n");
  folder.write("en/10-a.md", "# Scales\n\n" + repeated("A paragraph without an end. ", 300) + "\n\n" +
                                 repeated("- The text of an item.\n", 60) + "\n\nThe end[^1].\n\n[^1]: A note.\n");
  folder.write("zh-Hans/20-b.md", "# 只有中文\n\n" + repeated("> 引文。\n>\n", 40) + "\n");
  const Ran ran = run(folder.path(), "build --edition parallel --out out");
  expect_accessible(folder.path() / "out/tiny_1.0.0_zh-Hans-en_parallel.pdf");
}

std::string the_booklet() {
  return "'" + testing::source_dir() + "/content/als-exploration'";
}

TEST(Editions, AreTheSameBytesInOneThreadAndInManyAndInAnyLocale) {
  const testing::TemporaryFolder folder;
  const std::string build = "build " + the_booklet() + " --edition pdf,phone,parallel,html";
  ASSERT_EQ(run(folder.path(), build + " --jobs 1 --out one").status, 0);
  ASSERT_EQ(run(folder.path(), build + " --jobs 4 --out many", "LANG=tr_TR.UTF-8 TZ=Asia/Shanghai").status, 0);
  const std::string compare =
      "diff -r '" + (folder.path() / "one").string() + "' '" + (folder.path() / "many").string() + "'";
  EXPECT_EQ(std::system(compare.c_str()), 0);
}

TEST(Editions, OfAChineseBookletWithChartsAreSmall) {
  const testing::TemporaryFolder folder;
  ASSERT_EQ(run(folder.path(), "build " + the_booklet() + " --edition pdf --lang zh-Hans --out out").status, 0);
  for (const auto& entry : fs::directory_iterator(folder.path() / "out")) {
    if (entry.path().extension() != ".pdf") continue;
    EXPECT_LE(entry.file_size(), 700'000u) << "66 pages and 5 charts";
  }
}

// Poppler puts glyphs on whole rows of pixels, so the pictures are compared cell by cell.
constexpr int kScale = 4, kCell = 16, kTolerance = 24;

TEST(Render, PagesLookAsTheyDoInTheFile) {
  const testing::TemporaryFolder folder;
  ASSERT_EQ(run(folder.path(), "build " + the_booklet() + " --edition pdf,parallel --out out").status, 0);
  for (const auto& entry : fs::directory_iterator(folder.path() / "out")) {
    if (entry.path().extension() != ".pdf") continue;
    const std::string name = entry.path().filename().string();
    const bool is_parallel = name.find("parallel") != std::string::npos;
    const std::string language = name.find("_en.") != std::string::npos ? "en" : "zh-Hans";
    for (const std::string page : {is_parallel ? "22" : "9"}) {
      const Ran ran = run(folder.path(), "render " + the_booklet() + " --edition " +
                                             (is_parallel ? "parallel" : "pdf --lang " + language) + " --page " + page +
                                             " --scale " + std::to_string(kScale) + " -o page.png");
      ASSERT_EQ(ran.status, 0) << ran.out;
      const std::string command = "cd '" + folder.path().string() + "' && pdftoppm -r " + std::to_string(72 * kScale) +
                                  " -png -singlefile -f " + page + " -l " + page + " 'out/" + name + "' poppler";
      ASSERT_EQ(std::system(command.c_str()), 0);
      const auto drawn = testing::read_png_pixels(folder.read("page.png"));
      const auto shown = testing::read_png_pixels(folder.read("poppler.png"));
      ASSERT_EQ(drawn.width, shown.width);
      ASSERT_EQ(drawn.height, shown.height);
      EXPECT_LT(testing::greatest_difference(drawn, shown, kCell), kTolerance) << name << " page " << page;
    }
  }
}

TEST(Render, SaysWhatIsPossible) {
  const testing::TemporaryFolder folder;
  folder.write("bifolio.toml", kToml);
  folder.write("zh-Hans/10-a.md", "# 量表\n\n一段文字。\n");
  folder.write("en/10-a.md", "# Scales\n\nA paragraph.\n");
  const Ran file = run(folder.path(), "render some.pdf --page 3 -o page.png");
  EXPECT_EQ(file.status, 2);
  EXPECT_NE(file.out.find("pdftoppm -png -r 144 -f 3 -l 3 some.pdf"), std::string::npos) << file.out;
  const Ran far = run(folder.path(), "render --page 900 -o page.png");
  EXPECT_EQ(far.status, 2);
  EXPECT_NE(far.out.find("there is no page 900"), std::string::npos) << far.out;
  const Ran unknown = run(folder.path(), "render --edition poster -o page.png");
  EXPECT_EQ(unknown.status, 2);
  EXPECT_NE(unknown.out.find("`poster` is no edition"), std::string::npos) << unknown.out;
  EXPECT_EQ(run(folder.path(), "render --edition html -o page.png").status, 2);
  EXPECT_FALSE(fs::exists(folder.path() / "page.png"));
}

}  // namespace
}  // namespace bifolio
