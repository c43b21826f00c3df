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
  EXPECT_EQ(plain_text(table.columns[0].heading), "比例");
  EXPECT_EQ(plain_text(table.rows[0].cells[1].content), "药物");
  EXPECT_EQ(plain_text(table.rows[1].cells[0].content), "1");
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

TEST(Findings, LabelsThatOverlapAreTold) {
  EXPECT_THAT(
      findings_of(
          R"({"description": "d", "width": 60, "data": {"values": [{"a": 1, "t": "a long label"}, {"a": 2, "t": "another label"}]},
    "mark": "text", "encoding": {"x": {"field": "a", "type": "quantitative"}, "text": {"field": "t"}}})"),
      ElementsAre("chart-labels-overlap \"text\""));
}

// ---- hostile

/// Draws, and is glad to be alive.
void survives(const std::string& specification) {
  Findings findings;
  const Drawing drawing = chart::draw(make_chart(specification), {}, default_fonts(), findings);
  EXPECT_GT(drawing.width, 0) << specification.substr(0, 100);
  EXPECT_LT(drawing.width, 1e6);
}

TEST(Hostile, WhatIsNoSpecificationStillDraws) {
  for (
      const char* text :
      {"", "null", "[]", "{}", "1", R"({"mark": 7})", R"({"mark": {}, "encoding": []})", R"({"layer": 3})",
       R"({"layer": [1, null, {}]})", R"({"hconcat": [{}]})", R"({"facet": {}, "spec": {}})",
       R"({"facet": {"row": {}}, "spec": {"mark": "bar"}})", R"({"mark": "boxplot"})",
       R"({"mark": "errorbar", "encoding": {"x": {}}})", R"({"mark": "teapot", "encoding": {"x": {"field": 3}}})",
       R"({"transform": [{}, 3, {"filter": null}, {"calculate": 2}, {"bin": true}, {"aggregate": {}}], "mark": "bar"})",
       R"({"data": {"values": [1, "a", null, [2], {"x": {"y": 1}}]}, "mark": "point", "encoding": {"x": {"field": "x.y"}}})",
       R"({"data": {"values": [{"a": 1}]}, "mark": "arc", "encoding": {"theta": {"field": "a", "type": "quantitative", "stack": "normalize"}}})",
       R"({"data": {"values": [{"a": 1}]}, "mark": "line", "encoding": {"x": {"field": "a", "type": "quantitative", "scale": {"type": "log", "domain": [0, 0]}}}})"}) {
    survives(text);
  }
}

TEST(Hostile, NumbersWithoutEndAreNoPlaces) {
  survives(
      R"({"data": {"values": [{"a": 1e308, "b": -1e308}, {"a": "NaN", "b": "Infinity"}, {"a": null, "b": 1e-308}]}, "mark": "point",
    "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}, "size": {"field": "b", "type": "quantitative"}}})");
  survives(
      R"({"width": 1e300, "height": -5, "data": {"values": [{"a": 1e18}]}, "mark": "bar", "encoding": {"x": {"field": "a", "type": "temporal", "timeUnit": "year"}}})");
}

TEST(Hostile, DeepNestingEnds) {
  std::string deep = R"({"mark": "point"})";
  for (int i = 0; i < 150; ++i) deep = R"({"layer": [)" + deep + "]}";
  survives(deep);
  std::string test = "true";
  for (int i = 0; i < 150; ++i) test = R"({"not": )" + (i ? test : R"("true")") + "}";
  survives(R"({"data": {"values": [{"a": 1}]}, "transform": [{"filter": )" + test + R"(}], "mark": "point"})");
}

TEST(Hostile, CategoriesBeyondReadingAreCut) {
  std::string csv = "a,b\n";
  for (int i = 0; i < 20000; ++i) csv += "category " + std::to_string(i) + ",1\n";
  const std::string_view specification =
      R"({"description": "d", "data": {"url": "d.csv"}, "mark": "bar", "encoding": {"y": {"field": "a"}, "x": {"field": "b", "type": "quantitative"}}})";
  EXPECT_THAT(findings_of(specification, {{"d.csv", csv}}), Contains("chart-too-large {\"field\": \"a\"}"));
}

TEST(Hostile, ALongStackedAreaIsFilledInLinearTime) {
  std::string csv = "a,b,g\n";
  for (int i = 0; i < 20000; ++i) csv += std::to_string(i) + ",1," + (i % 2 ? "p" : "q") + "\n";
  const std::string_view specification =
      R"({"description": "d", "data": {"url": "d.csv"}, "mark": "area", "encoding": {"x": {"field": "a", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}, "color": {"field": "g"}}})";
  EXPECT_THAT(findings_of(specification, {{"d.csv", csv}}), ElementsAre("chart-colour-only {\"field\": \"g\"}"));
}

}  // namespace
}  // namespace bifolio
