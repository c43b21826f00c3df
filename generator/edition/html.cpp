// The site, with the other editions to download, and every chart as a picture.
#include <iterator>

#include "chart/chart.h"
#include "edition/edition.h"
#include "raster/raster.h"

namespace bifolio::edition {
namespace {

constexpr double kWidth = 576, kLetters = 16;  // as on the page (LOOK, section 5)
constexpr double kScale = 2;                   // sharp on screens of twice the usual density

/// Cairo paints each chart in each language, for slides, chat groups and programs without SVG.
void paint_charts(const Inputs& inputs, Made& made, Findings& findings) {
  for (const std::string& language : inputs.languages) {
    for (const Chart& chart : inputs.publication.charts) {
      chart::Options options;
      options.language = language;
      options.theme = &inputs.theme;
      options.container_width = kWidth;
      options.text_size = kLetters;
      Findings told_by_the_page;
      const Drawing drawing = chart::draw(chart, options, inputs.fonts, told_by_the_page);
      Result<std::string> png = raster::png(drawing, inputs.fonts, kScale);
      if (png) {
        made.artifacts.push_back({html::chart_picture(chart, language), *std::move(png)});
      } else {
        findings.add(png.error());
      }
    }
  }
}

}  // namespace

void make_html(const Inputs& inputs, Made& made, Findings& findings) {
  Artifacts site = html::write_site(inputs.publication, inputs.theme, &inputs.fonts, made.downloads, inputs.stamp,
                                    findings, inputs.surroundings);
  made.artifacts.insert(made.artifacts.end(), std::make_move_iterator(site.begin()),
                        std::make_move_iterator(site.end()));
  paint_charts(inputs, made, findings);
}

}  // namespace bifolio::edition
