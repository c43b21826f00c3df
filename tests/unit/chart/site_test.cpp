// The charts of a booklet are drawn once, and a fault is told once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chart.h"

namespace bifolio {
namespace {

using testing::default_fonts;
using ::testing::ElementsAre;
using testing::make_chart;
using testing::told;

const theme::Theme& bare_theme() {
  static const theme::Theme theme = [] {
    Findings ignored;
    return theme::Theme::read(
        source::SourceSet(std::vector<source::SourceFile>{{"tokens.css", ":root { --ink: #111111; }"}}), ignored);
  }();
  return theme;
}

Publication booklet_with(std::string_view specification) {
  Publication publication;
  publication.books = {Book{.language = "zh-Hans"}, Book{.language = "en"}};
  publication.charts = {make_chart(specification)};
  return publication;
}

TEST(SiteCharts, AreDrawnForEachLanguageAndWidth) {
  const Publication publication = booklet_with(
      R"({"description": "d", "width": "container", "data": {"values": [{"n": 1}]}, "mark": "bar", "encoding": {"x": {"field": "n", "type": "quantitative"}}})");
  Findings findings;
  const chart::SiteCharts charts = chart::draw_for_site(publication, bare_theme(), default_fonts(), findings);
  ASSERT_EQ(charts.size(), 2U);
  ASSERT_EQ(charts[1].size(), 1U);
  EXPECT_EQ(charts[1][0].wide.width, 576);
  EXPECT_EQ(charts[1][0].narrow.width, 272);
  EXPECT_EQ(charts[1][0].table.rows.size(), 1U);
}

TEST(SiteCharts, AFaultIsToldOnceAndAMissingTranslationOnceALanguage) {
  constexpr std::string_view spec =
      R"({"description": "d", "title": "Onset", "data": {"values": [{"n": 1}]}, "mark": "bar", "params": [], "encoding": {"x": {"field": "n", "type": "quantitative"}}})";
  Findings findings;
  chart::draw_for_site(booklet_with(spec), bare_theme(), default_fonts(), findings);
  EXPECT_THAT(told(findings, spec), ElementsAre("chart-unsupported \"params\"", "chart-untranslated \"Onset\""));
}

}  // namespace
}  // namespace bifolio
