// Lines through points: straight, stepped or smooth (d3-shape's curves).
#pragma once

#include <span>

#include "chart/scene.h"

namespace bifolio::chart {

/// Appends a curve through the points; `is_start` moves to the first, otherwise it is joined by a line.
void add_curve(Steps&, std::span<const DrawingPoint>, std::string_view interpolate, double tension, bool is_vertical,
               bool is_start);
bool is_known_curve(std::string_view interpolate);

}  // namespace bifolio::chart
