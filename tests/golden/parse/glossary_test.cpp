#include "parse/glossary.h"

#include <gtest/gtest.h>

#include "golden/parse/booklet_files.h"
#include "model/dump.h"

namespace bifolio::parse {
namespace {

TEST(Parse, Glossary) {
  testing::run_cases("golden/parse/glossary.case", [](const testing::Case& one) {
    Findings findings;
    const std::string glossary = dump(read_glossary(one.text("input"), FileId{0}, {"zh-Hans", "en"}, findings));
    return glossary + testing::describe(findings, one.text("input"));
  });
}

}  // namespace
}  // namespace bifolio::parse
