// The charts of a booklet, drawn once for all pages: in each language twice, for
// the column of a page and for a phone, so that letters never shrink there.
#pragma once

#include <vector>

#include "base/finding.h"
#include "model/drawing.h"
#include "model/publication.h"
#include "text/fonts.h"
#include "theme/theme.h"

namespace bifolio::html {

struct ChartDrawing {
  Drawing wide, narrow;
  Table table;  ///< what it shows, for readers who cannot see it
};

/// By book, and in it by index into Publication::charts. Reports what the first
/// language's wide drawings report.
using ChartDrawings = std::vector<std::vector<ChartDrawing>>;
ChartDrawings draw_charts(const Publication&, const theme::Theme&, const text::Fonts&, Findings&);

/// A drawing as an svg element whose colours follow the page's, dark or light.
std::string inline_svg(const Drawing&, const theme::Theme&, const std::string& language);

}  // namespace bifolio::html
