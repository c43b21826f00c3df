// The contract of model/inline.h, on many texts: a Text as long as its span is
// the source's bytes; every node lies inside the node around it; text is UTF-8.
#include <gtest/gtest.h>

#include <random>

#include "base/quote.h"
#include "base/utf8.h"
#include "model/walk.h"
#include "parse/parse.h"

namespace bifolio::parse {
namespace {

constexpr std::string_view kFragments[] = {"渐冻症",
                                           "，",
                                           "。",
                                           "“",
                                           "”",
                                           "——",
                                           "……",
                                           "word",
                                           " ",
                                           "  ",
                                           "\n",
                                           "\n",
                                           "\n\n",
                                           "\r\n",
                                           "\r",
                                           "\t",
                                           "*",
                                           "**",
                                           "_",
                                           "***",
                                           "~~",
                                           "`",
                                           "``",
                                           "[",
                                           "]",
                                           "(",
                                           ")",
                                           "![",
                                           "](a.md)",
                                           "](<b c> \"t\")",
                                           "[@key]",
                                           "@key",
                                           "[@a; @b, p. 3]",
                                           "@{k}",
                                           "@tbl-x",
                                           "{#id .c k=\"v\"}",
                                           "{lang=en}",
                                           "{",
                                           "}",
                                           "[^n]",
                                           "\n[^n]: note",
                                           "\n    ",
                                           "> ",
                                           "\n> ",
                                           "\n- ",
                                           "\n1. ",
                                           "\n: ",
                                           "\nterm\n:   a *b*\n",
                                           "\n\n:\t",
                                           "\n# ",
                                           "\n## ",
                                           "\n| a | b |\n|---|---|\n| 1\\|2 | `x\\|y` |\n",
                                           "|",
                                           "\nTable: c {#tbl-y}\n",
                                           "\n::: {.epigraph}\n",
                                           "\n:::\n",
                                           "\n::: x\n",
                                           "```\n",
                                           "\n    code\n",
                                           "<b>",
                                           "<!-- c -->",
                                           "<!--",
                                           "&amp;",
                                           "&ngE;",
                                           "&#0;",
                                           "&#x4e2d;",
                                           "\\*",
                                           "\\",
                                           "https://a.b/c",
                                           "www.a.bc",
                                           "a@b.cd",
                                           "<http://x>",
                                           ";",
                                           ":",
                                           "【@k】",
                                           "］",
                                           "［@",
                                           "：：：\n",
                                           "\n＃ 标题\n",
                                           "｜",
                                           "[r]",
                                           "[r][]",
                                           "[t][u]",
                                           "\n[r]: /url 'title'\n",
                                           "\n---\n",
                                           "\n===\n",
                                           "- [ ] t",
                                           "> [!NOTE]\n> x",
                                           "Δ",
                                           "é",
                                           "e\u0301",
                                           "😀",
                                           "\u2060",
                                           "\u00A0",
                                           "<br>",
                                           "[t]{evidence=animal}"};
constexpr std::string_view kBroken[] = {std::string_view("\0", 1), "\xFF", "\xE4\xBD", "\xC3", "\x80"};

std::string random_text(std::mt19937& random, bool with_broken) {
  std::string text;
  const std::size_t count = 1 + random() % 40;
  for (std::size_t i = 0; i < count; ++i) {
    if (with_broken && random() % 8 == 0)
      text += kBroken[random() % std::size(kBroken)];
    else
      text += kFragments[random() % std::size(kFragments)];
  }
  return text;
}

class Checker {
 public:
  Checker(std::string_view source, std::uint32_t offset) : source_(source), offset_(offset) {}

  void check(const Document& document) {
    check(document.title, whole());
    check(document.blocks, whole());
    for (const Note& note : document.notes) check(note.children, whole());
  }

 private:
  Span whole() const { return {{0}, offset_, offset_ + static_cast<std::uint32_t>(source_.size())}; }

  void check_inside(Span inner, Span outer, std::string_view what) {
    EXPECT_LE(inner.begin, inner.end) << what << " in " << quote(source_);
    EXPECT_GE(inner.begin, outer.begin) << what << " in " << quote(source_);
    EXPECT_LE(inner.end, outer.end) << what << " in " << quote(source_);
  }

  void check_text(const std::string& text, Span span) {
    EXPECT_EQ(find_invalid_utf8(text), std::string::npos) << quote(source_);
    EXPECT_EQ(text.find('\0'), std::string::npos) << quote(source_);
    if (text.size() == span.size() && !text.empty()) {
      EXPECT_EQ(source_.substr(span.begin - offset_, span.size()), text) << quote(source_);
    }
  }

  void check(const Inlines& nodes, Span outer) {
    std::uint32_t at = outer.begin;
    for (const Inline& node : nodes) {
      check_inside(node.span, outer, "inline");
      EXPECT_GE(node.span.begin, at) << "order in " << quote(source_);
      at = node.span.end;
      if (const auto* text = std::get_if<Text>(&node.value)) check_text(text->text, node.span);
      if (const auto* code = std::get_if<Code>(&node.value)) check_text(code->text, {});
      if (const auto* children = children_of(node)) check(*children, node.span);
      if (const auto* citation = node.get_if<Citation>()) check(*citation, node.span);
    }
  }

  void check(const Citation& citation, Span outer) {
    for (const CitedWork& work : citation.works) {
      check_inside(work.key_span, outer, "key");
      check_text(work.key, work.key_span);
      check(work.prefix, outer);
      check(work.suffix, outer);
    }
  }

  static const Inlines* children_of(const Inline& node) {
    if (const auto* value = std::get_if<Emphasis>(&node.value)) return &value->children;
    if (const auto* value = std::get_if<Strong>(&node.value)) return &value->children;
    if (const auto* value = std::get_if<Strikethrough>(&node.value)) return &value->children;
    if (const auto* value = node.get_if<Phrase>()) return &value->children;
    if (const auto* value = node.get_if<Link>()) return &value->children;
    if (const auto* value = node.get_if<Image>()) return &value->alt;
    return nullptr;
  }

  void check(const Blocks& blocks, Span outer) {
    for (const Block& block : blocks) {
      check_inside(block.span, outer, "block");
      if (const auto* value = std::get_if<Paragraph>(&block.value)) check(value->children, block.span);
      if (const auto* value = std::get_if<Heading>(&block.value)) check(value->children, block.span);
      if (const auto* value = std::get_if<Figure>(&block.value)) check(value->caption, block.span);
      if (const auto* value = std::get_if<Division>(&block.value)) check(value->children, block.span);
      if (const auto* value = std::get_if<BlockQuote>(&block.value)) check(value->children, block.span);
      if (const auto* value = std::get_if<Alert>(&block.value)) check(value->children, block.span);
      if (const auto* value = std::get_if<List>(&block.value)) {
        for (const ListItem& item : value->items) {
          check_inside(item.span, block.span, "item");
          check_inside(item.term_span, item.term.empty() ? item.term_span : item.span, "term");
          check(item.term, item.term_span);
          check(item.children, item.span);
        }
      }
      if (const auto* value = std::get_if<Table>(&block.value)) check(*value, block.span);
    }
  }

  void check(const Table& table, Span outer) {
    check(table.caption, outer);
    for (const Column& column : table.columns) check(column.heading, outer);
    for (const Row& row : table.rows) {
      EXPECT_EQ(row.cells.size(), table.columns.size());
      check_inside(row.span, outer, "row");
      for (const Cell& cell : row.cells) check(cell.content, cell.span);
    }
  }

  std::string_view source_;
  std::uint32_t offset_;
};

void expect_exact_spans(const std::string& text, std::uint32_t offset) {
  Findings findings;
  Checker(text, offset).check(parse_markdown(text, {0}, offset, "zh-Hans", findings));
  for (const Finding& finding : findings.all()) {
    EXPECT_LE(finding.span.begin, finding.span.end) << finding.rule->id << " in " << quote(text);
    EXPECT_LE(finding.span.end, offset + text.size()) << finding.rule->id << " in " << quote(text);
    EXPECT_GE(finding.span.begin, offset) << finding.rule->id << " in " << quote(text);
  }
}

TEST(MarkdownSpans, HoldOnRandomTexts) {
  std::mt19937 random(1);
  for (int i = 0; i < 20000 && !::testing::Test::HasFailure(); ++i) expect_exact_spans(random_text(random, false), 0);
}

TEST(MarkdownSpans, HoldOnBrokenBytes) {
  std::mt19937 random(2);
  for (int i = 0; i < 20000 && !::testing::Test::HasFailure(); ++i) expect_exact_spans(random_text(random, true), 0);
}

TEST(MarkdownSpans, CountFromTheFilesStart) {
  std::mt19937 random(3);
  for (int i = 0; i < 2000 && !::testing::Test::HasFailure(); ++i) expect_exact_spans(random_text(random, true), 1000);
}

TEST(MarkdownSpans, StepOverAByteOrderMark) {
  expect_exact_spans("\xEF\xBB\xBF# T\n\nx *y*\n", 0);
}

}  // namespace
}  // namespace bifolio::parse
