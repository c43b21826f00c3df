#include "parse/paths.h"

#include <gtest/gtest.h>

namespace bifolio::parse {
namespace {

TEST(NormalizePath, StaysInTheBooklet) {
  EXPECT_EQ(normalize_path("", "a/b.md"), "a/b.md");
  EXPECT_EQ(normalize_path("charts", "./../tables//x.csv"), "tables/x.csv");
  EXPECT_EQ(normalize_path("charts", "../../x.csv"), std::nullopt);
  EXPECT_EQ(normalize_path("", "a/../../b/../a"), std::nullopt);
  EXPECT_EQ(normalize_path("", "/etc/passwd"), std::nullopt);
  EXPECT_EQ(normalize_path("", "a\\b"), std::nullopt);
  EXPECT_EQ(normalize_path("", "C:/x"), std::nullopt);
}

TEST(FindFile, DecodesBeforeItLooksWhereThePathLeads) {
  const source::SourceSet files(std::vector<source::SourceFile>{{"a b.png", ""}});
  Findings findings;
  EXPECT_TRUE(find_file(files, "", "a%20b.png", {}, findings));
  EXPECT_TRUE(findings.is_empty());
  EXPECT_FALSE(find_file(files, "", "%2e%2e/%2e%2e/etc/passwd", {}, findings));
  EXPECT_EQ(findings.all()[0].rule->id, "file-outside");
}

TEST(IsAddress, KnowsSchemes) {
  EXPECT_TRUE(is_address("https://example.org/a"));
  EXPECT_TRUE(is_address("//example.org/a"));
  EXPECT_TRUE(is_address("data:text/csv,a"));
  EXPECT_TRUE(is_address("file:///etc/passwd"));
  EXPECT_FALSE(is_address("tables/a.csv"));
  EXPECT_FALSE(is_address("表：一.csv"));
}

}  // namespace
}  // namespace bifolio::parse
