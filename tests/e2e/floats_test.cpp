// The figures of the ALS booklet leave no holes in its pages.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <sstream>

#include "support/booklet.h"
#include "support/paths.h"
#include "support/program.h"

namespace bifolio {
namespace {

/// The text block of the A5 booklet, in points.
constexpr double kTop = 54, kHeight = 468;
/// A page that ends before a figure is filled at least so far; the rest is a heading or a table that did not fit.
constexpr double kLeastShare = 0.75;

struct DumpedPage {
  int number = 0;
  double lowest = 0;       ///< what is read on it
  double drawing_top = 0;  ///< of the first drawing
  double text_top = kTop + kHeight;
  bool begins_with_drawing() const { return drawing_top > 0 && drawing_top < text_top; }
};

std::vector<DumpedPage> pages_of(const std::string& dump) {
  std::vector<DumpedPage> pages;
  std::istringstream lines(dump.substr(0, dump.find("\noutline\n")));
  for (std::string line; std::getline(lines, line);) {
    double x = 0, y = 0, size = 0, height = 0;
    int number = 0;
    if (std::sscanf(line.c_str(), "page %d folio", &number) == 1) {
      pages.push_back({number});
    } else if (std::sscanf(line.c_str(), "  drawing %lf %lf %lf %lf", &x, &y, &size, &height) == 4) {
      if (pages.back().drawing_top == 0) pages.back().drawing_top = y;
      pages.back().lowest = std::max(pages.back().lowest, y + height);
    } else if (std::sscanf(line.c_str(), "  %lf %lf %lfpt", &x, &y, &size) == 3 && !line.ends_with(" ~")) {
      pages.back().lowest = std::max(pages.back().lowest, y);
      pages.back().text_top = std::min(pages.back().text_top, y - size);
    }
  }
  return pages;
}

TEST(Floats, NoPageOfTheBookletIsEmptyBecauseOfAFigure) {
  const testing::TemporaryFolder folder;
  for (const std::string language : {"zh-Hans", "en"}) {
    SCOPED_TRACE(language);
    const testing::Ran ran =
        testing::run(folder.path(), "dump pages '" + testing::source_dir() +
                                        "/content/als-exploration' --edition pdf --lang " + language);
    ASSERT_EQ(ran.status, 0) << ran.out;
    EXPECT_NE(ran.out.find("\nfloats\n  page "), std::string::npos);
    const std::vector<DumpedPage> pages = pages_of(ran.out);
    int figures = 0;
    for (std::size_t i = 1; i < pages.size(); ++i) {
      if (!pages[i].begins_with_drawing()) continue;
      ++figures;
      EXPECT_GE(pages[i - 1].lowest, kTop + kHeight * kLeastShare) << "page " << pages[i - 1].number;
    }
    EXPECT_GE(figures, 3);
  }
}

}  // namespace
}  // namespace bifolio
