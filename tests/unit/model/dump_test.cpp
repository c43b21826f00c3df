#include "model/dump.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

const FileId kFile{0};

TEST(Dump, ShortParagraphStandsOnOneLine) {
  EXPECT_EQ(dump(Blocks{{Paragraph{{{Text{"Some text"}}}}}}), "paragraph \"Some text\"\n");
}

TEST(Dump, SpansFollowEachNode) {
  const Blocks blocks = {{Paragraph{{{Text{"ab"}, {kFile, 1, 3}}}}, {kFile, 0, 4}}};
  EXPECT_EQ(dump(blocks, DumpSpans::yes), "paragraph 0..4\n  \"ab\" 1..3\n");
}

TEST(Dump, EveryKindOfInline) {
  const Inlines text = {{Text{"a"}}};
  CitedWork located{.key = "b", .locator_label = "page", .locator = "3", .suffix = text, .suppress_author = true};
  const Inlines inlines = {
      {Text{"t"}},
      {Code{"c"}},
      {LineBreak{}},
      {Emphasis{text}},
      {Strong{{{Text{"x"}}, {Code{"y"}}}}},
      {Strikethrough{text}},
      {Phrase{.attributes = {.id = "p", .classes = {"k"}, .pairs = {{"lang", "en"}}}, .children = text}},
      {Link{.target = "a.md", .title = "T", .children = text}},
      {Image{.path = "a.png", .title = "", .alt = text}},
      {Citation{.works = {{.key = "a"}, located}}},
      {Citation{.works = {{.key = "a"}}, .is_narrative = true}},
      {CrossReference{"tbl-x"}},
      {NoteMark{"1"}},
  };
  EXPECT_EQ(dump(inlines),
            "\"t\"\n"
            "code \"c\"\n"
            "break\n"
            "emphasis \"a\"\n"
            "strong\n"
            "  \"x\"\n"
            "  code \"y\"\n"
            "strikethrough \"a\"\n"
            "phrase #p .k lang=\"en\" \"a\"\n"
            "link \"a.md\" title=\"T\" \"a\"\n"
            "image \"a.png\" \"a\"\n"
            "citation [a; b]\n"
            "  work b suppress-author page=\"3\"\n"
            "    suffix \"a\"\n"
            "citation @a\n"
            "reference @tbl-x\n"
            "note-mark ^1\n");
}

TEST(Dump, EveryKindOfBlock) {
  const Inlines text = {{Text{"a"}}};
  const Blocks inner = {{Paragraph{text}}};
  Table table{.caption = text};
  table.columns = {
      {.id = "drug", .heading = text, .alignment = Alignment::right, .role = ColumnRole::as_of, .width = 2}};
  Evidence evidence{.kinds = {EvidenceKind::cell, EvidenceKind::trial_2}, .outcome = TrialOutcome::not_reported};
  evidence.status = {{"KR", StatusKind::approved}};
  evidence.as_of = "2024-02";
  table.rows = {{.kind = Row::Kind::group, .group_level = 1, .cells = {{.content = text}}},
                {.cells = {{.content = text, .row_span = 2}}, .group_path = {"g", "h"}, .evidence = evidence},
                {.cells = {{.is_covered = true}}}};
  const Blocks blocks = {
      {Heading{.level = 2, .children = text, .is_unnumbered = true, .slug = "a", .number = "1.2"}, {}, {.id = "x"}},
      {List{
          .kind = List::Kind::ordered, .start = 3, .is_tight = false, .items = {{.children = inner, .checked = true}}}},
      {BlockQuote{inner}},
      {Alert{AlertKind::warning, inner}},
      {CodeBlock{"r", "x\n"}},
      {ThematicBreak{}},
      {table},
      {Figure{.source = "a.vl.json", .caption = text, .alt = "b"}},
      {Division{inner}, {}, {.classes = {"abstract"}}},
  };
  EXPECT_EQ(dump(blocks),
            "heading 2 1.2 #x unnumbered slug=\"a\" \"a\"\n"
            "list from 3 loose\n"
            "  item [x]\n"
            "    paragraph \"a\"\n"
            "quote\n"
            "  paragraph \"a\"\n"
            "alert warning\n"
            "  paragraph \"a\"\n"
            "code-block r \"x\\n\"\n"
            "thematic-break\n"
            "table\n"
            "  caption \"a\"\n"
            "  column drug as-of right width 2 \"a\"\n"
            "  group 1\n"
            "    cell \"a\"\n"
            "  row in=\"g / h\" evidence=\"cell, trial-2; not-reported; KR: approved; as of 2024-02\"\n"
            "    cell rows 2 \"a\"\n"
            "  row\n"
            "    covered\n"
            "figure chart \"a.vl.json\" alt=\"b\"\n"
            "  caption \"a\"\n"
            "division .abstract\n"
            "  paragraph \"a\"\n");
}

TEST(Dump, Document) {
  Document document;
  document.path = "en/a.md";
  document.language = "en";
  document.front.title = "T";
  document.front.takeaway = {{Text{"w"}}};
  document.title = {{Text{"T"}}};
  document.notes = {{"1", {{Paragraph{{{Text{"n"}}}}}}, {}, false}};
  Directive directive;
  directive.rule = "cite-unused";
  directive.reason = "why";
  document.directives = {directive};
  EXPECT_EQ(dump(document),
            "document en/a.md en\n"
            "  front title=\"T\"\n"
            "    takeaway \"w\"\n"
            "  title \"T\"\n"
            "  note ^1 unmentioned\n"
            "    paragraph \"n\"\n"
            "  ignore next-block cite-unused reason=\"why\"\n");
}

}  // namespace
}  // namespace bifolio
