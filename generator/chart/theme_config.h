// A theme's tokens as a Vega-Lite `config`: fonts, sizes and the colour-blind-safe palette with its shapes and dashes.
#pragma once

#include "base/tree.h"
#include "chart/chart.h"

namespace bifolio::chart {

/// Empty without a theme: then Vega-Lite's own look.
Tree theme_config(const Options&);

}  // namespace bifolio::chart
