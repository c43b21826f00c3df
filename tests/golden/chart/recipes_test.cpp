// The recipes of docs/charts.md as a booklet shows them: in each language, in the
// theme, drawn without a finding for the column of a page and for a phone.
#include <gtest/gtest.h>

#include <sstream>

#include "html/chart_svg.h"
#include "html/svg.h"
#include "parse/parse.h"
#include "support/chart.h"
#include "support/golden.h"
#include "support/paths.h"

namespace bifolio {
namespace {

const theme::Theme& icebreaker() {
  static const theme::Theme theme = [] {
    Findings ignored;
    return theme::Theme::read(source::load_folder(testing::source_dir() + "/themes/icebreaker", ignored).value(),
                              ignored);
  }();
  return theme;
}

const text::Fonts& fonts() {
  static const text::Fonts fonts = text::Fonts::open(icebreaker()).value();
  return fonts;
}

/// An element a line, so that a change reads as one.
std::string in_lines(const std::string& svg) {
  std::string out;
  for (std::size_t i = 0; i < svg.size(); ++i) {
    if (svg[i] == '<' && i > 0 && svg[i - 1] == '>') out += '\n';
    out += svg[i];
  }
  return out;
}

std::string in_lines(const Table& table) {
  std::string out;
  for (const Column& column : table.columns) out += "| " + plain_text(column.heading) + " ";
  out += "|\n";
  for (const Row& row : table.rows) {
    for (const Cell& cell : row.cells) out += "| " + plain_text(cell.content) + " ";
    out += "|\n";
  }
  return out;
}

std::string drawn(const testing::Case& one) {
  std::string name, language;
  std::istringstream(std::string(one.text("input"))) >> name >> language;
  Findings findings;
  const auto files = source::load_folder(testing::source_dir() + "/docs/charts", findings);
  Publication publication;
  publication.books = {Book{.language = language}};
  publication.charts = {parse::read_chart(*files, *files->find(name + ".vl.json"), findings)};
  const chart::SiteCharts charts = chart::draw_for_site(publication, icebreaker(), fonts(), findings);
  for (const Finding& finding : findings.all()) ADD_FAILURE() << one.name << ": " << message(finding, UiLanguage::en);
  const chart::SiteChart& chart = charts.at(0).at(0);
  EXPECT_EQ(chart.narrow.width, 272) << one.name;
  // On a page every colour is the theme's own, so that it follows a dark screen and a high contrast.
  const std::string inline_svg = html::inline_svg(chart.wide, icebreaker(), language);
  EXPECT_EQ(inline_svg.find("=\"#"), inline_svg.npos) << one.name;
  return in_lines(html::write_svg(chart.wide)) + in_lines(chart.table);
}

TEST(ChartGolden, Recipes) {
  testing::run_cases("golden/chart/recipes.case", drawn);
}

}  // namespace
}  // namespace bifolio
