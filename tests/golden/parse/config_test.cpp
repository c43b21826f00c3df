#include "parse/config.h"

#include <gtest/gtest.h>

#include "golden/parse/booklet_files.h"
#include "model/dump.h"

namespace bifolio::parse {
namespace {

TEST(Parse, Config) {
  testing::run_cases("golden/parse/config.case", [](const testing::Case& one) {
    const source::SourceSet files = files_of(one);
    Findings findings;
    const std::string booklet = dump(read_booklet(files, findings));
    return booklet + describe(findings, files);
  });
}

}  // namespace
}  // namespace bifolio::parse
