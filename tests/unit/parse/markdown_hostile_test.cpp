// Texts made to cost time or memory. A quadratic step would take minutes on
// them; the limit is generous for slow machines.
#include <gtest/gtest.h>

#include <chrono>

#include "model/walk.h"
#include "parse/parse.h"

namespace bifolio::parse {
namespace {

constexpr std::size_t kSize = 1 << 18;

std::string repeat(std::string_view unit, std::size_t size = kSize) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

Document read(const std::string& text, Findings& findings) {
  const auto start = std::chrono::steady_clock::now();
  Document document = parse_markdown(text, {0}, 0, "en", findings);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  EXPECT_LT(taken.count(), 5.0) << text.substr(0, 40);
  return document;
}

Document read(const std::string& text) {
  Findings findings;
  return read(text, findings);
}

constexpr const char* kRepeated[] = {"[",
                                     "![",
                                     "[[]",
                                     "]",
                                     "[a](",
                                     "[a](<",
                                     "[a](b \"",
                                     "[a](b (",
                                     "*a **a ",
                                     "**x* ",
                                     "_a __a *",
                                     "*_",
                                     "a**b",
                                     "`",
                                     "`a``",
                                     "a`",
                                     "<",
                                     "<!--",
                                     "<?",
                                     "<!A",
                                     "<![CDATA[",
                                     "<a b=\"",
                                     "<a b='",
                                     "<a ",
                                     "</a",
                                     "<a:",
                                     "&",
                                     "&#",
                                     "\\",
                                     "@",
                                     "@a",
                                     "@{",
                                     "[@a",
                                     "[@a;",
                                     "[@a]",
                                     "【@a",
                                     "】",
                                     "{",
                                     "[a]{",
                                     "[a]{k=\"",
                                     "[a]{.b ",
                                     "[^a",
                                     "[^a]",
                                     "![a]",
                                     "www.",
                                     "_www.",
                                     "(www.",
                                     "http://",
                                     "https://a.b/(",
                                     "https://a)",
                                     "https://a?!",
                                     "a@",
                                     "a@b.",
                                     "a@b.c ",
                                     "~~",
                                     "~~a",
                                     ";",
                                     "[;",
                                     "> ",
                                     ">",
                                     "- ",
                                     "1. ",
                                     "* - + ",
                                     "    ",
                                     "\t",
                                     "> - ",
                                     "# ",
                                     "#",
                                     "```",
                                     "~~~\n",
                                     "---\n",
                                     "a\n",
                                     "a\n\n",
                                     "a  \n",
                                     "|",
                                     "|-",
                                     "||\n|-|\n",
                                     "| a |\n|---|\n",
                                     "a|\n",
                                     ": ",
                                     ":\t",
                                     ": a\n",
                                     "a\n: ",
                                     "a\n: b\n",
                                     "a\n: b\n\n",
                                     "a\n\n: b\n\n",
                                     "a\n    : ",
                                     ": - ",
                                     "a\n: - ",
                                     "| a |\n|---|\n: b\n",
                                     "[^a]:",
                                     "[^a]: x\n\n",
                                     "[a]: b\n",
                                     "[a]:\n",
                                     "::: a\n",
                                     ":::\n",
                                     "::: a\n:::\n",
                                     "::: {\n",
                                     "<!-- a -->\n",
                                     "<div>\n",
                                     "<b>",
                                     "：：：a\n",
                                     "＃ a\n",
                                     "｜",
                                     "\r",
                                     "&amp;",
                                     "中文，",
                                     "。**",
                                     "**中。**",
                                     "[t][u]",
                                     "[a][",
                                     "\n\n- a\n\n  ",
                                     "[a\n"};

TEST(Hostile, RepeatedMarks) {
  for (const char* unit : kRepeated) read(repeat(unit));
}

TEST(Hostile, QuotesNestToAHundredAndTheRestStaysFlat) {
  Findings findings;
  const Document document = read(repeat("> ", 20000) + "deep", findings);
  int depth = 0;
  std::string text;
  for_each_block(document.blocks,
                 [&](const Block& block) { depth += std::holds_alternative<BlockQuote>(block.value); });
  for_each_inline(document.blocks, [&](const Inline& node) {
    if (const auto* one = std::get_if<Text>(&node.value)) text += one->text;
  });
  EXPECT_LE(depth, 100);
  EXPECT_NE(text.find("deep"), std::string::npos);
  ASSERT_FALSE(findings.is_empty());
  EXPECT_EQ(findings.all()[0].rule->id, "syntax-nesting");
}

TEST(Hostile, ManyNotes) {
  std::string text;
  for (int note = 0; note < 30000; ++note) text += "[^" + std::to_string(note) + "]: x\n\n";
  EXPECT_EQ(read(text).notes.size(), 30000u);
}

TEST(Hostile, DeepListsAndBlankLines) {
  std::string text;
  for (int depth = 0; depth < 1000; ++depth) text += std::string(static_cast<std::size_t>(depth) * 2, ' ') + "- a\n";
  read(text + repeat("\n"));
}

TEST(Hostile, OneLineOfListsAndBlankLines) {
  read(repeat("- ", kSize / 2) + "\n" + repeat("\n", kSize / 2));
}

TEST(Hostile, DefinitionsInDefinitions) {
  std::string text;
  for (int depth = 0; depth < 1000; ++depth) {
    const std::string indent(static_cast<std::size_t>(depth) * 4, ' ');
    text += indent + "a\n" + indent + ":   b\n\n";
  }
  int depth = 0;
  Findings findings;
  for_each_block(read(text + repeat("\n"), findings).blocks,
                 [&](const Block& block) { depth += std::holds_alternative<List>(block.value); });
  EXPECT_GT(depth, 20);
  EXPECT_LE(depth, 100);
}

TEST(Hostile, ManyTerms) {
  const Document document = read(repeat("term\n: definition\n\n"));
  ASSERT_EQ(document.blocks.size(), 1u);
  EXPECT_GT(std::get<List>(document.blocks[0].value).items.size(), 10000u);
}

TEST(Hostile, LongTermsWithManyColons) {
  read(repeat("a", kSize / 2) + "\nb\n" + repeat(": c\n", kSize / 2));
  read("[" + repeat("a", kSize / 2) + "]: b\n" + repeat(": c\n\n", kSize / 2));
}

TEST(Hostile, WideTableWithShortRows) {
  const std::string header = repeat("|a", 20000) + "|\n" + repeat("|-", 20000) + "|\n";
  const Document document = read(header + repeat("x\n"));
  EXPECT_TRUE(std::holds_alternative<Table>(document.blocks.at(0).value));
}

TEST(Hostile, EmphasisNestsToFiftyAndLosesNothing) {
  Findings findings;
  std::string text;
  for (int i = 0; i < 100; ++i) text += "**a ";
  text += "deep";
  for (int i = 0; i < 100; ++i) text += " b**";
  const Document document = read(text, findings);
  std::string all;
  for_each_inline(document.blocks, [&](const Inline& node) {
    if (const auto* one = std::get_if<Text>(&node.value)) all += one->text;
  });
  EXPECT_EQ(std::count(all.begin(), all.end(), 'a'), 100);
  EXPECT_EQ(std::count(all.begin(), all.end(), 'b'), 100);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule->id, "syntax-nesting");
}

TEST(Hostile, NothingAtAll) {
  EXPECT_TRUE(read("").blocks.empty());
  EXPECT_TRUE(read("\n\n").blocks.empty());
  EXPECT_TRUE(read("\xEF\xBB\xBF").blocks.empty());
  EXPECT_TRUE(parse_inlines("", {0}, 0, "en", *std::make_unique<Findings>()).empty());
}

}  // namespace
}  // namespace bifolio::parse
