#include "model/walk.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(Walk, FindsTextInEveryCorner) {
  Table table;
  table.columns.push_back({.heading = {{Text{"head"}}}});
  table.rows.push_back({.cells = {{.content = {{Strong{{{Text{"cell"}}}}}}}}});
  List list;
  list.items.push_back({.children = {{Paragraph{{{Text{"item"}}}}}}});
  Document document;
  document.blocks = {{Alert{AlertKind::note, {{list}, {table}}}}};
  document.notes = {{"1", {{Paragraph{{{Text{"note"}}}}}}}};
  std::string seen;
  for_each_inlines(document, [&](Inlines& inlines) {
    for (const Inline& node : inlines) {
      if (const auto* text = std::get_if<Text>(&node.value)) seen += text->text + " ";
    }
  });
  EXPECT_EQ(seen, "item head cell note ");
}

TEST(Walk, FindsTermsBeforeTheirDefinitions) {
  List list{.kind = List::Kind::definition, .items = {}};
  for (const char* name : {"a", "b"}) {
    list.items.push_back({.children = {{Paragraph{{{Text{name + std::string("-is")}}}}}}, .term = {{Text{name}}}});
  }
  list.items.push_back({.children = {{Paragraph{{{Text{"b-too"}}}}}}});
  Blocks blocks = {{std::move(list)}};
  std::string nodes, lists, read;
  for_each_inline(std::as_const(blocks), [&](const Inline& node) { nodes += node.get_if<Text>()->text + " "; });
  for_each_inline(blocks, [&](Inline& node) { node.get_if<Text>()->text += "!"; });
  for_each_inlines(blocks, [&](Inlines& inlines) { lists += plain_text(inlines) + " "; });
  for_each_block(
      blocks,
      [&](const Block& block) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.value)) read += plain_text(paragraph->children) + " ";
      },
      [&](const ListItem& item) { read += "(" + plain_text(item.term) + ") "; });
  EXPECT_EQ(nodes, "a a-is b b-is b-too ");
  EXPECT_EQ(lists, "a! a-is! b! b-is! b-too! ");
  EXPECT_EQ(read, "(a!) a-is! (b!) b-is! b-too! ");
}

TEST(PlainText, LeavesOutMarks) {
  const Inlines inlines = {{Text{"a "}}, {Emphasis{{{Text{"b"}}}}}, {NoteMark{"1"}}, {Code{"c"}}};
  EXPECT_EQ(plain_text(inlines), "a bc");
}

}  // namespace
}  // namespace bifolio
