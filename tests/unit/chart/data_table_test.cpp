// What a chart shows, as a table: every row that any layer draws, categories first.
#include <gtest/gtest.h>

#include "support/chart.h"

namespace bifolio {
namespace {

std::string table_of(std::string_view specification, const std::string& language = "en") {
  Findings findings;
  const Table table = chart::data_table(testing::make_chart(specification), {language}, findings);
  std::string out;
  for (const Column& column : table.columns) out += plain_text(column.heading) + " | ";
  for (const Row& row : table.rows) {
    out += "\n";
    for (const Cell& cell : row.cells) out += plain_text(cell.content) + " | ";
  }
  return out;
}

TEST(DataTable, LayersThatFilterAreOneTable) {
  EXPECT_EQ(
      table_of(
          R"({"data": {"values": [{"n": 1, "k": "bar", "t": "a"}, {"n": 2, "k": "point", "t": "b"}, {"n": 3, "k": "none", "t": "c"}]},
    "encoding": {"x": {"field": "n", "type": "quantitative"}}, "layer": [
    {"transform": [{"filter": "datum.k == 'bar'"}], "mark": "bar"},
    {"transform": [{"filter": "datum.k == 'point'"}], "mark": "point", "encoding": {"y": {"field": "t"}}}]})"),
      "t | n | \na | 1 | \nb | 2 | ");
}

TEST(DataTable, PlotsBesideEachOtherShareTheirColumns) {
  EXPECT_EQ(table_of(R"({"hconcat": [
    {"data": {"values": [{"g": "a", "n": 1}]}, "mark": "bar", "encoding": {"y": {"field": "g"}, "x": {"field": "n", "type": "quantitative"}}},
    {"data": {"values": [{"g": "a", "m": 2}]}, "mark": "bar", "encoding": {"y": {"field": "g"}, "x": {"field": "m", "type": "quantitative"}}}]})"),
            "g | n | m | \na | 1 |  | \na |  | 2 | ");
}

TEST(DataTable, AnAnnotationIsNoData) {
  EXPECT_EQ(table_of(R"({"layer": [
    {"data": {"values": [{"at": 5, "why": "limit"}]}, "mark": {"type": "rule", "aria": false}, "encoding": {"x": {"field": "at", "type": "quantitative"}, "detail": {"field": "why"}}},
    {"data": {"values": [{"n": 1}]}, "mark": "bar", "encoding": {"x": {"field": "n", "type": "quantitative"}}}]})"),
            "n | \n1 | ");
}

TEST(DataTable, StringsMayNameAFieldItself) {
  EXPECT_EQ(
      table_of(
          R"({"usermeta": {"bifolio": {"strings": {"en": {"low": "Interval from"}}}}, "data": {"values": [{"low": 1, "high": 2}]},
    "mark": "rule", "encoding": {"x": {"field": "low", "type": "quantitative", "title": "Ratio"}, "x2": {"field": "high", "title": "Interval to"}}})"),
      "Interval from | Interval to | \n1 | 2 | ");
}

TEST(DataTable, AggregatesAreToldAsTheyAreDrawn) {
  EXPECT_EQ(table_of(R"({"data": {"values": [{"g": "a", "n": 1}, {"g": "a", "n": 3}]}, "mark": "bar",
    "encoding": {"x": {"aggregate": "mean", "field": "n"}, "y": {"field": "g"}}})"),
            "g | Mean of n | \na | 2 | ");
}

}  // namespace
}  // namespace bifolio
