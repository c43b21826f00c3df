// Sizes of plots, and where everything stands: plots in their grid, axes around
// them, headers, legends and titles beside.
#pragma once

#include "chart/scale_build.h"
#include "chart/scene.h"
#include "chart/view.h"

namespace bifolio::chart {

/// Gives every plot its width and height. `container` is what "container" means, already less what stands beside the
/// plot.
void set_sizes(View& root, double container, Context&);

/// The whole picture; its plot starts at (0, 0), its box reaches beyond.
DrawingNode lay_out(const View& root, Context&);

}  // namespace bifolio::chart
