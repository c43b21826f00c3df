#include "base/finding.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

constexpr Rule kRule{"cite-undefined",
                     Severity::error,
                     {"`[@{key}]` is unknown; see {place}.", "引文键 `{key}` 不存在；见{place}。"},
                     {"", ""}};

TEST(Message, FillsArgumentsInEachLanguage) {
  const Finding finding{&kRule, {}, {{"key", "miler"}, {"place", "the list", "文献表"}}};
  EXPECT_EQ(message(finding, UiLanguage::en), "`[@miler]` is unknown; see the list.");
  EXPECT_EQ(message(finding, UiLanguage::zh_hans), "引文键 `miler` 不存在；见文献表。");
}

TEST(Message, KeepsBracesThatNameNoArgument) {
  constexpr Rule rule{"x", Severity::error, {"write `{#id}`", "写 `{#id}`"}, {"", ""}};
  EXPECT_EQ(message({&rule, {}}, UiLanguage::en), "write `{#id}`");
  constexpr Rule nested{"y", Severity::error, {"`{lang={language}}`", ""}, {"", ""}};
  EXPECT_EQ(message({&nested, {}, {{"language", "en"}}}, UiLanguage::en), "`{lang=en}`");
}

TEST(Findings, SortByFileThenPlace) {
  Findings findings;
  findings.add({&kRule, {{1}, 5, 6}});
  findings.add({&kRule, {{0}, 9, 9}});
  findings.add({&kRule, {{0}, 2, 3}});
  findings.sort();
  EXPECT_EQ(findings.all()[0].span.begin, 2u);
  EXPECT_EQ(findings.all()[1].span.begin, 9u);
  EXPECT_EQ(findings.all()[2].span.file.index, 1u);
}

}  // namespace
}  // namespace bifolio
