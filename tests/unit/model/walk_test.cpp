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

TEST(PlainText, LeavesOutMarks) {
  const Inlines inlines = {{Text{"a "}}, {Emphasis{{{Text{"b"}}}}}, {NoteMark{"1"}}, {Code{"c"}}};
  EXPECT_EQ(plain_text(inlines), "a bc");
}

}  // namespace
}  // namespace bifolio
