// A picture made of shapes and real text: what a chart becomes before one of
// three painters (SVG, PDF, Cairo) draws it. Painters decide nothing.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"

namespace bifolio {

struct DrawingPoint { double x = 0, y = 0; };

struct DrawingStep {
  enum class Kind { move, line, curve, close };
  Kind kind = Kind::move;
  DrawingPoint a, b, c;  ///< as in layout::PathStep
};

struct DrawingPaint {
  std::optional<Color> fill = {}, stroke = {};
  double fill_opacity = 1, stroke_opacity = 1, opacity = 1;
  double width = 1;
  std::vector<double> dashes = {};
  enum class Cap { butt, round, square } cap = Cap::butt;  ///< joins are mitred
  bool operator==(const DrawingPaint&) const = default;
};

struct DrawingText {
  std::string text, language;
  DrawingPoint at;  ///< on the baseline
  double size = 10, angle = 0;  ///< degrees clockwise
  bool is_bold = false, is_italic = false;
  enum class Anchor { start, middle, end } anchor = Anchor::start;
  Color color;
};

/// A shape, a text or a group of them. Any of them may carry a role and a name for
/// assistive technology (WAI-ARIA Graphics Module 1.0).
struct DrawingNode {
  enum class Kind { group, path, circle, text };
  Kind kind = Kind::group;
  std::vector<DrawingStep> steps = {};
  DrawingPaint paint = {};
  DrawingText text = {};
  std::vector<DrawingNode> children = {};
  DrawingPoint offset = {};  ///< of a group; a circle's centre
  double radius = 0;         ///< of a circle
  std::optional<std::array<double, 4>> clip = {};  ///< x, y, width, height
  std::string role = {}, role_description = {}, label = {};
  bool is_hidden = false;  ///< decoration that assistive technology passes over
};

struct Drawing {
  double width = 0, height = 0;  ///< CSS px on the web, pt on paper
  std::string title, description;
  DrawingNode root = {};
};

}  // namespace bifolio
