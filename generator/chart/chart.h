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

/// Draws the chart. Reports what it could not do; always returns a drawing. A chart that
/// is drawn several times reports the same each time: keep the findings of one.
Drawing draw(const Chart&, const Options&, const text::Fonts&, Findings&);

/// What the chart shows, as a table for readers who cannot see it: at most
/// `kMostTableRows` rows, aggregated as the chart is.
constexpr std::size_t kMostTableRows = 500;
Table data_table(const Chart&, const Options&, Findings&);

/// A column of the data that the chart shows.
struct DataColumn {
  std::string field;  ///< as in the specification
  std::string title;  ///< in the language
};
std::vector<DataColumn> data_columns(const Chart&, const Options&);

RuleList rules();

}  // namespace bifolio::chart
