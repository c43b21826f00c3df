// How an element is painted: its own properties over those that it inherits
// (SVG 1.1, chapters 6 and 11).
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "model/drawing.h"
#include "picture/reporter.h"
#include "picture/style_sheet.h"

namespace bifolio::picture {

/// A fill or a stroke.
struct Ink {
  enum class Kind { none, color, server } kind = Kind::none;  ///< server: a gradient or a pattern
  Color color = {};
  double opacity = 1;       ///< of the colour itself: `#rrggbbaa`
  std::string server = {};  ///< its id
  Span span = {};           ///< where it is said
};

struct Style {
  Color color = {};
  Ink fill = {.kind = Ink::Kind::color}, stroke = {};
  double fill_opacity = 1, stroke_opacity = 1, width = 1;
  std::vector<double> dashes = {};
  DrawingPaint::Cap cap = DrawingPaint::Cap::butt;
  bool is_even_odd = false, clips_even_odd = false, is_visible = true;
  double font_size = 16;
  bool is_bold = false, is_italic = false;
  DrawingText::Anchor anchor = DrawingText::Anchor::start;
  double baseline = 0;                      ///< by how many font sizes letters stand below their place
  std::array<std::string, 3> markers = {};  ///< ids of what stands at a line's start, corners and end
  std::string language = {};
  bool keeps_space = false;

  // Of the element alone.
  double opacity = 1;
  bool is_displayed = true, has_fixed_stroke = false;
  std::string clip = {};  ///< id of a clipPath
  Span clip_span = {};
};

struct StyleContext {
  const StyleSheet& sheet;
  Reporter& reporter;
  Budget& budget;
  double diagonal = 0;  ///< what percentages of stroke widths stand for
};

/// The style of an element inside one of style `inherited`.
Style style_of(const Place&, const Style& inherited, StyleContext&);

}  // namespace bifolio::picture
