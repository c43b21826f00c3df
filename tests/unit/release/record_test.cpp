#include "release/record.h"

#include <gtest/gtest.h>

#include "release/rules.h"

namespace bifolio::release {
namespace {

TEST(Versions, AreOrderedAsSemanticVersioningSays) {
  const char* ascending[] = {
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
      "1.0.0",       "1.2.0",         "1.10.0",           "2.0.0"};
  for (std::size_t i = 1; i < std::size(ascending); ++i) {
    EXPECT_LT(compare_versions(ascending[i - 1], ascending[i]), 0) << ascending[i];
    EXPECT_GT(compare_versions(ascending[i], ascending[i - 1]), 0) << ascending[i];
  }
  EXPECT_EQ(compare_versions("1.0.0+one", "1.0.0+two"), 0);
}

TEST(Versions, DatesAreOrderedByTheirParts) {
  EXPECT_LT(compare_versions("2025-09-08", "2025-10-01"), 0);
  EXPECT_LT(compare_versions("2025.9", "2025.10"), 0);
}

TEST(Versions, NameFoldersSafely) {
  for (const char* good : {"1.0.0", "2.0.0-beta.1", "2025-09-08"}) EXPECT_TRUE(is_version(good)) << good;
  for (const char* bad : {"", "..", "1/2", "v1", "1..2", "1 2", "-1"}) EXPECT_FALSE(is_version(bad)) << bad;
}

TEST(ReleaseRecord, ReadsWhatItWrote) {
  Record record;
  record.releases.push_back({"1.0.0", "2025-03-01", std::string(64, 'a'), std::string(64, 'b')});
  record.releases.push_back(
      {"2.0.0", "2025-09-08", std::string(64, 'c'), std::string(64, 'd'), "2025-10-01", {{"en", "wrong dose"}}});
  Findings findings;
  const Record again = read_record(write_record(record), {}, findings);
  EXPECT_TRUE(findings.is_empty());
  ASSERT_EQ(again.releases.size(), 2u);
  EXPECT_EQ(write_record(again), write_record(record));
}

TEST(ReleaseRecord, ReportsWhatCannotBeTrusted) {
  for (const char* text : {"", "[]", R"({"format": "bifolio-releases/1", "releases": [{"version": "../x"}]})",
                           R"({"format": "bifolio-releases/9", "releases": []})"}) {
    Findings findings;
    EXPECT_TRUE(read_record(text, {}, findings).releases.empty()) << text;
    EXPECT_FALSE(findings.is_empty()) << text;
  }
}

}  // namespace
}  // namespace bifolio::release
