#include "report/report.h"

#include <gtest/gtest.h>

namespace bifolio::report {
namespace {

constexpr Rule kRule{"term-variant",
                     Severity::error,
                     {"“{wrong}” is not a drug name; write “{right}”.", "“{wrong}”不是药名，应写作“{right}”。"},
                     {"", ""}};

std::string text(const std::string& bytes, Span span, UiLanguage language = UiLanguage::en) {
  const source::SourceSet sources(std::vector<source::SourceFile>{{"zh-Hans/a.md", bytes}});
  const Finding finding{&kRule, span, {{"wrong", "Toferson"}, {"right", "tofersen"}}};
  return find_reporter("text").write({{{&finding, Severity::error}}, sources, "content/x/", language});
}

TEST(TextReport, CaretStandsUnderFullWidthText) {
  EXPECT_EQ(text("第一行\n使用Toferson治疗\n", {{0}, 16, 24}, UiLanguage::zh_hans),
            "content/x/zh-Hans/a.md:2:3: 错误 term-variant：“Toferson”不是药名，应写作“tofersen”。\n"
            "    2 | 使用Toferson治疗\n"
            "      |     ^^^^^^^^\n");
}

TEST(TextReport, CaretCoversWideCharactersWholly) {
  EXPECT_EQ(text("甲乙丙", {{0}, 3, 6}),
            "content/x/zh-Hans/a.md:1:2: error term-variant: “Toferson” is not a drug name; write “tofersen”.\n"
            "    1 | 甲乙丙\n"
            "      |   ^^\n");
}

TEST(TextReport, LongLinesAreShownAroundThePlace) {
  const std::string line = std::string(500, 'a') + "X" + std::string(500, 'b');
  const std::string out = text(line, {{0}, 500, 501});
  EXPECT_NE(out.find("…" + std::string(66, 'a') + "X" + std::string(33, 'b') + "…\n"), out.npos) << out;
}

TEST(TextReport, OverridesAreSpelledOut) {
  const std::string out = text("a\u202Eb", {{0}, 4, 5});
  EXPECT_NE(out.find("a<U+202E>b\n      |          ^\n"), out.npos) << out;
}

TEST(TextReport, ByteOrderMarkTakesNoColumn) {
  EXPECT_NE(text("\uFEFFabc", {{0}, 3, 4}).find("a.md:1:1: "), std::string::npos);
}

TEST(Summary, CountsBySeverity) {
  const Finding finding{&kRule, {}};
  EXPECT_EQ(summary({{&finding, Severity::error}, {&finding, Severity::warning}, {&finding, Severity::warning}},
                    UiLanguage::en),
            "1 error, 2 warnings");
  EXPECT_EQ(summary({{&finding, Severity::info}}, UiLanguage::zh_hans), "1个提示");
  EXPECT_EQ(summary({}, UiLanguage::zh_hans), "没有发现问题");
}

TEST(JsonReport, GivesEveryKindOfColumn) {
  const source::SourceSet sources(std::vector<source::SourceFile>{{"a.md", "𠀀x"}});
  const Finding finding{&kRule, {{0}, 4, 5}};
  const std::string out = find_reporter("json").write({{{&finding, Severity::error}}, sources, ""});
  EXPECT_NE(out.find("\"column\": 2,\n          \"utf16Column\": 3,\n          \"byteColumn\": 5,"), out.npos) << out;
}

}  // namespace
}  // namespace bifolio::report
