// Notes that hold more than paragraphs.
#include <gtest/gtest.h>

#include "layout/dump.h"
#include "layout/layout.h"
#include "support/layout_setting.h"
#include "support/sketch.h"

namespace bifolio::layout {
namespace {

Block paragraph(const std::string& text) {
  return {Paragraph{{{Text{text}, {}}}}, {}};
}

Block list(const std::vector<std::string>& items) {
  List list;
  for (const std::string& item : items) {
    list.items.emplace_back();
    list.items.back().children.push_back(paragraph(item));
  }
  return {std::move(list), {}};
}

Block table() {
  Table table;
  for (const char* heading : {"甲", "乙"}) {
    Column column{.heading = {{Text{heading}, {}}}};
    table.columns.push_back(std::move(column));
  }
  Row row;
  for (const char* cell : {"一", "二"}) {
    row.cells.emplace_back();
    row.cells.back().content = {{Text{cell}, {}}};
  }
  table.rows.push_back(std::move(row));
  return {std::move(table), {}};
}

PagedDocument lay(const std::string& text, Blocks note) {
  Publication publication = testing::sketch("language: zh-Hans\n\n# 1 甲\n" + text + "\n[^1]: 占位。\n");
  publication.books[0].documents[0].notes[0].children = std::move(note);
  Format format = format_of("pdf");
  format.has_cover = false;
  Findings findings;
  return lay_out(publication, publication.books[0], format, testing::icebreaker(), testing::icebreaker_fonts(),
                 {2025, 9, 8}, findings);
}

/// The structure of the first note.
std::string note_tags(const PagedDocument& document) {
  const std::string tags = dump_tags(document);
  return tags.substr(tags.find("Note id="));
}

TEST(NoteBlocks, AListIsAListAtTheFoot) {
  Blocks note;
  note.push_back(paragraph("有两点："));
  note.push_back(list({"第一点。", "第二点。"}));
  const PagedDocument document = lay("正文[^1]。", std::move(note));
  EXPECT_EQ(note_tags(document), R"(Note id=note-0
        Lbl
          Link "①"
        P "有两点："
        L numbering=Disc
          LI
            Lbl "•"
            LBody
              P "第一点。"
          LI
            Lbl "•"
            LBody
              P "第二点。"
)");
  const std::string pages = dump_pages(document);
  EXPECT_LT(pages.find("rule 60,"), pages.find("第一点")) << "below the rule of the notes";
}

TEST(NoteBlocks, ADefinitionStandsBelowItsTerm) {
  Blocks note = {paragraph("两个词：")};
  List terms{.kind = List::Kind::definition, .items = {}};
  terms.items.push_back({.children = {paragraph("多次记录。")}, .term = {{Text{"随访"}, {}}}});
  terms.items.push_back({.children = {paragraph("另一义。")}});
  note.push_back({std::move(terms), {}});
  EXPECT_EQ(note_tags(lay("正文[^1]。", std::move(note))), R"(Note id=note-0
        Lbl
          Link "①"
        P "两个词："
        L numbering=Circle
          LI
            Lbl "随访"
            LBody
              P "多次记录。"
            LBody
              P "另一义。"
)");
}

TEST(NoteBlocks, ATableAndCodeKeepTheirShape) {
  Blocks note;
  note.push_back(table());
  note.push_back({CodeBlock{.text = "x = 1\n"}, {}});
  const std::string tags = note_tags(lay("正文[^1]。", std::move(note)));
  EXPECT_NE(tags.find("Table"), std::string::npos) << tags;
  EXPECT_NE(tags.find("TD \"二\""), std::string::npos) << tags;
  EXPECT_NE(tags.find("Code \"x = 1"), std::string::npos) << tags;
}

TEST(NoteBlocks, AHeadingIsNoHeadingOfTheBook) {
  Blocks note;
  note.push_back(paragraph("开头。"));
  note.push_back({Heading{.level = 2, .children = {{Text{"小题"}, {}}}}, {}});
  const PagedDocument document = lay("正文[^1]。", std::move(note));
  EXPECT_NE(note_tags(document).find("P \"小题\""), std::string::npos);
  EXPECT_EQ(dump_outline(document).find("小题"), std::string::npos);
}

TEST(NoteBlocks, ALongListGoesOnOverleafBetweenItsItems) {
  std::vector<std::string> items;
  for (int i = 1; i <= 60; ++i) items.push_back("第" + std::to_string(i) + "点。");
  Blocks note;
  note.push_back(list(items));
  const PagedDocument document = lay("正文[^1]。", std::move(note));
  const std::string pages = dump_pages(document);
  for (int i = 1; i <= 60; ++i) EXPECT_NE(pages.find("第" + std::to_string(i) + "点"), std::string::npos) << i;
  EXPECT_GE(document.pages.size(), 4u) << "contents, a blank page and two pages at least";
}

TEST(NoteBlocks, ANoteInANoteFollowsIt) {
  Publication publication = testing::sketch("language: zh-Hans\n\n# 1 甲\n正文[^1]。\n[^1]: 外[^2]。\n[^2]: 内。\n");
  Format format = format_of("pdf");
  format.has_cover = false;
  Findings findings;
  const std::string pages = dump_pages(lay_out(publication, publication.books[0], format, testing::icebreaker(),
                                               testing::icebreaker_fonts(), {2025, 9, 8}, findings));
  EXPECT_LT(pages.find("外"), pages.find("内。"));
}

}  // namespace
}  // namespace bifolio::layout
