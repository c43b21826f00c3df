// Each case is a session at a terminal, in a folder of its own. Its sections are
// steps, in their order: `--- file PATH` writes a file, `--- append PATH` adds to
// one, `--- remove PATH` takes one away, `--- theme NAME` puts a copy of the theme
// icebreaker in themes/NAME, `--- run ARGUMENTS` runs the program. Expected is all
// that it prints, and its exit status.
//
// The folder holds a booklet that can be released as it is; a case writes over
// the files that it is about. `--- settings` are lines for its bifolio.toml.
#include <gtest/gtest.h>

#include <filesystem>

#include "support/booklet.h"
#include "support/golden.h"
#include "support/paths.h"
#include "support/program.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSettings = R"([booklet]
id = "t"
version = "1.0.0"
date = "2025-09-08"
languages = ["en"]
title = { en = "T" }
contributors = { en = ["Volunteers"] }
licence = "CC BY 4.0"
[editions]
build = ["html"]
)";

void write_booklet(const testing::TemporaryFolder& folder, std::string_view more_settings) {
  folder.write("bifolio.toml", std::string(kSettings) + std::string(more_settings));
  folder.write("en/10-a.md", "# A\n\nText.\n");
  folder.write("en/CHANGELOG.md", "# Changelog\n\n## 1.0.0 — 2025-09-08\n\nThe first version.\n");
}

void copy_theme(const fs::path& to) {
  fs::create_directories(to);
  fs::copy(fs::path(testing::source_dir()) / "themes/icebreaker", to, fs::copy_options::recursive);
}

std::string ran(const testing::TemporaryFolder& folder, const std::string& arguments) {
  const bool has_themes = fs::exists(folder.path() / "themes");
  const testing::Ran ran =
      testing::run(folder.path(), arguments, has_themes ? "LANG=C.UTF-8 BIFOLIO_THEMES=themes" : "LANG=C.UTF-8");
  return "$ bifolio " + arguments + "\n" + ran.out + "→ " + std::to_string(ran.status) + "\n";
}

std::string session_of(const testing::Case& one) {
  const testing::TemporaryFolder folder;
  write_booklet(folder, one.text("settings"));
  std::string out;
  for (const testing::Section& step : one.sections) {
    const std::string& path = step.argument;
    if (step.name == "file") folder.write(path, step.text);
    if (step.name == "append") folder.write(path, folder.read(path) + step.text);
    if (step.name == "remove") fs::remove(folder.path() / path);
    if (step.name == "theme") copy_theme(folder.path() / "themes" / path);
    if (step.name == "run") out += ran(folder, step.argument);
  }
  return out;
}

TEST(Sessions, Charts) {
  testing::run_cases("e2e/charts.case", session_of);
}
TEST(Sessions, Drawings) {
  testing::run_cases("e2e/drawings.case", session_of);
}

TEST(Sessions, Editions) {
  testing::run_cases("e2e/editions.case", session_of);
}
TEST(Sessions, Pages) {
  testing::run_cases("e2e/pages.case", session_of);
}
TEST(Sessions, References) {
  testing::run_cases("e2e/references.case", session_of);
}
TEST(Sessions, Releases) {
  testing::run_cases("e2e/releases.case", session_of);
}

TEST(Sessions, Themes) {
  testing::run_cases("e2e/themes.case", session_of);
}

}  // namespace
}  // namespace bifolio
