// Whole booklets: what their files become together.
#include <gtest/gtest.h>

#include "golden/parse/booklet_files.h"
#include "model/dump.h"
#include "parse/parse.h"

namespace bifolio::parse {
namespace {

/// Without the settings, which config.case is about.
std::string dump_without_booklet(Manuscript manuscript) {
  const std::string settings = dump(manuscript.booklet);
  return dump(manuscript).substr(settings.size());
}

void run(const char* path) {
  testing::run_cases(path, [](const testing::Case& one) {
    const source::SourceSet files = files_of(one);
    Findings findings;
    const std::string manuscript = dump_without_booklet(parse(files, findings));
    return manuscript + describe(findings, files);
  });
}

TEST(Parse, Documents) {
  run("golden/parse/documents.case");
}
TEST(Parse, TableFiles) {
  run("golden/parse/table_file.case");
}
TEST(Parse, ChartFiles) {
  run("golden/parse/chart_file.case");
}

}  // namespace
}  // namespace bifolio::parse
