// SVG pictures from the author's file to each edition: drawn by our own painters, never copied.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/booklet.h"
#include "support/program.h"

namespace bifolio {
namespace {

using testing::Ran;
using testing::TemporaryFolder;

constexpr std::string_view kDrawing =
    "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100' onload='alert(1)'>\n"
    "<!-- a secret --><script>alert(2)</script><style>.a{fill:#123456}</style>\n"
    "<a href='http://tracker.example/'><rect class='a' x='10' y='10' width='60' height='40'/></a>\n"
    "<text x='20' y='80' font-size='14'>Motor neurones</text></svg>\n";

void write_booklet(const TemporaryFolder& folder, std::string_view drawing, std::string_view name = "pictures/a.svg") {
  folder.write("bifolio.toml",
               "[booklet]\nid = \"p\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"en\"]\n"
               "title = { en = \"Pictures\" }\n");
  folder.write("en/a.md", "# One\n\nBefore.\n\n![Cells that die first](" + std::string(name) +
                              ")\n\nSee [the picture](" + std::string(name) + ").\n");
  folder.write(std::string(name), drawing);
}

TEST(Drawings, ReachTheSiteAsOurOwnFile) {
  const TemporaryFolder folder;
  write_booklet(folder, kDrawing);
  const Ran ran = testing::run(folder.path(), "build --edition html --out out");
  EXPECT_EQ(ran.status, 0) << ran.out;
  const std::string svg = folder.read("out/assets/pictures/pictures/a.svg");
  EXPECT_NE(svg.find("d=\"M10,10h60v40h-60z\""), std::string::npos) << svg;
  EXPECT_NE(svg.find("fill=\"#123456\""), std::string::npos) << svg;
  EXPECT_NE(svg.find(">Motor neurones</text>"), std::string::npos) << svg;
  for (const std::string_view word : {"<script", "alert", "onload", "secret", "tracker", "href", "<style", "class="})
    EXPECT_EQ(svg.find(word), std::string::npos) << word << " in " << svg;
  const std::string page = folder.read("out/en/a.html");
  EXPECT_NE(page.find("<img src=\"../assets/pictures/pictures/a.svg\" alt=\"Cells that die first\" width=\"200\" "
                      "height=\"100\">"),
            std::string::npos);
  EXPECT_NE(page.find("<a href=\"../assets/pictures/pictures/a.svg\">the picture</a>"), std::string::npos);
}

/// The text of a file below a folder, whatever its name.
bool is_anywhere(const std::filesystem::path& folder, std::string_view text) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string command = "grep -qF -- '" + std::string(text) + "' '" + entry.path().string() + "'";
    if (std::system(command.c_str()) == 0) return true;
  }
  return false;
}

TEST(Drawings, UnderAnotherNameAreNotCopiedEither) {
  for (const std::string_view name : {"pictures/a.png", "pictures/a.SVG", "pictures/a.html"}) {
    SCOPED_TRACE(name);
    const TemporaryFolder folder;
    write_booklet(folder, kDrawing, name);
    const Ran ran = testing::run(folder.path(), "build --edition html --out out");
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "out/index.html")) << ran.out;
    EXPECT_FALSE(is_anywhere(folder.path() / "out", "alert(2)"));
    EXPECT_TRUE(is_anywhere(folder.path() / "out", "M10,10h60v40h-60z")) << ran.out;
  }
}

TEST(Drawings, ThatCannotBeDrawnLeaveTheirWords) {
  const TemporaryFolder folder;
  write_booklet(folder,
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><image href='http://a.b/c.png'/></svg>");
  const Ran ran = testing::run(folder.path(), "build --edition html,pdf --out out");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("pictures/a.svg:1:62: error picture-svg-unsupported: "), std::string::npos) << ran.out;
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "out/assets/pictures"));
  const std::string page = folder.read("out/en/a.html");
  EXPECT_NE(page.find("<span class=\"missing-picture\">Cells that die first</span>"), std::string::npos);
  EXPECT_EQ(page.find("a.svg"), std::string::npos);
  EXPECT_NE(testing::run(folder.path(), "dump pages .").out.find("Cells that die first"), std::string::npos);
}

TEST(Drawings, StandOnPagesAsShapesAndText) {
  const TemporaryFolder folder;
  write_booklet(folder, kDrawing);
  ASSERT_EQ(testing::run(folder.path(), "build --edition pdf --out out").status, 0);
  EXPECT_NE(testing::run(folder.path(), "dump pages .").out.find("\n  drawing "), std::string::npos);
  const std::string pdf = folder.read("out/p_1.0.0_en.pdf");
  EXPECT_EQ(pdf.find("/Subtype /Image"), std::string::npos);
  EXPECT_EQ(pdf.find("/Subtype/Image"), std::string::npos);
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) GTEST_SKIP() << "pdftotext is not installed";
  const std::string base = folder.path().string();
  ASSERT_EQ(std::system(("pdftotext '" + base + "/out/p_1.0.0_en.pdf' '" + base + "/read.txt'").c_str()), 0);
  EXPECT_NE(folder.read("read.txt").find("Motor neurones"), std::string::npos);
}

TEST(Drawings, AreTheSameInTwoBuilds) {
  const TemporaryFolder folder;
  write_booklet(folder, kDrawing);
  ASSERT_EQ(testing::run(folder.path(), "build --edition html,pdf --out one").status, 0);
  ASSERT_EQ(testing::run(folder.path(), "build --edition html,pdf --out two").status, 0);
  for (const char* file : {"assets/pictures/pictures/a.svg", "p_1.0.0_en.pdf"})
    EXPECT_EQ(folder.read(std::string("one/") + file), folder.read(std::string("two/") + file));
}

}  // namespace
}  // namespace bifolio
