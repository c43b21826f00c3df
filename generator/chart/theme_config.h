// A theme's tokens as a Vega-Lite `config`: sizes, quiet axes, and the
// colour-blind-safe palette with its shapes and dashes.
#pragma once

#include "base/tree.h"
#include "chart/chart.h"

namespace bifolio::chart {

/// Empty without a theme: then Vega-Lite's own look.
Tree theme_config(const Options&);

/// The size of labels, in the drawing's units; no text should be smaller.
double label_size(const Options&);

}  // namespace bifolio::chart
