#include "raster/raster.h"

#include <gtest/gtest.h>
#include <turbojpeg.h>

#include <cmath>
#include <cstdlib>

#include "support/booklet.h"
#include "support/paged_pdf.h"
#include "support/png_pixels.h"

namespace bifolio::raster {
namespace {

using bifolio::testing::greatest_difference;
using bifolio::testing::GreyPixels;
using bifolio::testing::PagedSample;
using bifolio::testing::read_png_pixels;
using bifolio::testing::sample_fonts;

DrawingNode path(std::vector<DrawingStep> steps, DrawingPaint paint) {
  DrawingNode node{DrawingNode::Kind::path};
  node.steps = std::move(steps);
  node.paint = std::move(paint);
  return node;
}

std::vector<DrawingStep> box(double x, double y, double width, double height) {
  using Kind = DrawingStep::Kind;
  return {{Kind::move, {x, y}, {}, {}},
          {Kind::line, {x + width, y}, {}, {}},
          {Kind::line, {x + width, y + height}, {}, {}},
          {Kind::line, {x, y + height}, {}, {}},
          {Kind::close, {}, {}, {}}};
}

Drawing chart() {
  Drawing drawing{200, 100, "Survival", "", {}};
  drawing.root.children.push_back(path(box(20, 30, 40, 60), {Color{11, 79, 117}, std::nullopt, 0.5}));
  DrawingPaint dashed{std::nullopt, Color{170, 68, 0}};
  dashed.width = 3;
  dashed.dashes = {9, 6};
  drawing.root.children.push_back(
      path({{DrawingStep::Kind::move, {0, 95}, {}, {}}, {DrawingStep::Kind::curve, {60, 0}, {120, 100}, {195, 10}}},
           dashed));
  DrawingNode group;
  group.offset = {100, 20};
  group.clip = {{0, 0, 50, 50}};
  group.children.push_back(path(box(20, 20, 100, 10), {Color{0, 0, 0}, std::nullopt}));
  DrawingNode text{DrawingNode::Kind::text};
  text.text = {"生存 Months", "zh-Hans", {15, 48}, 5, -90, true, false, DrawingText::Anchor::start, {}};
  group.children.push_back(text);
  drawing.root.children.push_back(group);
  return drawing;
}

/// Text of several faces, a rule, a box and a chart.
PagedSample page() {
  PagedSample sample;
  sample.language = "zh-Hans";
  sample.size = pt(20);
  sample.style.role = text::Role::hei;
  sample.add_line("渐冻症 ALS", layout::kArtifact);
  sample.style.role = text::Role::song;
  sample.size = pt(12);
  sample.add_line("约20%的患者有SOD1突变，骨与角。", layout::kArtifact);
  sample.language = "en";
  sample.style.slant = text::Slant::italic;
  sample.add_line("the office of efficient fluency", layout::kArtifact);
  sample.run().glyphs[4].dy = pt(4);
  layout::Path panel;
  using Kind = layout::PathStep::Kind;
  panel.steps = {{Kind::move, {pt(50), pt(200)}, {}, {}},
                 {Kind::line, {pt(350), pt(200)}, {}, {}},
                 {Kind::curve, {pt(370), pt(200)}, {pt(370), pt(260)}, {pt(350), pt(260)}},
                 {Kind::line, {pt(50), pt(260)}, {}, {}},
                 {Kind::close, {}, {}, {}}};
  panel.fill = Color{230, 238, 244};
  panel.stroke = Color{11, 79, 117};
  panel.width = pt(2);
  sample.page().items.emplace_back(panel);
  sample.document.drawings.push_back(chart());
  sample.page().items.emplace_back(layout::PlacedDrawing{0, {pt(50), pt(300), pt(300), pt(150)}});
  return sample;
}

// Poppler puts glyphs on whole rows of pixels; with many pixels to a point that
// and the anti-aliasing are small beside a cell.
constexpr int kScale = 4, kCell = 16, kTolerance = 20;

/// As poppler shows the page of the PDF file.
GreyPixels as_pdf(const PagedSample& sample) {
  const bifolio::testing::TemporaryFolder folder;
  folder.write("page.pdf", bifolio::testing::write_pdf(sample));
  const std::string stem = (folder.path() / "page").string();
  if (std::system(("pdftoppm -r " + std::to_string(72 * kScale) + " -png -singlefile '" + stem + ".pdf' '" + stem + "'")
                      .c_str()) != 0)
    return {};
  return read_png_pixels(folder.read("page.png"));
}

TEST(Page, LooksAsInThePdf) {
  const PagedSample sample = page();
  const GreyPixels drawn = read_png_pixels(png(sample.document, 0, sample_fonts(), kScale).value());
  const GreyPixels shown = as_pdf(sample);
  ASSERT_EQ(drawn.width, shown.width);
  ASSERT_EQ(drawn.height, shown.height);
  EXPECT_LT(greatest_difference(drawn, shown, kCell), kTolerance);
}

TEST(Page, ComparisonSeesAMissingWord) {
  PagedSample sample = page();
  const GreyPixels shown = as_pdf(sample);
  sample.page().items.erase(sample.page().items.begin() + 3);
  EXPECT_GT(greatest_difference(read_png_pixels(png(sample.document, 0, sample_fonts(), kScale).value()), shown, kCell),
            2 * kTolerance);
}

TEST(Page, IsTheSameTwice) {
  const PagedSample sample = page();
  EXPECT_TRUE(png(sample.document, 0, sample_fonts(), 1).value() == png(sample.document, 0, sample_fonts(), 1).value());
}

TEST(Page, ItemsLeaveNoStateBehind) {
  PagedSample sample;
  layout::Path line;
  line.steps = {{layout::PathStep::Kind::move, {pt(0), pt(10)}, {}, {}},
                {layout::PathStep::Kind::line, {pt(100), pt(10)}, {}, {}}};
  line.stroke = Color{};
  line.width = pt(2);
  line.dashes = {pt(1), pt(50)};
  layout::Path solid = line;
  solid.dashes.clear();
  for (layout::PathStep& step : solid.steps) step.a.y = pt(20);
  sample.page().items.emplace_back(line);
  sample.page().items.emplace_back(solid);
  const GreyPixels pixels = read_png_pixels(png(sample.document, 0, sample_fonts(), 1).value());
  EXPECT_EQ(pixels.at(30, 10), 255);
  EXPECT_EQ(pixels.at(30, 20), 0);
}

TEST(Drawing, ImpossibleDashesAreNone) {
  DrawingPaint paint{std::nullopt, Color{}};
  paint.width = 10;
  for (const auto& dashes : {std::vector{0.0, 0.0}, std::vector{-3.0, 5.0}, std::vector{std::nan("")}}) {
    paint.dashes = dashes;
    Drawing drawing{20, 20, "", "",
                    path({{DrawingStep::Kind::move, {0, 10}}, {DrawingStep::Kind::line, {20, 10}}}, paint)};
    EXPECT_EQ(read_png_pixels(png(drawing, sample_fonts(), 1).value()).at(10, 10), 0);
  }
}

TEST(Drawing, IsScaled) {
  const GreyPixels pixels = read_png_pixels(png(chart(), sample_fonts(), 3).value());
  EXPECT_EQ(pixels.width, 600);
  EXPECT_EQ(pixels.height, 300);
  EXPECT_EQ(pixels.at(3 * 30, 3 * 40), pixels.at(3 * 50, 3 * 70)) << "inside the bar";
  EXPECT_LT(pixels.at(3 * 30, 3 * 40), 200);
  EXPECT_EQ(pixels.at(3 * 160, 3 * 45), 255) << "cut off by the clip";
}

TEST(Limits, AreFindings) {
  const auto refusal = [](double width, double height, double scale) {
    const auto result = png(Drawing{width, height, "", "", {}}, sample_fonts(), scale);
    return result ? std::string_view() : result.error().rule->id;
  };
  EXPECT_EQ(refusal(0, 100, 1), "raster-too-large");
  EXPECT_EQ(refusal(100, 100, 1e9), "raster-too-large");
  EXPECT_EQ(refusal(std::nan(""), 100, 1), "raster-too-large");
  EXPECT_EQ(refusal(20'000, 20'000, 1), "raster-too-large");
  EXPECT_EQ(refusal(100, 100, 1), "");
}

TEST(Limits, APlaceThatIsNoNumberCannotBeDrawn) {
  Drawing drawing = chart();
  drawing.root.children.back().offset.x = std::nan("");
  const auto result = png(drawing, sample_fonts(), 1);
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().rule->id, "raster-failed");
}

TEST(Pictures, BrokenOnesAreFindings) {
  PagedSample sample;
  for (const std::string bytes : {"", "GIF89a", "\x89PNG\r\n\x1A\n", "\xFF\xD8\xFF"}) {
    sample.document.pictures = {{bytes}};
    sample.page().items.clear();
    sample.page().items.emplace_back(layout::PlacedPicture{0, {pt(10), pt(10), pt(50), pt(50)}});
    const auto result = png(sample.document, 0, sample_fonts(), 1);
    ASSERT_FALSE(result) << bytes;
    EXPECT_EQ(result.error().rule->id, "raster-picture-broken");
  }
}

std::string black_jpeg() {
  const std::string pixels(3 * 16 * 16, '\0');
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const tjhandle encoder = tjInitCompress();
  tjCompress2(encoder, reinterpret_cast<const unsigned char*>(pixels.data()), 16, 0, 16, TJPF_RGB, &bytes, &size,
              TJSAMP_444, 90, 0);
  std::string out(reinterpret_cast<char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  return out;
}

std::string black_png() {
  return png(Drawing{10, 10, "", "", path(box(0, 0, 10, 10), {Color{}})}, sample_fonts(), 1).value();
}

void expect_black_area(std::string picture) {
  PagedSample sample;
  sample.document.pictures.push_back({std::move(picture)});
  sample.page().items.emplace_back(layout::PlacedPicture{0, {pt(20), pt(30), pt(50), pt(40)}});
  const GreyPixels pixels = read_png_pixels(png(sample.document, 0, sample_fonts(), 1).value());
  EXPECT_EQ(pixels.at(20, 30), 0);
  EXPECT_EQ(pixels.at(69, 69), 0);
  EXPECT_EQ(pixels.at(19, 30), 255);
  EXPECT_EQ(pixels.at(70, 69), 255);
}

TEST(Pictures, FillTheirArea) {
  expect_black_area(black_png());
  expect_black_area(black_jpeg());
}

}  // namespace
}  // namespace bifolio::raster
