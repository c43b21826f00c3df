// The site, with the other editions to download, and every chart as a picture.
#include <iterator>

#include "chart/chart.h"
#include "edition/edition.h"
#include "raster/raster.h"

namespace bifolio::edition {
namespace {

constexpr double kScale = 2;  // sharp on screens of twice the usual density

/// Cairo paints each chart in each language, for slides, chat groups and programs without SVG.
void paint_charts(const Inputs& inputs, const chart::SiteCharts& charts, Made& made, Findings& findings) {
  for (std::size_t book = 0; book < charts.size(); ++book) {
    for (std::size_t i = 0; i < charts[book].size(); ++i) {
      Result<std::string> png = raster::png(charts[book][i].wide, inputs.fonts, kScale);
      if (png) {
        const std::string& language = inputs.publication.books[book].language;
        made.artifacts.push_back({html::chart_picture(inputs.publication.charts[i], language), *std::move(png)});
      } else {
        findings.add(png.error());
      }
    }
  }
}

}  // namespace

void make_html(const Inputs& inputs, Made& made, Findings& findings) {
  const chart::SiteCharts charts = chart::draw_for_site(inputs.publication, inputs.theme, inputs.fonts, findings);
  Artifacts site = html::write_site(inputs.publication, inputs.theme, &charts, made.downloads, inputs.stamp, findings,
                                    inputs.surroundings);
  made.artifacts.insert(made.artifacts.end(), std::make_move_iterator(site.begin()),
                        std::make_move_iterator(site.end()));
  paint_charts(inputs, charts, made, findings);
}

}  // namespace bifolio::edition
