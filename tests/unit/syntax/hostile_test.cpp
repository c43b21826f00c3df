// Files that want to break the reader.
#include <gtest/gtest.h>

#include "support/describe.h"
#include "syntax/syntax.h"

namespace bifolio::syntax {
namespace {

using testing::describe;

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string rules_of(const Findings& findings) {
  std::string out;
  for (const Finding& finding : findings.all()) out += std::string(finding.rule->id) + " ";
  return out;
}

const FileId kFile{0};

TEST(Hostile, DeepJson) {
  for (const char* opening : {"[", "{\"a\":", "[{\"a\":"}) {
    Findings findings;
    const std::string text = repeat(opening, 100000);
    parse_json({text, kFile}, findings);
    EXPECT_EQ(rules_of(findings), "syntax-too-deep ");
  }
}

TEST(Hostile, JsonOfManyValues) {
  Findings findings;
  const std::string text = "[" + repeat("0,", 1000) + "0]";
  EXPECT_EQ(parse_json({text, kFile}, findings, {.values = 100}).items.size(), 99u);
  EXPECT_EQ(
      describe(findings),
      "0:197..198 error syntax-too-large: JSON this large (more values; at most 100 values) is not read. Is it the "
      "right file?\n");
}

TEST(Hostile, JsonWithManyEqualKeys) {
  Findings findings;
  const std::string text = "{" + repeat("\"a\":1,", 50000) + "\"b\":2}";
  EXPECT_EQ(parse_json({text, kFile}, findings).members.size(), 2u);
}

TEST(Hostile, NulEndsNoJson) {
  Findings findings;
  parse_json({std::string_view("{}\0{}", 5), kFile}, findings);
  EXPECT_EQ(rules_of(findings), "syntax-json ");
}

TEST(Hostile, EmptyTexts) {
  Findings findings;
  EXPECT_TRUE(parse_toml({"", kFile}, findings).is_object());
  EXPECT_TRUE(parse_yaml({"", kFile}, findings).is_null());
  EXPECT_TRUE(parse_csv({"", kFile}, findings).rows.empty());
  EXPECT_TRUE(parse_yaml({"\xEF\xBB\xBF", kFile}, findings).is_null());
  EXPECT_TRUE(findings.is_empty());
  parse_json({"", kFile}, findings);
  EXPECT_EQ(describe(findings),
            "0:0..0 error syntax-json: This JSON cannot be read on from here: the file is empty.\n");
}

TEST(Hostile, OffsetsCountFromTheFile) {
  Findings findings;
  const Tree tree = parse_yaml({"a: b", kFile, 4}, findings);
  EXPECT_EQ(tree.members[0].value.span, (Span{kFile, 7, 8}));
}

TEST(Hostile, DeepToml) {
  for (const std::string& text : {"a = " + repeat("[", 100000), repeat("a.", 100000) + "a = 1",
                                  "[" + repeat("a.", 100000) + "a]\n", repeat("a={", 100000)}) {
    Findings findings;
    parse_toml({text, kFile}, findings);
    EXPECT_FALSE(findings.is_empty());
  }
}

TEST(Hostile, ControlCharactersInToml) {
  Findings findings;
  const Tree tree = parse_toml({"a = \"\x01\"\nb = 1\n", kFile}, findings);
  EXPECT_EQ(tree.members.size(), 1u);
  EXPECT_EQ(rules_of(findings), "syntax-toml ");
}

TEST(Hostile, HugeTomlAndYaml) {
  Findings findings;
  const std::string text = repeat("a: 1\n", 1 << 20);
  parse_toml({text, kFile}, findings);
  parse_yaml({text, kFile}, findings);
  EXPECT_EQ(rules_of(findings), "syntax-too-large syntax-too-large ");
}

TEST(Hostile, DeepYaml) {
  for (const std::string& text : {repeat("[", 1000), repeat("{", 1000), repeat("- ", 1000), repeat("[", 100000)}) {
    Findings findings;
    parse_yaml({text, kFile}, findings);
    EXPECT_FALSE(findings.is_empty());
  }
}

TEST(Hostile, CsvQuotesThatNeverClose) {
  Findings findings;
  const std::string text = repeat("\"\"\"x\n", 50000) + "\"";
  parse_csv({text, kFile}, findings);
  EXPECT_FALSE(findings.is_empty());
}

}  // namespace
}  // namespace bifolio::syntax
