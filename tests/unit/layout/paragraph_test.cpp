#include "layout/paragraph.h"

#include <gtest/gtest.h>

namespace bifolio::layout {
namespace {

const text::Fonts& house_fonts() {
  static const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  return fonts;
}

std::vector<Line> set(std::string text, std::string language, double ems, Findings& findings) {
  Piece piece;
  piece.text = std::move(text);
  piece.language = language;
  piece.style.size = pt(10);
  ParagraphStyle style;
  style.measure = pt(10 * ems);
  style.language = language;
  style.hyphenate = language == "en";
  return set_paragraph({piece}, style, house_fonts(), findings);
}

std::vector<Line> set(std::string text, std::string language, double ems) {
  Findings findings;
  return set(std::move(text), std::move(language), ems, findings);
}

std::string text_of(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    for (const GlyphRun& run : line.runs) out += run.text;
  }
  return out;
}

constexpr const char* kChinese =
    "肌萎缩侧索硬化（ALS，俗称“渐冻症”）是一种累及上、下运动神经元的神经退行性疾病。约90%的患者为散发型，"
    "其余10%有家族史；在家族性患者中，SOD1、C9orf72、FUS和TARDBP等基因的突变最为常见。";

TEST(SetParagraph, KeepsEveryCharacterInOrder) {
  EXPECT_EQ(text_of(set(kChinese, "zh-Hans", 20)), kChinese);
}

TEST(SetParagraph, EveryFullLineEndsAtTheMeasure) {
  const auto lines = set(kChinese, "zh-Hans", 20);
  ASSERT_GT(lines.size(), 3u);
  for (const Line& line : lines) {
    if (!line.is_last) {
      EXPECT_EQ(line.width, pt(200));
    }
  }
}

TEST(SetParagraph, NothingIsSetFromNothing) {
  EXPECT_TRUE(set("", "en", 20).empty());
}

TEST(SetParagraph, ALineBreakEndsALine) {
  Piece before, hard, after;
  before.text = "first";
  hard.is_break = true;
  after.text = "second";
  for (Piece* piece : {&before, &after}) piece->language = "en", piece->style.size = pt(10);
  ParagraphStyle style;
  style.measure = pt(200);
  Findings findings;
  const auto lines = set_paragraph({before, hard, after}, style, house_fonts(), findings);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].runs[0].text, "first");
  EXPECT_EQ(lines[1].runs[0].text, "second");
}

TEST(SetParagraph, AWordWiderThanTheLineIsCutAndReported) {
  Findings findings;
  const auto lines = set("Hxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "en", 5, findings);
  EXPECT_GT(lines.size(), 1u);
  for (const Line& line : lines) EXPECT_LE(line.width, pt(50));
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule->id, "layout-word-too-long");
}

TEST(SetParagraph, ACharacterWithoutAGlyphIsReportedWithItsPlace) {
  Piece piece;
  piece.text = "ab\U000F0000";
  piece.language = "en";
  piece.style.size = pt(10);
  piece.span = {{0}, 100, 106};
  ParagraphStyle style;
  style.measure = pt(200);
  Findings findings;
  set_paragraph({piece}, style, house_fonts(), findings);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(message(findings.all()[0], UiLanguage::en),
            "No font has the character “\U000F0000” (U+F0000), so a box is printed for it. Write it another way, or "
            "name a font that has it in the theme.");
  EXPECT_EQ(findings.all()[0].span, (Span{{0}, 102, 106}));
}

}  // namespace
}  // namespace bifolio::layout
