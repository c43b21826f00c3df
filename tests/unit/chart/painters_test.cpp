// One drawing, three painters: the SVG drawn by another program and the PNG by
// Cairo differ by anti-aliasing alone, and text stays text in all of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "html/svg.h"
#include "raster/raster.h"
#include "support/booklet.h"
#include "support/chart.h"
#include "support/png_pixels.h"

namespace bifolio {
namespace {

using testing::default_fonts;
using testing::make_chart;

bool has_rsvg() {
  return std::system("command -v rsvg-convert >/dev/null 2>&1") == 0;
}

/// A dozen charts: each mark once, layers, facets, legends.
const std::vector<std::pair<std::string, std::string>>& charts() {
  static const std::string data =
      R"("description": "d", "data": {"values": [{"a": "p", "g": "u", "b": 2, "c": 1}, {"a": "q", "g": "v", "b": 5, "c": 3}, {"a": "r", "g": "u", "b": 4, "c": 2}]}, )";
  static const std::string x = R"("x": {"field": "c", "type": "quantitative"})",
                           y = R"("y": {"field": "b", "type": "quantitative"})",
                           a = R"("x": {"field": "a", "type": "nominal"})",
                           color = R"("color": {"field": "g", "type": "nominal"})";
  static const std::vector<std::pair<std::string, std::string>> all = {
      {"bar", "{" + data + R"("mark": "bar", "encoding": {)" + a + "," + y + "}}"},
      {"line", "{" + data + R"("mark": "line", "encoding": {)" + x + "," + y + "}}"},
      {"steps", "{" + data +
                    R"("mark": {"type": "line", "interpolate": "step-after", "strokeDash": [6, 3]}, "encoding": {)" +
                    x + "," + y + "}}"},
      {"area",
       "{" + data + R"("mark": {"type": "area", "opacity": 0.5, "line": true}, "encoding": {)" + x + "," + y + "}}"},
      {"points", "{" + data + R"("mark": "point", "encoding": {)" + x + "," + y +
                     R"(, "shape": {"field": "g", "type": "nominal"}, )" + color + "}}"},
      {"circles", "{" + data + R"("mark": "circle", "encoding": {)" + x + "," + y +
                      R"(, "size": {"field": "b", "type": "quantitative"}}})"},
      {"arc",
       "{" + data +
           R"("mark": {"type": "arc", "innerRadius": 40}, "encoding": {"theta": {"field": "b", "type": "quantitative"}, "color": {"field": "a", "type": "nominal"}}})"},
      {"heatmap", "{" + data + R"("mark": "rect", "encoding": {)" + a +
                      R"(, "y": {"field": "g"}, "color": {"field": "b", "type": "quantitative"}}})"},
      {"ticks", "{" + data + R"("mark": "tick", "encoding": {)" + x + R"(, "y": {"field": "a"}}})"},
      {"box", "{" + data + R"("mark": {"type": "boxplot", "extent": "min-max"}, "encoding": {"x": {"field": "g"}, )" +
                  y + "}}"},
      {"stack",
       "{" + data + R"("mark": {"type": "bar", "cornerRadius": 4}, "encoding": {)" + a + "," + y + "," + color + "}}"},
      {"labels",
       "{" + data +
           R"("layer": [{"mark": "bar"}, {"mark": {"type": "text", "dy": -8, "fontWeight": "bold"}, "encoding": {"text": {"field": "b"}}}], "encoding": {)" +
           a + "," + y + "}}"},
      {"clip", "{" + data + R"("mark": {"type": "line", "clip": true}, "encoding": {)" + x +
                   R"(, "y": {"field": "b", "type": "quantitative", "scale": {"domain": [3, 4]}}}})"},
  };
  return all;
}

Drawing drawing_of(const std::string& specification, const std::string& language = "en") {
  Findings findings;
  chart::Options options;
  options.language = language;
  return chart::draw(make_chart(specification), options, default_fonts(), findings);
}

html::SvgOptions svg_options(const std::string& language) {
  html::SvgOptions options;
  options.language = language;
  options.font_family = "'Noto Sans','Noto Sans CJK SC',sans-serif";
  return options;
}

testing::GreyPixels rasterized(const Drawing& drawing, double scale) {
  const testing::TemporaryFolder folder;
  folder.write("chart.svg", html::write_svg(drawing, svg_options("en")));
  const std::string path = folder.path().string();
  const std::string command = "rsvg-convert -z " + std::to_string(static_cast<int>(scale)) + " -o '" + path +
                              "/chart.png' '" + path + "/chart.svg'";
  if (std::system(command.c_str()) != 0) return {};
  return testing::read_png_pixels(folder.read("chart.png"));
}

TEST(Painters, AgreeOnADozenCharts) {
  if (!has_rsvg()) GTEST_SKIP() << "rsvg-convert (librsvg2-bin) is not installed; it draws the SVG for comparison";
  for (const auto& [name, specification] : charts()) {
    const Drawing drawing = drawing_of(specification);
    const auto ours = raster::png(drawing, default_fonts(), 2);
    ASSERT_TRUE(ours.has_value()) << name;
    const testing::GreyPixels cairo = testing::read_png_pixels(*ours), other = rasterized(drawing, 2);
    ASSERT_EQ(cairo.width, other.width) << name;
    ASSERT_EQ(cairo.height, other.height) << name;
    // Letters are hinted and spaced differently by the two; averaged over 8 pixels only a missing shape is left.
    EXPECT_LE(testing::greatest_difference(cairo, other, 8), 40) << name;
  }
}

TEST(Painters, TextStaysText) {
  const Drawing drawing = drawing_of(charts().front().second);
  const std::string svg = html::write_svg(drawing, svg_options("en"));
  EXPECT_THAT(svg, ::testing::HasSubstr(">p</text>"));
  EXPECT_THAT(svg, ::testing::Not(::testing::HasSubstr("<use")));
}

TEST(Painters, ASvgRefersToNothingOutside) {
  for (const auto& [name, specification] : charts()) {
    const std::string svg = html::write_svg(drawing_of(specification), svg_options("en"));
    EXPECT_EQ(svg.find("href"), svg.npos) << name;
    EXPECT_EQ(svg.find("url("), svg.npos) << name;
    EXPECT_EQ(svg.find(" id="), svg.npos) << name;
  }
}

}  // namespace
}  // namespace bifolio
