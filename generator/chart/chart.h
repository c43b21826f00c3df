// A chart specification (Vega-Lite 6, its static part) → a Drawing.
//
// One specification serves all languages: `usermeta.bifolio.strings.LANGUAGE`
// maps the strings it shows (titles, category names) to that language, and a
// column `name@en` stands for `name@zh-Hans` where that exists. What is not
// supported is a finding that names the property and its place.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "model/chart.h"
#include "model/drawing.h"
#include "model/publication.h"
#include "model/table.h"
#include "text/fonts.h"
#include "theme/theme.h"

namespace bifolio::chart {

struct Options {
  std::string language = "en";
  const theme::Theme* theme = nullptr;  ///< none: Vega-Lite's own look
  std::string edition = {};             ///< for the theme's tokens: "pdf", "large"; "" = the web
  double container_width = 0;           ///< what `width: "container"` means; 0 = Vega-Lite's default
  double text_size = 0;                 ///< of labels; 0 = the theme's, or Vega-Lite's 10
};

/// Draws the chart. Reports what it could not do; always returns a drawing.
Drawing draw(const Chart&, const Options&, const text::Fonts&, Findings&);

/// What the chart shows, as a table for readers who cannot see it: at most
/// `kMostTableRows` rows, aggregated as the chart is.
constexpr std::size_t kMostTableRows = 500;
Table data_table(const Chart&, const Options&, Findings&);

/// A chart on a page of the site: for the column of a page and for a phone, so that
/// letters never shrink there.
struct SiteChart {
  Drawing wide, narrow;
  Table table;  ///< what it shows, for readers who cannot see it
};
/// By book, and in it by index into Publication::charts.
using SiteCharts = std::vector<std::vector<SiteChart>>;
/// Draws every chart once for the site. Reports the faults of all languages and widths, each once.
SiteCharts draw_for_site(const Publication&, const theme::Theme&, const text::Fonts&, Findings&);

RuleList rules();

}  // namespace bifolio::chart
