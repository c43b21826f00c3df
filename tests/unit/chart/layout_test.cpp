// Where things stand: in a container, in both languages, clear of each other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "html/svg.h"
#include "support/chart.h"

namespace bifolio {
namespace {

using testing::default_fonts;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::make_chart;
using ::testing::Not;
using testing::told;

struct Drawn {
  Drawing drawing;
  std::string svg;
  std::vector<std::string> findings;
};

Drawn drawn(std::string_view specification, double container = 0, const std::string& language = "en",
            const std::vector<std::pair<std::string, std::string>>& data = {}) {
  Findings findings;
  chart::Options options;
  options.language = language;
  options.container_width = container;
  Drawn out;
  out.drawing = chart::draw(make_chart(specification, data), options, default_fonts(), findings);
  out.svg = html::write_svg(out.drawing);
  out.findings = told(findings, specification);
  return out;
}

/// Two plots, one below the other or beside.
std::string two_plots(const std::string& how) {
  const std::string plot =
      R"({"width": "container", "mark": "bar", "encoding": {"x": {"field": "n", "type": "quantitative"}, "y": {"field": "g"}}})";
  return R"({"description": "d", "data": {"values": [{"g": "p", "n": 1}]}, ")" + how + R"(": [)" + plot + "," + plot +
         "]}";
}

TEST(Container, IsFilledByPlotsInAGrid) {
  for (const char* how : {"vconcat", "hconcat", "concat"}) {
    const Drawn out = drawn(two_plots(how), 400);
    EXPECT_EQ(out.drawing.width, 400) << how;
    EXPECT_THAT(out.findings, ElementsAre()) << how;
  }
}

TEST(Container, LongTitlesWrap) {
  const std::string spec =
      R"({"description": "d", "title": "A title that is much longer than a phone is wide", "width": "container", "data": {"values": [{"n": 1}]}, "mark": "bar", "encoding": {"x": {"field": "n", "type": "quantitative"}}})";
  EXPECT_THAT(drawn(spec, 200).svg, Not(HasSubstr("A title that is much longer than a phone is wide</text>")));
  EXPECT_THAT(drawn(spec, 600).svg, HasSubstr("A title that is much longer than a phone is wide</text>"));
}

TEST(Container, ChineseTitlesWrapBetweenLettersAndNotBeforeMarks) {
  const std::string spec =
      R"({"description": "图", "title": "这是一个比手机屏幕还要宽得多的标题，需要换行", "width": "container", "data": {"values": [{"n": 1}]}, "mark": "bar", "encoding": {"x": {"field": "n", "type": "quantitative"}}})";
  EXPECT_THAT(drawn(spec, 200, "zh-Hans").svg, Not(HasSubstr(">，")));
}

TEST(Languages, ShareTheOrderAndColoursOfTheAuthorsColumn) {
  const std::string_view spec = R"({"description": "d", "data": {"url": "d.csv"}, "mark": "bar", "encoding": {
    "x": {"field": "n", "type": "quantitative"}, "y": {"field": "g@en"}, "color": {"field": "g@en", "scale": {"range": ["#000001", "#000002"]}}}})";
  // In code points 乙 stands before 甲.
  const std::vector<std::pair<std::string, std::string>> data = {{"d.csv", "g@en,g@zh-Hans,n\nA,甲,1\nB,乙,2\n"}};
  const std::string english = drawn(spec, 0, "en", data).svg, chinese = drawn(spec, 0, "zh-Hans", data).svg;
  EXPECT_LT(english.find(">A</text>"), english.find(">B</text>"));
  EXPECT_LT(chinese.find(">甲</text>"), chinese.find(">乙</text>"));
  EXPECT_THAT(chinese, HasSubstr(R"(aria-label="n: 1; g: 甲" fill="#000001")"));
}

TEST(Languages, SortAndDomainNameTheAuthorsValues) {
  const std::string_view spec = R"({"description": "d", "data": {"url": "d.csv"}, "mark": "bar", "encoding": {
    "x": {"field": "n", "type": "quantitative"}, "y": {"field": "g@en", "sort": ["B", "A"], "title": "组"}}})";
  const std::vector<std::pair<std::string, std::string>> data = {{"d.csv", "g@en,g@zh-Hans,n\nA,甲,1\nB,乙,2\n"}};
  const std::string chinese = drawn(spec, 0, "zh-Hans", data).svg;
  EXPECT_LT(chinese.find(">乙</text>"), chinese.find(">甲</text>"));
}

TEST(Languages, FacetsStandUnderTheirWords) {
  const std::string_view spec = R"({"description": "d", "data": {"url": "d.csv"}, "mark": "bar", "encoding": {
    "x": {"field": "n", "type": "quantitative"}, "row": {"field": "g@en", "title": null}}})";
  const std::string chinese = drawn(spec, 0, "zh-Hans", {{"d.csv", "g@en,g@zh-Hans,n\nA,甲,1\nB,乙,2\n"}}).svg;
  EXPECT_LT(chinese.find(">甲</text>"), chinese.find(">乙</text>"));
}

TEST(Overlap, IsSeenAcrossLayersAndAxes) {
  constexpr std::string_view spec = R"({"description": "d", "width": 60, "data": {"values": [{"a": "first of all"}]},
    "layer": [{"mark": {"type": "text", "align": "left"}, "encoding": {"x": {"value": 0}, "text": {"field": "a"}}},
              {"mark": {"type": "text", "align": "right"}, "encoding": {"x": {"value": 60}, "text": {"value": "last of all"}}}]})";
  EXPECT_THAT(drawn(spec).findings, ElementsAre("chart-labels-overlap {\"type\": \"text\", \"align\": \"right\"}"));
}

TEST(Overlap, AHaloBehindLettersIsNone) {
  constexpr std::string_view spec =
      R"({"description": "d", "data": {"values": [{"a": "halo"}]}, "encoding": {"text": {"field": "a"}},
    "layer": [{"mark": {"type": "text", "stroke": "white", "strokeWidth": 3}}, {"mark": "text"}]})";
  EXPECT_THAT(drawn(spec).findings, ElementsAre());
}

std::string marks_of(const std::string& svg) {
  return svg.substr(svg.find("mark container"));
}

TEST(Domain, OfASingleValueStillRunsFromZeroUpwards) {
  constexpr std::string_view spec =
      R"({"description": "d", "width": 90, "data": {"values": [{"n": 33}]}, "mark": "point", "encoding": {"x": {"field": "n", "type": "quantitative"}}})";
  const std::string svg = drawn(spec).svg;
  EXPECT_LT(svg.find(">0</text>"), svg.find(">30</text>"));
}

TEST(Order, OfStacksAndGroupsFollowsTheColoursDomain) {
  const std::string values = R"("values": [{"g": "p", "n": 1}, {"g": "q", "n": 2}])";
  const std::string color = R"("color": {"field": "g", "scale": {"domain": ["q", "p"]}})";
  // The first stands on top of the stack.
  const std::string stacked = marks_of(
      drawn(
          R"({"description": "d", "height": 90, "data": {)" + values +
          R"(}, "mark": "bar", "encoding": {"y": {"field": "n", "type": "quantitative", "scale": {"nice": false}}, )" +
          color + "}}")
          .svg);
  EXPECT_THAT(stacked, HasSubstr("g: q\" fill=\"#4c78a8\" d=\"M1,0h18v60"));
  const std::string beside = marks_of(
      drawn(
          R"({"description": "d", "width": 40, "data": {)" + values +
          R"(}, "mark": "bar", "encoding": {"y": {"field": "n", "type": "quantitative"}, "xOffset": {"field": "g"}, )" +
          color + "}}")
          .svg);
  EXPECT_THAT(beside, HasSubstr("g: q\" fill=\"#4c78a8\" d=\"M0,"));
}

TEST(Order, CategoriesBeyondASortListKeepTheDatas) {
  constexpr std::string_view spec =
      R"({"description": "d", "data": {"values": [{"g": "z"}, {"g": "b"}, {"g": "a"}]}, "mark": "bar",
    "encoding": {"y": {"field": "g", "type": "nominal", "sort": ["b"]}}})";
  const std::string svg = drawn(spec).svg;
  EXPECT_LT(svg.find(">b</text>"), svg.find(">z</text>"));
  EXPECT_LT(svg.find(">z</text>"), svg.find(">a</text>"));
}

TEST(Corners, InsideAStackStaySharp) {
  const auto curves = [](const std::string& values) {
    const std::string marks = marks_of(drawn(R"({"description": "d", "height": 90, "data": {"values": )" + values +
                                             R"(}, "mark": {"type": "bar", "cornerRadius": 5},
    "encoding": {"y": {"field": "n", "type": "quantitative"}, "detail": {"field": "g"}}})")
                                           .svg);
    std::ptrdiff_t count = 0;
    for (std::size_t at = marks.find(" d=\""); at != marks.npos; at = marks.find(" d=\"", at + 4)) {
      const std::string path = marks.substr(at + 4, marks.find('"', at + 4) - at - 4);
      count += std::count(path.begin(), path.end(), 'c') + std::count(path.begin(), path.end(), 'C');
    }
    return count;
  };
  EXPECT_EQ(curves(R"([{"g": "p", "n": 1}])"), 4);
  EXPECT_EQ(curves(R"([{"g": "p", "n": 1}, {"g": "q", "n": 2}, {"g": "r", "n": 2}])"), 4);
}

TEST(Ticks, CoverTheirBins) {
  constexpr std::string_view spec =
      R"({"description": "d", "width": 100, "data": {"values": [{"n": 0}, {"n": 10}]}, "mark": "tick",
    "encoding": {"x": {"field": "n", "bin": {"step": 5}}, "y": {"aggregate": "count"}}})";
  EXPECT_THAT(marks_of(drawn(spec).svg), HasSubstr("h50v"));
}

TEST(LogAxis, LabelsKeepTheirDigits) {
  constexpr std::string_view spec =
      R"({"description": "d", "width": 80, "data": {"values": [{"a": 0.25}, {"a": 4}]}, "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative", "scale": {"type": "log", "domain": [0.25, 4], "nice": false}, "axis": {"values": [0.25, 4], "format": "~g"}}}})";
  EXPECT_THAT(drawn(spec).svg, HasSubstr(">0.25</text>"));
}

}  // namespace
}  // namespace bifolio
