#include "layout/dump_lines.h"

#include <gtest/gtest.h>

namespace bifolio::layout {
namespace {

TEST(DumpLines, SaysWhereEachLineAndGlyphStands) {
  const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  Piece piece;
  piece.text = "渐冻症";
  piece.language = "zh-Hans";
  piece.style.size = pt(10);
  ParagraphStyle style;
  style.measure = pt(100);
  style.first_indent = pt(20);
  style.leading = pt(18);
  style.language = "zh-Hans";
  Findings findings;
  const Tree dump = dump_lines(set_paragraph({piece}, style, fonts, findings), style, fonts);
  ASSERT_EQ(dump.items.size(), 1u);
  const Tree& line = dump.items[0];
  EXPECT_EQ(line.find("text")->text, "渐冻症");
  EXPECT_EQ(line.find("x")->number, 20);
  EXPECT_EQ(line.find("baseline")->number, 18);
  EXPECT_EQ(line.find("width")->number, 30);
  const Tree& run = line.find("runs")->items.at(0);
  EXPECT_EQ(run.find("font")->text, "NotoSerifCJKsc-Regular");
  EXPECT_EQ(run.find("glyphs")->items.at(2).find("x")->number, 40);
}

}  // namespace
}  // namespace bifolio::layout
