#include "html/charts.h"

#include <algorithm>

#include "chart/chart.h"
#include "html/svg.h"

namespace bifolio::html {
namespace {

constexpr double kWide = 576, kNarrow = 272;  // LOOK, section 5: the column, and a phone of 320 px
constexpr double kLetters = 16;

Drawing draw(const Chart& one, chart::Options options, double width, const text::Fonts& fonts, Findings& findings) {
  options.container_width = width;
  return chart::draw(one, options, fonts, findings);
}

/// `charts/nfl.vl.json` → `nfl`; folders become part of the name.
std::string stem(std::string path) {
  if (path.starts_with("charts/")) path.erase(0, 7);
  for (const std::string_view suffix : {".json", ".vl"}) {
    if (path.ends_with(suffix)) path.resize(path.size() - suffix.size());
  }
  std::replace(path.begin(), path.end(), '/', '-');
  return path;
}

}  // namespace

std::string chart_picture(const Chart& chart, std::string_view language) {
  return "assets/charts/" + stem(chart.source) + "_" + std::string(language) + ".png";
}

ChartDrawings draw_charts(const Publication& publication, const theme::Theme& theme, const text::Fonts& fonts,
                          Findings& findings) {
  ChartDrawings all;
  for (const Book& book : publication.books) {
    auto& drawings = all.emplace_back();
    for (const Chart& one : publication.charts) {
      Findings already_reported;
      Findings& reported = all.size() == 1 ? findings : already_reported;
      chart::Options options;
      options.language = book.language;
      options.theme = &theme;
      options.text_size = kLetters;
      drawings.push_back({draw(one, options, kWide, fonts, reported),
                          draw(one, options, kNarrow, fonts, already_reported),
                          chart::data_table(one, options, already_reported)});
    }
  }
  return all;
}

std::string inline_svg(const Drawing& drawing, const theme::Theme& theme, const std::string& language) {
  SvgOptions options;
  options.language = language;
  options.is_inline = true;
  for (const std::string_view token :
       {"--ink", "--paper", "--soft", "--accent", "--rule", "--hair", "--chart-1", "--chart-2", "--chart-3",
        "--chart-4", "--chart-5", "--chart-6", "--chart-7", "--chart-8"}) {
    options.variables.push_back({theme.color(token), std::string(token)});
  }
  return write_svg(drawing, options);
}

}  // namespace bifolio::html
