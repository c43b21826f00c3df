// What pieces carry besides their text: tags, notes, links, raised marks, dots.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "layout/paragraph.h"

namespace bifolio::layout {
namespace {

const text::Fonts& house_fonts() {
  static const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  return fonts;
}

Piece piece(std::string text, TagId tag = 0) {
  Piece piece;
  piece.text = std::move(text);
  piece.language = "zh-Hans";
  piece.style.size = pt(10);
  piece.tag = tag;
  return piece;
}

std::vector<Line> set(const std::vector<Piece>& pieces, double measure = 200,
                      ParagraphStyle::Setting setting = ParagraphStyle::Setting::justify) {
  ParagraphStyle style;
  style.measure = pt(measure);
  style.language = "zh-Hans";
  style.setting = setting;
  Findings findings;
  return set_paragraph(pieces, style, house_fonts(), findings);
}

std::string text_of_tag(const std::vector<Line>& lines, TagId tag) {
  std::string text;
  for (const Line& line : lines) {
    for (const GlyphRun& run : line.runs) {
      if (run.tag == tag) text += run.text;
    }
  }
  return text;
}

TEST(Pieces, EveryByteBelongsToTheTagOfItsPiece) {
  const std::vector<Piece> pieces = {piece("渐冻症 ", 1), piece(" and ALS", 2), piece("，其中 ", 3), piece("ffi", 4),
                                     piece(" 与骨、角。", 5)};
  for (const double measure : {30.0, 60.0, 200.0}) {
    const auto lines = set(pieces, measure);
    for (const Piece& one : pieces) EXPECT_EQ(text_of_tag(lines, one.tag), one.text) << measure;
  }
}

TEST(Pieces, GlyphRangesCoverTheTextOfARun) {
  for (const Line& line : set({piece("office 与 e\u0301\u0323x，𠮷——……")})) {
    for (const GlyphRun& run : line.runs) {
      std::size_t at = 0;
      for (const Glyph& glyph : run.glyphs) at += glyph.text_size;
      EXPECT_EQ(at, run.text.size());
    }
  }
}

TEST(Pieces, C19_DotsStandCentredUnderHanCharactersOnly) {
  Piece stressed = piece("着重，A点");
  stressed.style.is_emphasised = true;
  const auto lines = set({piece("前"), stressed});
  ASSERT_EQ(lines.size(), 1u);
  std::vector<double> centres;
  for (const Path& dot : lines[0].marks) {
    const auto [left, right] = std::minmax({dot.steps[0].a.x, dot.steps[2].c.x});
    centres.push_back((left.points() + right.points()) / 2);
    EXPECT_EQ(dot.tag, kArtifact);
    EXPECT_GT(dot.steps[0].a.y, pt(1)) << "below the characters";
  }
  const double letter =
      house_fonts().advance(house_fonts().find({}), house_fonts().glyph_for(house_fonts().find({}), U'A'));
  const double last = 10 + 30 + letter * 0.0095 + 2.5 + 5;
  ASSERT_EQ(centres.size(), 3u);
  EXPECT_NEAR(centres[0], 15, 0.5);
  EXPECT_NEAR(centres[1], 25, 0.5);
  EXPECT_NEAR(centres[2], last, 0.5);
}

TEST(Pieces, C16_C27_ARaisedMarkLeavesTheBaselineAlone) {
  Piece mark = piece("[12]", 7);
  mark.style.raise = pt(4);
  mark.style.size = pt(7);
  const auto lines = set({piece("证实"), mark, piece("。")});
  ASSERT_EQ(lines.size(), 1u);
  ASSERT_EQ(lines[0].runs.size(), 3u);
  EXPECT_EQ(lines[0].runs[0].origin.y, Length());
  EXPECT_EQ(lines[0].runs[1].origin.y, pt(-4));
  EXPECT_EQ(lines[0].runs[2].origin.y, Length());
  EXPECT_EQ(lines[0].runs[1].origin.x, pt(20)) << "no gap before a raised mark";
}

TEST(Pieces, C06_ANoteMarkNeverStartsALine) {
  for (int length = 1; length < 24; ++length) {
    std::string text;
    for (int i = 0; i < length; ++i) text += "字";
    Piece mark = piece("①", 7);
    mark.note = 3;
    const auto lines = set({piece(text), mark, piece("后面还有一些字，好让它换行。")}, 120);
    int seen = 0;
    for (const Line& line : lines) {
      seen += static_cast<int>(std::count(line.notes.begin(), line.notes.end(), 3));
      EXPECT_NE(line.runs.front().tag, 7) << length;
    }
    EXPECT_EQ(seen, 1) << length;
  }
}

TEST(Pieces, ALinkIsOneRectangleOnEachLine) {
  Piece first = piece("链接的文字有", 1), second = piece("两种样式很长", 2);
  first.link = second.link = 5;
  const auto lines = set({piece("前面"), first, second, piece("后面")}, 70);
  ASSERT_GE(lines.size(), 3u);
  ASSERT_EQ(lines[0].links.size(), 1u);
  EXPECT_EQ(lines[0].links[0].x, pt(20));
  EXPECT_EQ(lines[0].links[0].x + lines[0].links[0].width, pt(70));
  ASSERT_EQ(lines[1].links.size(), 1u);
  EXPECT_EQ(lines[1].links[0].x, Length());
}

TEST(Pieces, TextIsCentredAndSetToTheRight) {
  using Setting = ParagraphStyle::Setting;
  EXPECT_EQ(set({piece("中间")}, 100, Setting::center)[0].runs[0].origin.x, pt(40));
  EXPECT_EQ(set({piece("右边")}, 100, Setting::right)[0].runs[0].origin.x, pt(80));
}

TEST(Pieces, RaggedLinesAreNotOpened) {
  for (const Line& line :
       set({piece("没有对齐的一段文字，每一行都保持自然的宽度，不拉开。")}, 85, ParagraphStyle::Setting::left)) {
    EXPECT_EQ(line.width, line.natural_width);
  }
}

TEST(Measure, TheWidestUnitAndTheWholeLine) {
  ParagraphStyle style;
  style.language = "zh-Hans";
  const Widths widths = measure({piece("剂量为 5 mg，每日")}, style, house_fonts());
  const Widths unit = measure({piece("5 mg，")}, style, house_fonts());
  EXPECT_EQ(widths.minimum, unit.natural);
  EXPECT_GT(widths.natural, widths.minimum * 2);
}

TEST(Measure, TextFitsIntoItsNaturalWidth) {
  ParagraphStyle style;
  style.language = "zh-Hans";
  const std::vector<Piece> pieces = {piece("约90%的患者（ALS）为散发型。")};
  style.measure = measure(pieces, style, house_fonts()).natural;
  Findings findings;
  EXPECT_EQ(set_paragraph(pieces, style, house_fonts(), findings).size(), 1u);
}

}  // namespace
}  // namespace bifolio::layout
