// Building blocks of drawings: groups, boxes, lines, symbols, text, and how much
// room they take.
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "chart/context.h"
#include "model/drawing.h"

namespace bifolio::chart {

/// What a node covers; empty until something is added.
struct Box {
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  bool is_empty() const { return left > right || top > bottom; }
  double width() const { return is_empty() ? 0 : right - left; }
  double height() const { return is_empty() ? 0 : bottom - top; }
  void add(double x, double y);
  void add(const Box&);
  Box shifted(double x, double y) const { return {left + x, top + y, right + x, bottom + y}; }
};

enum class Baseline { alphabetic, top, middle, bottom };
Baseline baseline_named(std::string_view, Baseline otherwise);

struct TextLook {
  double size = 10;
  bool is_bold = false, is_italic = false;
  Color color = {0, 0, 0};
  DrawingText::Anchor anchor = DrawingText::Anchor::start;
  Baseline baseline = Baseline::alphabetic;
  double angle = 0;
  double opacity = 1;
};

DrawingNode make_group(std::string role = {}, std::string role_description = {}, std::string label = {});
DrawingNode make_path(std::vector<DrawingStep>, DrawingPaint);
/// A circle, or the path of another symbol.
DrawingNode make_symbol(std::string_view shape, double area, double x, double y, DrawingPaint);
/// Stands at (x, y) by its anchor and baseline, turned about that point; dx and dy turn along.
DrawingNode make_text(std::string_view text, double x, double y, const TextLook&, const Context&, double dx = 0,
                      double dy = 0);

using Steps = std::vector<DrawingStep>;
void move_to(Steps&, double x, double y);
void line_to(Steps&, double x, double y);
void curve_to(Steps&, double x1, double y1, double x2, double y2, double x, double y);
void close(Steps&);
Steps line(double x1, double y1, double x2, double y2);
Steps rectangle(double x, double y, double width, double height);
/// Corners: top left, top right, bottom right, bottom left.
Steps rounded_rectangle(double x, double y, double width, double height, const std::array<double, 4>& radii);
/// A part of a circle from angle to angle (radians, clockwise from the top), as curves; moves or lines to its start.
void add_arc(Steps&, double x, double y, double radius, double from, double to, bool is_start);
/// A symbol of Vega by name, or an SVG path in a square of side 2, with that area, around (x, y).
Steps symbol(std::string_view shape, double area, double x, double y);

double text_width(const std::string& text, double size, bool is_bold, const Context&);
/// As long as it can be within the width, with an ellipsis.
std::string shortened(const std::string& text, double width, double size, bool is_bold, const Context&);
/// In lines no wider than that, broken at blanks and between Han letters; one line where `width` is 0.
std::vector<std::string> wrapped(const std::string& text, double width, double size, bool is_bold, const Context&);
Box bounds(const DrawingNode&, const Context&);

}  // namespace bifolio::chart
