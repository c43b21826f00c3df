// Text that nobody would write, and that must still become lines in bounded time
// without losing a byte.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "layout/paragraph.h"

namespace bifolio::layout {
namespace {

const text::Fonts& house_fonts() {
  static const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  return fonts;
}

Piece piece(std::string text, std::string language = "en") {
  Piece piece;
  piece.text = std::move(text);
  piece.language = std::move(language);
  piece.style.size = pt(10);
  return piece;
}

ParagraphStyle style(double measure, std::string language = "en") {
  ParagraphStyle style;
  style.measure = pt(measure);
  style.language = std::move(language);
  style.hyphenate = true;
  return style;
}

std::string set(const std::vector<Piece>& pieces, const ParagraphStyle& style) {
  Findings findings;
  std::string text;
  for (const Line& line : set_paragraph(pieces, style, house_fonts(), findings)) {
    for (const GlyphRun& run : line.runs) text += run.text;
    if (line.ends_hyphenated) text.resize(text.rfind("\u00AD"));
    EXPECT_LE(line.width, std::max(style.measure, pt(10)));
  }
  return text;
}

void expect_whole(const std::string& text, double measure = 100, const std::string& language = "en") {
  SCOPED_TRACE(text.substr(0, 40));
  EXPECT_EQ(set({piece(text, language)}, style(measure, language)), text);
}

std::string repeated(std::string_view unit, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += unit;
  return text;
}

TEST(HostileParagraph, SpacesAlone) {
  expect_whole("   ");
  expect_whole(" a ");
  expect_whole("\t\n\r");
  expect_whole("\u3000\u2003\u2009");
}

TEST(HostileParagraph, InvisibleCharacters) {
  expect_whole("a\u200Bb\u2060c\uFEFFd\u200De");
  expect_whole(repeated("\u200B", 20'000));
  expect_whole(repeated("\u0301", 20'000));
  expect_whole(repeated("\u2060", 20'000));
}

TEST(HostileParagraph, CombiningMarksOnEverything) {
  expect_whole("中\u0301文\u0323，\u0301 e\u0301\u0323\u0308");
  expect_whole("a" + repeated("\u0301", 5'000));
}

TEST(HostileParagraph, MarksThatMayNeitherStartNorEndALine) {
  expect_whole(repeated("（", 5'000), 100, "zh-Hans");
  expect_whole(repeated("，", 5'000), 100, "zh-Hans");
  expect_whole(repeated("——", 5'000), 100, "zh-Hans");
  expect_whole(repeated("/", 5'000));
  expect_whole(repeated("(", 5'000));
}

TEST(HostileParagraph, NumbersAndUnitsWithoutEnd) {
  expect_whole(repeated("5 mg ", 5'000));
  expect_whole(repeated("5 ", 20'000));
  expect_whole(repeated("< 5 = ", 5'000));
  expect_whole(repeated("第5节", 5'000), 100, "zh-Hans");
}

TEST(HostileParagraph, OtherScripts) {
  expect_whole("שלום עולם", 40);
  expect_whole("ภาษาไทย हिन्दी العربية");
  expect_whole("日本語のテキスト 한국어 텍스트", 60, "zh-Hans");
  expect_whole("🙂👩‍🔬⚠️🇨🇳", 30);
}

TEST(HostileParagraph, MeasuresOfNothing) {
  Findings findings;
  EXPECT_FALSE(set_paragraph({piece("some words 和汉字")}, style(0), house_fonts(), findings).empty());
  EXPECT_FALSE(set_paragraph({piece("some words 和汉字")}, style(-10), house_fonts(), findings).empty());
  Piece nothing = piece("text");
  nothing.style.size = {};
  EXPECT_FALSE(set_paragraph({nothing}, style(100), house_fonts(), findings).empty());
}

TEST(HostileParagraph, APieceForEveryLetter) {
  std::vector<Piece> pieces;
  std::string text;
  for (int i = 0; i < 20'000; ++i) {
    pieces.push_back(piece(i % 7 == 0 ? " " : "x"));
    pieces.back().tag = i;
    text += pieces.back().text;
  }
  EXPECT_EQ(set(pieces, style(100)), text);
}

TEST(HostileParagraph, BreaksAlone) {
  Piece hard;
  hard.is_break = true;
  EXPECT_EQ(set({hard, hard, piece("a"), hard, hard, piece(" b"), hard}, style(100)), "a b");
}

TEST(HostileParagraph, AMillionBytes) {
  expect_whole(repeated("没有空格的一百万字节，", 30'000), 300, "zh-Hans");
  expect_whole(std::string(100'000, 'x'), 300);
  expect_whole("https://example.org/" + repeated("a/b.c", 20'000), 300);
}

}  // namespace
}  // namespace bifolio::layout
