// Each case is a booklet on disk: `--- file PATH` sections are its files. Expected
// are all findings of loading and checking it, as a terminal prints them; below a
// finding stands each mechanical repair it offers. With `--- mend` the case ends
// with what `check --fix` would change, with `--- language zh-Hans` it is printed
// in that language.
#include <gtest/gtest.h>

#include <sstream>

#include "parse/library.h"
#include "parse/parse.h"
#include "pipeline/mend.h"
#include "pipeline/pipeline.h"
#include "resolve/resolve.h"
#include "support/golden.h"

namespace bifolio::pipeline {
namespace {

constexpr std::string_view kBooklet =
    "[booklet]\nid = \"t\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"en\"]\n"
    "title = { en = \"T\" }\nlicence = \"CC BY 4.0\"\n";

source::SourceSet files_of(const testing::Case& one) {
  std::vector<source::SourceFile> files;
  bool has_settings = false;
  for (const testing::Section& section : one.sections) {
    if (section.name != "file") continue;
    files.push_back({.path = section.argument, .bytes = section.text});
    has_settings |= section.argument == "bifolio.toml";
  }
  if (!has_settings) {
    std::string settings(kBooklet);
    for (const source::SourceFile& file : files) {
      if (parse::is_library_path(file.path) && file.path.starts_with("a."))
        settings += "[citations]\nlibrary = [\"" + file.path + "\"]\n";
    }
    files.push_back({.path = "bifolio.toml", .bytes = settings + std::string(one.text("settings"))});
  }
  return source::SourceSet(std::move(files));
}

std::string repairs_of(const report::Entry& entry, const source::SourceSet& sources) {
  std::string out;
  for (const Fix& fix : entry.finding->fixes) {
    const std::string_view before = sources.text(fix.span).substr(fix.span.begin, fix.span.size());
    out += "      repair: \"" + std::string(before) + "\" → \"" + fix.replacement + "\"\n";
  }
  return out;
}

/// `--- a.md` at the start of a line would begin a section of the case.
std::string indented(const std::string& text) {
  std::istringstream lines(text);
  std::string out;
  for (std::string line; std::getline(lines, line);) out += "      " + line + "\n";
  return out;
}

std::string findings_of(const testing::Case& one) {
  Findings findings;
  Loaded loaded{files_of(one), {}};
  loaded.publication = resolve::resolve(parse::parse(loaded.sources, findings), {}, findings);
  Strictness strictness;
  strictness.settings.today = "2025-09-08";
  check(loaded, strictness.settings, findings);
  std::vector<report::Entry> entries = judge(findings, loaded, strictness).entries;
  // Every case has works that nobody looked up; cases of check/ say so.
  std::erase_if(entries, [](const report::Entry& entry) { return entry.finding->rule->id == "retract-unchecked"; });
  const bool is_chinese = one.text("language") == "zh-Hans\n";
  std::string out;
  for (const report::Entry& entry : entries) {
    out += report::find_reporter("text").write(
        {{entry}, loaded.sources, "", is_chinese ? UiLanguage::zh_hans : UiLanguage::en});
    if (!entry.suppression) out += repairs_of(entry, loaded.sources);
  }
  for (const testing::Section& section : one.sections) {
    if (section.name != "mend") continue;
    for (const MendedFile& file : mend(entries, loaded.sources)) out += indented(file.diff);
  }
  return out;
}

TEST(Golden, Identifiers) {
  testing::run_cases("golden/pipeline/identifiers.case", findings_of);
}
TEST(Golden, Library) {
  testing::run_cases("golden/pipeline/library.case", findings_of);
}
TEST(Golden, Links) {
  testing::run_cases("golden/pipeline/links.case", findings_of);
}
TEST(Golden, Tables) {
  testing::run_cases("golden/pipeline/tables.case", findings_of);
}
TEST(Golden, Words) {
  testing::run_cases("golden/pipeline/words.case", findings_of);
}
TEST(Golden, Records) {
  testing::run_cases("golden/pipeline/records.case", findings_of);
}
TEST(Golden, Repairs) {
  testing::run_cases("golden/pipeline/repairs.case", findings_of);
}
TEST(Golden, Typography) {
  testing::run_cases("golden/pipeline/typography.case", findings_of);
}

}  // namespace
}  // namespace bifolio::pipeline
