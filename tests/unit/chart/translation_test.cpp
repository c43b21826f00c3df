// A text that a reader would meet in another language is told at its place.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/chart.h"

namespace bifolio {
namespace {

using testing::default_fonts;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::make_chart;
using testing::told;

std::vector<std::string> findings_of(std::string_view specification, const std::string& language,
                                     const std::string& csv = "") {
  Findings findings;
  const auto data = csv.empty() ? std::vector<std::pair<std::string, std::string>>()
                                : std::vector<std::pair<std::string, std::string>>{{"d.csv", csv}};
  const Chart chart = make_chart(specification, data);
  chart::draw(chart, {language}, default_fonts(), findings);
  return told(findings, specification);
}

/// A bar for each row of d.csv.
std::string bars(const std::string& field, const std::string& strings = "{}") {
  return R"({"description": "条形图", "usermeta": {"bifolio": {"strings": )" + strings +
         R"(}}, "data": {"url": "d.csv"}, "mark": "bar", "encoding": {"y": {"field": ")" + field +
         R"(", "title": null}, "x": {"field": "n", "type": "quantitative"}}})";
}

TEST(Translation, ATitleWithoutWordsIsToldWhereItStands) {
  const std::string_view spec =
      R"({"description": "条形图", "title": "Onset", "data": {"values": [{"n": 1}]}, "mark": "bar",
    "encoding": {"x": {"field": "n", "type": "quantitative"}}})";
  EXPECT_THAT(findings_of(spec, "zh-Hans"), ElementsAre("chart-untranslated \"Onset\""));
}

TEST(Translation, ACellWithoutWordsIsToldInItsFile) {
  EXPECT_THAT(findings_of(bars("a"), "zh-Hans", "a,n\nplacebo,1\n"), ElementsAre("chart-untranslated 4"));
}

TEST(Translation, StringsGiveTheWords) {
  EXPECT_THAT(findings_of(bars("a", R"({"zh-Hans": {"placebo": "安慰剂"}})"), "zh-Hans", "a,n\nplacebo,1\n"),
              IsEmpty());
}

TEST(Translation, AColumnOfTheLanguageIsItsOwnTranslation) {
  EXPECT_THAT(findings_of(bars("a@en"), "zh-Hans", "a@en,a@zh-Hans,n\nplacebo,tofersen,1\n"), IsEmpty());
}

TEST(Translation, AbbreviationsUnitsAndFormulasAreTheSameInBoth) {
  for (const char* name : {"NfL", "FDA", "SOD1", "12 mg", "pg/mL", "IL-6", "n = 3", "HR"}) {
    EXPECT_THAT(findings_of(bars("a"), "zh-Hans", std::string("a,n\n") + name + ",1\n"), IsEmpty()) << name;
  }
}

TEST(Translation, ChineseInAnEnglishChartIsTold) {
  EXPECT_THAT(findings_of(bars("a", R"({"en": {"条形图": "Bars"}})"), "en", "a,n\n安慰剂,1\n"),
              ElementsAre("chart-untranslated 4"));
}

TEST(Translation, AFieldIsSpokenUnderTheTitleThatAnyChannelGivesIt) {
  const std::string spec =
      R"({"description": "条形图", "data": {"url": "d.csv"}, "encoding": {"y": {"field": "name@en", "title": "组"}},
    "layer": [{"mark": "bar", "encoding": {"x": {"field": "n", "title": "数"}}},
              {"mark": "text", "encoding": {"text": {"field": "name@en"}}}]})";
  EXPECT_THAT(findings_of(spec, "zh-Hans", "name@en,name@zh-Hans,n\nplacebo,安慰剂,1\n"), IsEmpty());
}

}  // namespace
}  // namespace bifolio
