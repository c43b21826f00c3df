// Publication + Theme → an HTML site, every byte escaped, no request leaving it.
#pragma once

#include <string_view>

#include "base/artifact.h"
#include "base/finding.h"
#include "chart/chart.h"
#include "model/publication.h"
#include "theme/theme.h"

namespace bifolio::html {

/// A file to download: another edition, shown on the home page, or (edition
/// "references", no language) the works cited, shown on the page of references.
struct Download {
  std::string language, edition, path;  ///< path: relative to the site's root
  std::size_t size = 0, pages = 0;
};

/// What stands around a site: nothing, or the folder of the booklet's releases,
/// whose `versions.js` tells readers of an old version that there is a newer one
/// and whose page a language (`../en.html`) lists them all.
enum class Surroundings { none, releases };

/// Paths are relative to the site's root: `index.html`, `zh-Hans/index.html`,
/// `zh-Hans/phase-1/targets.html`, `assets/screen.css`. Without
/// drawings, words stand for charts.
Artifacts write_site(const Publication&, const theme::Theme&, const chart::SiteCharts*, const std::vector<Download>&,
                     const BuildStamp&, Findings&, Surroundings = Surroundings::none);

/// Where a chart's picture stands in the site: `assets/charts/nfl_en.png`. The html
/// edition paints it; pages offer it for slides and chat groups.
std::string chart_picture(const Chart&, std::string_view language);

RuleList rules();

}  // namespace bifolio::html
