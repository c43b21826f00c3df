#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "html/svg.h"
#include "support/chart.h"

namespace bifolio {
namespace {

using ::testing::Contains;
using testing::default_fonts;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_chart;
using ::testing::Not;
using testing::told;

std::string svg_of(const Chart& chart, const std::string& language = "en") {
  Findings findings;
  chart::Options options;
  options.language = language;
  return html::write_svg(chart::draw(chart, options, default_fonts(), findings));
}

std::vector<std::string> findings_of(std::string_view specification,
                                     const std::vector<std::pair<std::string, std::string>>& data = {}) {
  Findings findings;
  chart::draw(make_chart(specification, data), {}, default_fonts(), findings);
  return told(findings, specification);
}

constexpr std::string_view kBars = R"({"description": "Two groups.",
  "usermeta": {"bifolio": {"strings": {"zh-Hans": {"Share": "比例", "drug": "药物", "Two groups.": "两组。"}}}},
  "data": {"values": [{"g": "drug", "s": 3}, {"g": "placebo", "s": 1}]},
  "mark": "bar", "encoding": {"y": {"field": "g", "type": "nominal"}, "x": {"field": "s", "type": "quantitative", "title": "Share"}}})";

TEST(Draw, SpeaksTheLanguageOfItsReader) {
  const std::string english = svg_of(make_chart(kBars), "en"), chinese = svg_of(make_chart(kBars), "zh-Hans");
  EXPECT_THAT(english, HasSubstr(">Share</text>"));
  EXPECT_THAT(chinese, HasSubstr(">比例</text>"));
  EXPECT_THAT(chinese, HasSubstr(">药物</text>"));
  EXPECT_THAT(chinese, HasSubstr("<desc>两组。</desc>"));
  EXPECT_THAT(chinese, Not(HasSubstr(">drug</text>")));
}

TEST(Draw, AColumnOfTheLanguageStandsForTheOneNamed) {
  const Chart chart = make_chart(R"({"data": {"url": "a.csv"}, "mark": "bar",
    "encoding": {"y": {"field": "name@en", "type": "nominal"}, "x": {"field": "n", "type": "quantitative"}}})",
                                 {{"a.csv", "name@en,name@zh-Hans,n\nOnset,起病,2\n"}});
  EXPECT_THAT(svg_of(chart, "en"), HasSubstr(">Onset</text>"));
  EXPECT_THAT(svg_of(chart, "zh-Hans"), HasSubstr(">起病</text>"));
}

TEST(Draw, NamesEachMarkForThoseWhoCannotSeeIt) {
  EXPECT_THAT(svg_of(make_chart(kBars)),
              HasSubstr(R"(role="graphics-symbol" aria-roledescription="bar" aria-label="Share: 3; g: drug")"));
}

TEST(Draw, GivesTheSameBytesEveryTime) {
  EXPECT_EQ(svg_of(make_chart(kBars)), svg_of(make_chart(kBars)));
}

TEST(Draw, ABarChartIsSmall) {
  EXPECT_LT(svg_of(make_chart(kBars)).size(), 5000U);
}

TEST(Draw, TellsTheSameAsATable) {
  Findings findings;
  const Table table = chart::data_table(make_chart(kBars), {"zh-Hans"}, findings);
  ASSERT_EQ(table.rows.size(), 2U);
  ASSERT_EQ(table.columns.size(), 2U);
  EXPECT_EQ(plain_text(table.columns[1].heading), "比例");
  EXPECT_EQ(plain_text(table.rows[0].cells[0].content), "药物");
  EXPECT_EQ(plain_text(table.rows[1].cells[1].content), "1");
}

TEST(Draw, ASecondPlaceMayBeADate) {
  const std::string svg =
      svg_of(make_chart(R"({"width": 100, "data": {"values": [{"a": "2024", "b": "p"}]}, "mark": "rule",
    "encoding": {"x": {"field": "a", "type": "temporal", "scale": {"domain": ["2024-01-01", "2026-01-01"]}}, "x2": {"datum": "2026-01-01"}}})"));
  EXPECT_THAT(svg, HasSubstr(R"(aria-roledescription="rule mark" aria-label="a: 2024" d="M0,10h100")"));
}

TEST(Draw, AYearWithoutADayIsNeverPrintedWithOne) {
  const Chart chart = make_chart(
      R"({"data": {"values": [{"a": "1995"}, {"a": "2014-07"}, {"a": "2024-04-04"}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "temporal"}}})");
  Findings findings;
  const Table english = chart::data_table(chart, {"en"}, findings),
              chinese = chart::data_table(chart, {"zh-Hans"}, findings);
  const auto cell = [](const Table& table, std::size_t row) { return plain_text(table.rows[row].cells[0].content); };
  EXPECT_EQ(cell(english, 0), "1995");
  EXPECT_EQ(cell(english, 1), "Jul 2014");
  EXPECT_EQ(cell(english, 2), "Apr 04, 2024");
  EXPECT_EQ(cell(chinese, 1), "2014年7月");
}

/// The path of the first line or arc.
std::string path_of(const std::string& mark, const std::string& encoding, const std::string& values) {
  const std::string svg = svg_of(make_chart(R"({"width": 90, "height": 90, "data": {"values": )" + values +
                                            R"(}, "mark": )" + mark + R"(, "encoding": {)" + encoding + "}}"));
  const std::string_view role = mark.find("arc") == mark.npos ? R"("line mark")" : R"("arc mark")";
  const std::size_t at = svg.find(" d=\"", svg.find(role)) + 4;
  return svg.substr(at, svg.find('"', at) - at);
}

constexpr const char* kPlaces =
    R"("x": {"field": "x", "type": "quantitative", "scale": {"domain": [0, 3]}}, "y": {"field": "y", "type": "quantitative", "scale": {"domain": [0, 3]}})";

TEST(Draw, ANaturalSplineHasNoCurvatureAtItsEnds) {
  // Upside down through (0,90) (30,0) (60,90) (90,0): the handles solve the spline's equations by hand.
  EXPECT_EQ(path_of(R"({"type": "line", "interpolate": "natural"})", kPlaces,
                    R"([{"x": 0, "y": 0}, {"x": 1, "y": 3}, {"x": 2, "y": 0}, {"x": 3, "y": 3}])"),
            "M0,90c10-50,20-100,30-90c10,10,20,80,30,90c10,10,20-40,30-90");
}

TEST(Draw, ACatmullRomCurveTurnsAtEachPointTowardsTheNext) {
  EXPECT_EQ(path_of(R"({"type": "line", "interpolate": "catmull-rom"})", kPlaces,
                    R"([{"x": 0, "y": 0}, {"x": 1, "y": 1}, {"x": 2, "y": 2}])"),
            "M0,90c0,0,20-20,30-30c10-10,30-30,30-30");
}

TEST(Draw, ASectorsCornersAreRounded) {
  const std::string encoding =
      R"("theta": {"field": "y", "type": "quantitative", "stack": true}, "detail": {"field": "x"})";
  const std::string quarter = R"([{"x": 0, "y": 1}, {"x": 1, "y": 3}])";
  const std::string sharp = path_of(R"({"type": "arc", "innerRadius": 20})", encoding, quarter);
  const std::string round = path_of(R"({"type": "arc", "innerRadius": 20, "cornerRadius": 5})", encoding, quarter);
  EXPECT_EQ(std::count(sharp.begin(), sharp.end(), 'c'), 2);  // two arcs
  EXPECT_EQ(std::count(round.begin(), round.end(), 'c'),
            8);  // and corners: the outer ones turn by more than a quarter, in two parts
}

// ---- findings

TEST(Findings, AGoodChartHasNone) {
  EXPECT_THAT(findings_of(kBars), IsEmpty());
}

TEST(Findings, AMissingColumnIsToldWhereItIsNamed) {
  EXPECT_THAT(
      findings_of(
          R"({"description": "d", "data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "b", "type": "quantitative"}}})"),
      ElementsAre("chart-column-missing \"b\""));
}

TEST(Findings, PropertiesThatDoNothingAreNamed) {
  EXPECT_THAT(
      findings_of(R"({"description": "d", "data": {"values": [{"a": 1}]}, "mark": {"type": "point", "colour": "red"},
    "encoding": {"x": {"field": "a", "type": "quantitative", "scale": {"zeros": false}}}, "params": []})"),
      ElementsAre("chart-unsupported \"params\"", "chart-unsupported \"colour\"", "chart-unsupported \"zeros\""));
}

TEST(Findings, SettingsThatDoNothingAreNamedInTheirGroup) {
  EXPECT_THAT(
      findings_of(R"({"description": "d", "data": {"values": [{"a": 1}], "format": {"typo": "csv"}}, "mark": "point",
    "transform": [{"filter": "true", "because": 1}], "view": {"colour": "red"},
    "encoding": {"x": {"field": "a", "type": "quantitative", "axis": {"gird": true, "formatType": "number"}}},
    "config": {"axis": {"gird": true}, "axisX": {"grid": false}, "font": "Comic", "bar": {"colour": 1, "color": "red"},
               "scale": {"zeros": 1}, "style": {"mine": {"dx": 1, "dz": 1}}}})"),
      ElementsAre("chart-unsupported \"colour\"", "chart-unsupported \"typo\"", "chart-unsupported \"gird\"",
                  "chart-unsupported \"font\"", "chart-unsupported \"colour\"", "chart-unsupported \"zeros\"",
                  "chart-unsupported \"dz\"", "chart-unsupported \"because\"", "chart-unsupported \"gird\""));
}

TEST(Findings, BarsMustStartAtZero) {
  EXPECT_THAT(
      findings_of(R"({"description": "d", "data": {"values": [{"a": "x", "b": 9}, {"a": "y", "b": 8}]}, "mark": "bar",
    "encoding": {"x": {"field": "a"}, "y": {"field": "b", "type": "quantitative", "scale": {"domain": [7, 9]}}}})"),
      ElementsAre("chart-bar-baseline {\"domain\": [7, 9]}"));
}

TEST(Findings, ColourAloneIsNotEnough) {
  EXPECT_THAT(
      findings_of(
          R"({"description": "d", "data": {"values": [{"a": 1, "b": 9, "g": "p"}, {"a": 2, "b": 8, "g": "q"}]}, "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}, "color": {"field": "g"}}})"),
      ElementsAre("chart-colour-only {\"field\": \"g\"}"));
}

TEST(Findings, AUnitAmongNumbersIsToldAtItsCell) {
  EXPECT_THAT(
      findings_of(
          R"({"description": "d", "data": {"url": "d.csv"}, "mark": "point", "encoding": {"x": {"field": "dose", "type": "quantitative"}}})",
          {{"d.csv", "dose\n10\n12 mg\n15\n"}}),
      Contains("chart-mixed-units 8"));
}

TEST(Findings, ADescriptionIsNeeded) {
  EXPECT_THAT(
      findings_of(
          R"({"data": {"values": [{"a": 1}]}, "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}})"),
      ElementsAre("chart-description-missing {"));
}

TEST(Findings, ExpressionsSayWhereTheyBreak) {
  EXPECT_THAT(
      findings_of(
          R"({"description": "d", "data": {"values": [{"a": 1}]}, "transform": [{"calculate": "datum.a +* 2", "as": "b"}],
    "mark": "point", "encoding": {"x": {"field": "a", "type": "quantitative"}}})"),
      ElementsAre("chart-expression \"datum.a +* 2\""));
}

TEST(Findings, LabelsThatReadAsOneWordAreTold) {
  const auto findings_at = [](int width) {
    return findings_of(R"({"description": "d", "width": )" + std::to_string(width) +
                       R"(, "data": {"values": [{"a": "TDP-43/1", "b": 1}, {"a": "TDP-43/2", "b": 2}]}, "mark": "bar",
      "encoding": {"x": {"field": "a", "type": "nominal", "axis": {"labelAngle": 0}}, "y": {"field": "b", "type": "quantitative"}}})");
  };
  EXPECT_THAT(findings_at(300), ElementsAre());
  bool was_told = false;
  for (int width = 110; width > 80; --width) {
    const auto found = findings_at(width);
    if (was_told) {
      EXPECT_THAT(found, ElementsAre(::testing::StartsWith("chart-labels-overlap"))) << width;
    }
    was_told = was_told || !found.empty();
  }
  EXPECT_TRUE(was_told);
}

TEST(Findings, LabelsThatOverlapAreTold) {
  EXPECT_THAT(
      findings_of(
          R"({"description": "d", "width": 60, "data": {"values": [{"a": 1, "t": "a long label"}, {"a": 2, "t": "another label"}]},
    "mark": "text", "encoding": {"x": {"field": "a", "type": "quantitative"}, "text": {"field": "t"}}})"),
      ElementsAre("chart-labels-overlap \"text\""));
}

}  // namespace
}  // namespace bifolio
