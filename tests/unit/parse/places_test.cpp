// Places in what was read from files: every text stands where its span says.
#include <gtest/gtest.h>

#include <type_traits>

#include "model/walk.h"
#include "parse/parse.h"
#include "support/describe.h"

namespace bifolio::parse {
namespace {

constexpr const char* kSettings =
    "[booklet]\nid = \"a\"\nversion = \"1.0.0\"\ndate = \"2025-01-31\"\nlanguages = [\"en\"]\ntitle = \"A\"\n";

struct Read {
  source::SourceSet files;
  Findings findings;
  Manuscript manuscript;
};

Read read(std::vector<source::SourceFile> files) {
  files.push_back({"bifolio.toml", kSettings});
  Read out{source::SourceSet(std::move(files)), {}, {}};
  out.manuscript = parse(out.files, out.findings);
  return out;
}

/// Texts whose bytes are not what their spans point at.
std::string misplaced(const Read& read, const Inlines& inlines) {
  std::string out;
  for_each_inline(inlines, [&](const Inline& node) {
    const std::string_view file = read.files.text(node.span);
    const auto check = [&](std::string_view text, Span span) {
      if (text.size() == span.size() && file.substr(span.begin, span.size()) != text) out += std::string(text) + " ";
      if (span.end > file.size()) out += "beyond the end ";
    };
    if (const auto* text = std::get_if<Text>(&node.value)) check(text->text, node.span);
    if (const auto* citation = node.get_if<Citation>()) {
      for (const CitedWork& work : citation->works) check(work.key, work.key_span);
    }
  });
  return out;
}

TEST(Places, CellsWithQuotesWrittenTwice) {
  const Read booklet = read({{"en/a.md", "# A\n\n::: {.table src=\"t.csv\" caption=\"A *b* c\"}\n:::\n"},
                             {"t.csv", "a,b\n\"x \"\"y\"\" *z* [@k]\",  plain *word*  \n"},
                             {"t.toml", "[columns]\na = { heading = \"A *b*\" }\nb = { heading = \"B\" }\n"}});
  EXPECT_EQ(testing::describe(booklet.findings), "");
  const auto& table = std::get<Table>(booklet.manuscript.documents.at(0).blocks.at(0).value);
  EXPECT_EQ(misplaced(booklet, table.caption), "");
  EXPECT_EQ(misplaced(booklet, table.columns[0].heading), "");
  const Inlines& quoted = table.rows[0].cells[0].content;
  EXPECT_EQ(misplaced(booklet, quoted), "");
  EXPECT_EQ(misplaced(booklet, table.rows[0].cells[1].content), "");
  EXPECT_EQ(plain_text(quoted).substr(0, 9), "x \"y\" z ");
  const auto& citation = *quoted.back().get_if<Citation>();
  EXPECT_EQ(booklet.files.bytes(citation.works[0].key_span.file).substr(citation.works[0].key_span.begin, 1), "k");
}

TEST(Places, FindingsInQuotedCells) {
  const Read booklet = read({{"en/a.md", "# A\n\n::: {.table src=\"t.csv\"}\n:::\n"},
                             {"t.csv", "a\n\"\"\"q\"\" [c]{evidence=mouse}\"\n"},
                             {"t.toml", "[columns]\na = { heading = \"A\" }\n"}});
  ASSERT_EQ(booklet.findings.all().size(), 1u);
  const Span span = booklet.findings.all()[0].span;
  EXPECT_EQ(booklet.files.text(span).substr(span.begin, span.size()), "mouse");
}

TEST(Places, FrontMatterOfEveryStyle) {
  for (const std::string value : {"a *b* c", "\"a *b* c\"", "'a *b* c'", "|\n  a *b*\n  c\n", ">-\n  a *b*\n  c",
                                  "a *b*\n  c", "\"a \\\"x\\\" *b* c\""}) {
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
      const Read booklet = read({{"en/a.md", mark + "---\ntitle: T\nabstract: " + value + "\n---\n# A\n\nText\n"}});
      EXPECT_EQ(testing::describe(booklet.findings), "") << value;
      const Document& document = booklet.manuscript.documents.at(0);
      const Span whole = document.front.abstract_span;
      for_each_inline(document.front.abstract, [&](const Inline& node) {
        EXPECT_GE(node.span.begin, whole.begin) << value;
        EXPECT_LE(node.span.end, whole.end) << value;
      });
      const bool has_escapes = value.find('\\') != std::string::npos;
      if (!has_escapes) {
        EXPECT_EQ(misplaced(booklet, document.front.abstract), "") << value;
      }
      const auto& paragraph = std::get<Paragraph>(document.blocks.at(0).value);
      EXPECT_EQ(misplaced(booklet, paragraph.children), "") << value;
    }
  }
}

TEST(Places, LineEndsOfEverySystem) {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const Read booklet =
        read({{"en/a.md", "---" + end + "title: T" + end + "---" + end + "# A *b*" + end + end + "Text" + end}});
    EXPECT_EQ(testing::describe(booklet.findings), "");
    const Document& document = booklet.manuscript.documents.at(0);
    EXPECT_EQ(document.front.title, "T");
    EXPECT_EQ(misplaced(booklet, document.title), "");
    EXPECT_EQ(plain_text(document.title), "A b");
  }
}

}  // namespace
}  // namespace bifolio::parse
