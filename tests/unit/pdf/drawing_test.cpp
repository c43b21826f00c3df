#include "pdf/drawing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/pdf.h"
#include "support/paged_pdf.h"
#include "support/pdf_text.h"

namespace bifolio::pdf {
namespace {

using bifolio::testing::PagedSample;
using bifolio::testing::PdfGlyph;
using bifolio::testing::PdfReading;
using bifolio::testing::sample_fonts;
using ::testing::IsEmpty;

DrawingNode text(std::string words, DrawingPoint at, double angle = 0,
                 DrawingText::Anchor anchor = DrawingText::Anchor::start) {
  DrawingNode node{DrawingNode::Kind::text};
  node.text = {std::move(words), "en", at, 10, angle, false, false, anchor, {}};
  return node;
}

DrawingNode square(double x, double y, double side, Color color) {
  DrawingNode node{DrawingNode::Kind::path};
  using Kind = DrawingStep::Kind;
  node.steps = {{Kind::move, {x, y}, {}, {}},
                {Kind::line, {x + side, y}, {}, {}},
                {Kind::line, {x + side, y + side}, {}, {}},
                {Kind::line, {x, y + side}, {}, {}},
                {Kind::close, {}, {}, {}}};
  node.paint.fill = color;
  node.paint.fill_opacity = 0.5;
  return node;
}

/// A drawing of 200 × 100 on an area of twice its size.
PdfReading reading(std::vector<DrawingNode> nodes) {
  PagedSample sample;
  const auto figure = sample.add_tag("Figure");
  Drawing drawing{200, 100, "Survival", "", {}};
  drawing.root.children = std::move(nodes);
  sample.document.drawings.push_back(drawing);
  sample.page().items.emplace_back(layout::PlacedDrawing{0, {pt(10), pt(20), pt(400), pt(200)}, figure});
  return bifolio::testing::read_pdf(bifolio::testing::write_pdf(sample));
}

TEST(Drawing, TextIsRealTextOfItsFigure) {
  const PdfReading read = reading({text("0 months", {5, 90}), square(0, 0, 10, {200, 0, 0})});
  EXPECT_EQ(text_of(read.document), "0 months");
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(Drawing, IsScaledToItsArea) {
  const PdfReading read = reading({text("A", {5, 90})});
  const PdfGlyph& glyph = read.glyphs.at(0);
  EXPECT_NEAR(glyph.x, 10 + 2 * 5, 0.01);
  EXPECT_NEAR(glyph.y, 595.276 - 20 - 2 * 90, 0.01);
  EXPECT_NEAR(glyph.size, 20, 0.01);
}

TEST(Drawing, TurnedTextRunsDownwards) {
  const PdfReading read = reading({text("AB", {50, 50}, 90)});
  EXPECT_NEAR(read.glyphs.at(0).x, read.glyphs.at(1).x, 0.01);
  EXPECT_GT(read.glyphs.at(0).y, read.glyphs.at(1).y + 5);
}

TEST(Drawing, AnchorsPlaceText) {
  const PdfReading read = reading({text("AB", {50, 50}, 0, DrawingText::Anchor::end)});
  EXPECT_NEAR(read.glyphs.at(1).x + read.glyphs.at(1).width, 10 + 2 * 50, 0.05);
}

TEST(Drawing, GroupsMoveAndClipAndCloseAgain) {
  DrawingNode group;
  group.offset = {20, 10};
  group.clip = {{0, 0, 50, 50}};
  group.children = {text("in", {0, 0}), square(0, 0, 100, {0, 0, 200})};
  const PdfReading read = reading({group, text("out", {0, 50})});
  EXPECT_NEAR(read.glyphs.at(0).x, 10 + 2 * 20, 0.01);
  EXPECT_NEAR(read.glyphs.at(2).x, 10, 0.01);
  EXPECT_EQ(text_of(read.document), "inout");
  EXPECT_THAT(read.faults, IsEmpty());
}

}  // namespace
}  // namespace bifolio::pdf
