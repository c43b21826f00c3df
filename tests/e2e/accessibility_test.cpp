// The booklet of this repository under the eyes of a validator, in every paged
// edition that is read rather than printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "support/booklet.h"
#include "support/paths.h"
#include "support/program.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> paged_editions(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".pdf") && !name.ends_with("_print.pdf")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

TEST(Accessibility, EveryEditionOfTheBookletPassesTheChecker) {
  const char* checker = std::getenv("BIFOLIO_PDFUA_CHECK");
  if (checker == nullptr) GTEST_SKIP() << "BIFOLIO_PDFUA_CHECK does not name the checker's script";
  const testing::TemporaryFolder folder;
  const std::string booklet = testing::source_dir() + "/content/als-exploration";
  const testing::Ran ran = testing::run(
      folder.path(), "build '" + booklet + "' --edition pdf,large,screen,phone,parallel --out '" + folder.path().string() + "'");
  ASSERT_EQ(ran.status, 0) << ran.out;
  const auto files = paged_editions(folder.path());
  EXPECT_GE(files.size(), 9u) << "four editions in two languages, and both side by side";
  for (const fs::path& file : files) {
    const bool is_large = file.filename().string().find("large") != std::string::npos;
    const std::string command = "python3 '" + std::string(checker) + "' --quiet --profile all " +
                                (is_large ? "--min-pt 18 '" : "'") + file.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0) << file.filename();
  }
}

}  // namespace
}  // namespace bifolio
