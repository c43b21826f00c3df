// Specifications and data that mean harm, or are far too large: a finding, bounded
// work, and a drawing all the same.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chart.h"

namespace bifolio {
namespace {

using ::testing::Contains;
using testing::default_fonts;
using ::testing::ElementsAre;
using testing::make_chart;
using testing::told;

std::vector<std::string> findings_of(std::string_view specification,
                                     const std::vector<std::pair<std::string, std::string>>& data = {}) {
  Findings findings;
  chart::draw(make_chart(specification, data), {}, default_fonts(), findings);
  return told(findings, specification);
}

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

TEST(Hostile, RecordsThatEachBringAColumnAreCut) {
  std::string values;
  for (int i = 0; i < 20000; ++i) values += (i ? "," : "") + std::string("{\"k") + std::to_string(i) + "\":1}";
  const std::string specification =
      R"({"description": "d", "data": {"values": [)" + values +
      R"(]}, "mark": "point", "encoding": {"x": {"field": "k0", "type": "quantitative"}}})";
  EXPECT_THAT(findings_of(specification), Contains(::testing::StartsWith("chart-too-large {\"values\"")));
}

TEST(Hostile, RowsWithoutEndAreCut) {
  EXPECT_THAT(findings_of(R"({"description": "d", "data": {"sequence": {"start": 0, "stop": 1e18}}, "mark": "bar",
    "encoding": {"x": {"field": "data", "bin": true}, "y": {"aggregate": "count"}}})"),
              Contains(::testing::StartsWith("chart-too-large")));
}

TEST(Hostile, TransformsThatMultiplyRowsAreCut) {
  std::string fields;
  for (int i = 0; i < 100; ++i) fields += i ? ", \"a\"" : "\"a\"";
  const std::string fold = R"({"fold": [)" + fields + "]}";
  EXPECT_THAT(
      findings_of(R"({"description": "d", "data": {"sequence": {"start": 0, "stop": 100, "as": "a"}}, "transform": [)" +
                  fold + "," + fold + "," + fold + R"(], "mark": "bar", "encoding": {"y": {"aggregate": "count"}}})"),
      Contains(::testing::StartsWith("chart-too-large {\"fold\"")));
}

TEST(Hostile, WindowsOverEverythingAreCut) {
  EXPECT_THAT(findings_of(R"({"description": "d", "data": {"sequence": {"start": 0, "stop": 30000, "as": "a"}},
    "transform": [{"window": [{"op": "sum", "field": "a", "as": "s"}]}], "mark": "bar", "encoding": {"y": {"aggregate": "count"}}})"),
              Contains("chart-too-large {\"op\": \"sum\", \"field\": \"a\", \"as\": \"s\"}"));
}

TEST(Hostile, ExpressionsAsDeepAsTheyLikeAreRefused) {
  for (const std::string part : {"(", "!", "-", "[", "abs("}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += part;
    EXPECT_THAT(findings_of(R"({"description": "d", "data": {"values": [{"a": 1}]}, "transform": [{"calculate": ")" +
                            text + R"(1", "as": "b"}], "mark": "point"})"),
                Contains(::testing::StartsWith("chart-expression")));
  }
}

}  // namespace
}  // namespace bifolio
