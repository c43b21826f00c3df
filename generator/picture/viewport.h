// Windows onto a plane: how large a drawing is, and where its own coordinates
// come to stand in it (SVG 1.1, 7.2, 7.7 and 7.8).
#pragma once

#include <array>
#include <optional>

#include "picture/matrix.h"
#include "picture/reporter.h"
#include "syntax/xml.h"

namespace bifolio::picture {

/// The sides of an upright rectangle.
struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  bool is_empty() const { return !(right > left) || !(bottom > top); }
  Box operator&(const Box&) const;
};

using ViewBox = std::array<double, 4>;  ///< x, y, width, height

/// Nothing where there is none or where it cannot be read, which is reported.
std::optional<ViewBox> view_box_of(const syntax::XmlNode&, Reporter&);
/// From the view box to a window of that size at (0, 0), as `preserveAspectRatio` says.
Matrix fit(const ViewBox&, double width, double height, std::string_view aspect);

/// The rectangle that a path is, if it is one with upright sides.
std::optional<Box> rectangle_of(const Steps&);

}  // namespace bifolio::picture
