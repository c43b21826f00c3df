// Path data and the basic shapes as steps of a drawing (SVG 1.1, 8.3 and 9).
#pragma once

#include <optional>
#include <string_view>

#include "picture/matrix.h"

namespace bifolio::picture {

/// A `d` attribute. Each part begins with a move. Nothing where it cannot be read to its
/// end, or has more than `most` steps (then `is_too_long`).
struct PathData {
  Steps steps = {};
  bool is_broken = false, is_too_long = false;
};
PathData read_path(std::string_view, std::size_t most);

Steps rectangle(double x, double y, double width, double height, double rx, double ry);
Steps ellipse(double x, double y, double rx, double ry);
/// Through points given as x, y, x, y …
Steps polyline(const std::vector<double>&, bool is_closed);

}  // namespace bifolio::picture
