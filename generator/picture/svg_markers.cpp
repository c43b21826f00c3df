// Arrow heads and other marks at the ends and corners of lines (SVG 1.1, 11.6).
#include <algorithm>
#include <cmath>
#include <numbers>

#include "picture/scan.h"
#include "picture/svg_reader.h"

namespace bifolio::picture {

/// A place on a line, and the directions in which the line comes and goes on.
struct Corner {
  DrawingPoint at, in, out;
};

namespace {

using syntax::XmlNode;
using Kind = DrawingStep::Kind;

constexpr Words kMarker = {"marks on lines that reach out of their window", "超出自身范围的线上标记"},
                kArcs = {"marks at the corners of a line with arcs", "带圆弧的线上各转角的标记"},
                kLoop = {"a part that contains itself", "包含自身的部分"};

DrawingPoint between(DrawingPoint from, DrawingPoint to) {
  return {to.x - from.x, to.y - from.y};
}

bool is_nothing(DrawingPoint way) {
  return std::hypot(way.x, way.y) < 1e-9;
}

DrawingPoint first_way(std::initializer_list<DrawingPoint> ways) {
  for (const DrawingPoint way : ways) {
    if (!is_nothing(way)) return way;
  }
  return {};
}

std::vector<Corner> corners_of(const Steps& steps) {
  std::vector<Corner> corners;
  DrawingPoint now, start;
  for (const DrawingStep& step : steps) {
    if (step.kind == Kind::move) {
      now = start = step.a;
      corners.push_back({now, {}, {}});
      continue;
    }
    const bool is_curve = step.kind == Kind::curve;
    const DrawingPoint end = is_curve ? step.c : step.kind == Kind::close ? start : step.a;
    const DrawingPoint straight = between(now, end);
    const DrawingPoint out = is_curve ? first_way({between(now, step.a), between(now, step.b), straight}) : straight;
    const DrawingPoint in = is_curve ? first_way({between(step.b, end), between(step.a, end), straight}) : straight;
    if (!corners.empty()) corners.back().out = out;
    corners.push_back({end, in, {}});
    now = end;
  }
  return corners;
}

/// In degrees: halfway between coming and going.
double angle_of(const Corner& corner) {
  const auto unit = [](DrawingPoint way) {
    const double length = std::hypot(way.x, way.y);
    return length < 1e-9 ? DrawingPoint{} : DrawingPoint{way.x / length, way.y / length};
  };
  const DrawingPoint in = unit(corner.in), out = unit(corner.out);
  const DrawingPoint both = first_way({{in.x + out.x, in.y + out.y}, out});
  return is_nothing(both) ? 0 : std::atan2(both.y, both.x);
}

Matrix turn(double radians) {
  const double cosine = std::cos(radians), sine = std::sin(radians);
  return {cosine, sine, -sine, cosine, 0, 0};
}

void add_points(const DrawingNode& node, std::vector<DrawingPoint>& points) {
  for (const DrawingStep& step : node.steps) {
    if (step.kind != Kind::close) points.push_back(step.a);
    if (step.kind == Kind::curve) points.insert(points.end(), {step.b, step.c});
  }
  if (node.kind == DrawingNode::Kind::text) points.push_back(node.text.at);
  for (const DrawingNode& child : node.children) add_points(child, points);
}

}  // namespace

void SvgReader::draw_markers(const XmlNode& node, const Steps& steps, const Context& context) {
  if (node.name == "rect" || node.name == "circle" || node.name == "ellipse") return;
  const std::vector<Corner> corners = corners_of(steps);
  const XmlNode* markers[3] = {};
  for (std::size_t i = 0; i < 3; ++i) markers[i] = find(context.style.markers[i]);
  // Arcs are several curves by now, which have corners of their own.
  if (markers[1] && node.attribute("d").find_first_of("aA") != std::string_view::npos)
    return reporter_.unsupported("marker-mid", kArcs, name_span(node));
  for (std::size_t i = 0; i < corners.size() && !reporter_.is_full(); ++i) {
    const bool is_first = i == 0, is_last = i + 1 == corners.size();
    if (is_first && markers[0]) draw_marker(*markers[0], corners[i], true, context);
    if (!is_first && !is_last && markers[1]) draw_marker(*markers[1], corners[i], false, context);
    if (is_last && markers[2]) draw_marker(*markers[2], corners[i], false, context);
  }
}

void SvgReader::draw_marker(const XmlNode& marker, const Corner& corner, bool is_start, const Context& line) {
  if (marker.name != "marker") return;
  const Span span = name_span(marker);
  if (std::find(line.uses.begin(), line.uses.end(), &marker) != line.uses.end())
    return reporter_.unsupported("<marker>", kLoop, span);
  Context own = line;
  own.uses.push_back(&marker);
  ++own.depth;
  // What is inherited comes from where the marker stands, not from the line.
  StyleContext styles{sheet_, reporter_, budget_, 0};
  const std::deque<Place> places = around(marker);
  const Place place{&marker, places.empty() ? nullptr : &places.back()};
  own.style = first_;
  for (const Place& one : places) own.style = style_of(one, own.style, styles);
  own.style = style_of(place, own.style, styles);

  const double width = length(marker, "markerWidth", line.width, own, 3);
  const double height = length(marker, "markerHeight", line.height, own, 3);
  const double x = length(marker, "refX", 0, own), y = length(marker, "refY", 0, own);
  if (!(width > 0) || !(height > 0)) return;
  Matrix window;
  if (const auto box = view_box_of(marker, reporter_))
    window = fit(*box, width, height, marker.attribute("preserveAspectRatio"));
  const std::string_view orient = trimmed(marker.attribute("orient"));
  const auto degrees = orient.starts_with("auto") || orient.empty() ? std::nullopt : read_numbers(orient);
  double angle = degrees && degrees->size() == 1 ? degrees->front() * std::numbers::pi / 180 : 0;
  if (orient.starts_with("auto")) angle = angle_of(corner);
  if (orient == "auto-start-reverse" && is_start) angle += std::numbers::pi;
  const double scale = marker.attribute("markerUnits") == "userSpaceOnUse" ? 1 : line.style.width;
  const DrawingPoint anchor = window({x, y});
  if (marker.attribute("overflow") != "visible" && own.style.is_displayed) {
    Context still = own;
    still.matrix = window;
    if (!fits(place, {0, 0, width, height}, still)) return reporter_.unsupported("<marker>", kMarker, span);
  }
  own.matrix = line.matrix * translation(corner.at.x, corner.at.y) * turn(angle) * Matrix{scale, 0, 0, scale, 0, 0} *
               translation(-anchor.x, -anchor.y) * window;
  draw_children(place, own);
}

/// Whether what a marker draws needs no clip, which could not be turned with it.
bool SvgReader::fits(const Place& place, const Box& window, const Context& context) {
  std::vector<DrawingNode> before;
  std::swap(before, drawing_.root.children);
  draw_children(place, context);
  std::vector<DrawingPoint> points;
  for (const DrawingNode& node : drawing_.root.children) add_points(node, points);
  std::swap(before, drawing_.root.children);
  const double wide = 0.05 * window.width(), high = 0.05 * window.height();
  return std::all_of(points.begin(), points.end(), [&](DrawingPoint p) {
    return p.x >= window.left - wide && p.x <= window.right + wide && p.y >= window.top - high &&
           p.y <= window.bottom + high;
  });
}

}  // namespace bifolio::picture
