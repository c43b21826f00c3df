#include "layout/chart_drawing.h"

#include <algorithm>

#include "chart/chart.h"
#include "layout/rehearsal.h"

namespace bifolio::layout {
namespace {

/// Two more tries bring the letters of a tall chart to their size.
constexpr int kTries = 3;

/// By what a drawing shrinks until it stands in the room.
double shrink(const Drawing& drawing, Length width, Length height) {
  if (drawing.width <= 0 || drawing.height <= 0) return 1;
  return std::min({1.0, width.points() / drawing.width, height.points() / drawing.height});
}

Drawing draw(Workbench& bench, const Chart& chart, Length width, Length height, Findings& findings) {
  const Look& look = bench.look;
  chart::Options options{.language = bench.book.language, .theme = &bench.theme, .edition = bench.format.edition};
  options.container_width = width.points();
  // Letters of a chart are read like any others (ACCESSIBILITY BF-12). A chart taller than the
  // page is made smaller, so its letters are drawn larger first.
  const double least = readable(look.micro.character, look.is_large_print ? pt(18) : pt(8)).size.points();
  Findings found;  // the same each time: those of one try are kept
  Drawing drawing;
  double scale = 1;
  for (int i = 0; i < kTries; ++i) {
    options.text_size = least / scale;
    found = {};
    drawing = chart::draw(chart, options, bench.fonts, found);
    const double wanted = shrink(drawing, width, height);
    if (wanted >= scale) break;
    scale = wanted;
  }
  findings.append(std::move(found));
  return drawing;
}

}  // namespace

Drawing draw_chart(Workbench& bench, const Chart& chart, Length width, Length height) {
  const auto draw_here = [&](Findings& findings) { return draw(bench, chart, width, height, findings); };
  return bench.rehearsal ? bench.rehearsal->chart(chart, width, height, draw_here, bench.findings)
                         : draw_here(bench.findings);
}

}  // namespace bifolio::layout
