// Three painters, one picture: what the program writes as PNG by Cairo, as SVG
// and as PDF differs by anti-aliasing alone when other programs draw the latter.
#include <gmock/gmock.h>
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
using testing::GreyPixels;

bool has_program(const std::string& name) {
  return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

/// The charts of the documentation and of the booklet: bars, lines, points, rules, text, facets of words.
std::vector<fs::path> specifications() {
  std::vector<fs::path> all;
  for (const char* folder : {"/docs/charts", "/content/als-exploration/charts"}) {
    for (const auto& entry : fs::directory_iterator(testing::source_dir() + folder)) {
      if (entry.path().string().ends_with(".vl.json")) all.push_back(entry.path());
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

/// Draws in the theme, and then by the other program's command line, with `%` for the path without its ending.
GreyPixels drawn(const testing::TemporaryFolder& folder, const fs::path& specification, const std::string& language,
                 const std::string& ending, std::string command) {
  const std::string stem = (folder.path() / "chart").string();
  const testing::Ran ran =
      testing::run(testing::source_dir(), "chart '" + specification.string() + "' --lang " + language +
                                              " --theme icebreaker --width 576 --scale 2 -o '" + stem + ending + "'");
  EXPECT_EQ(ran.status, 0) << ran.out;
  for (std::size_t at = command.find('%'); at != command.npos; at = command.find('%', at + stem.size()))
    command.replace(at, 1, stem);
  if (!command.empty() && std::system(command.c_str()) != 0) return {};
  return testing::read_png_pixels(folder.read("chart.png"));
}

// Letters are hinted and spaced differently by each: averaged over a cell of pixels only a missing shape or word is
// left.
constexpr int kMost = 45;

void agree(const std::string& ending, const std::string& command, int cell) {
  for (const fs::path& specification : specifications()) {
    for (const std::string language : {"en", "zh-Hans"}) {
      const testing::TemporaryFolder folder;
      const GreyPixels cairo = drawn(folder, specification, language, ".png", "");
      const GreyPixels other = drawn(folder, specification, language, ending, command);
      const std::string what = specification.filename().string() + " " + language + " " + ending;
      ASSERT_GT(cairo.width, 0) << what;
      ASSERT_EQ(cairo.width, other.width) << what;
      ASSERT_EQ(cairo.height, other.height) << what;
      EXPECT_LE(testing::greatest_difference(cairo, other, cell), kMost) << what;
    }
  }
}

TEST(Painters, PdfShowsWhatCairoPaints) {
  if (!has_program("pdftoppm")) GTEST_SKIP() << "pdftoppm (poppler-utils) is not installed; it draws the PDF";
  agree(".pdf", "pdftoppm -r 144 -png -singlefile '%.pdf' '%'", 8);
}

TEST(Painters, SvgShowsWhatCairoPaints) {
  if (!has_program("rsvg-convert")) GTEST_SKIP() << "rsvg-convert (librsvg2-bin) is not installed; it draws the SVG";
  agree(".svg", "rsvg-convert -b white -z 2 -o '%.png' '%.svg'", 32);  // it sets no space between Han and Latin letters
}

TEST(Painters, PdfTextStaysText) {
  if (!has_program("pdftotext")) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
  const testing::TemporaryFolder folder;
  drawn(folder, testing::source_dir() + "/docs/charts/survival.vl.json", "zh-Hans", ".pdf",
        "pdftotext '%.pdf' '%.txt'");
  EXPECT_THAT(folder.read("chart.txt"), ::testing::HasSubstr("仍在观察的人数"));
}

}  // namespace
}  // namespace bifolio
