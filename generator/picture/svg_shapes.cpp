// Shapes, texts and clips: what is seen at last.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "picture/elements.h"
#include "picture/even_odd.h"
#include "picture/ink.h"
#include "picture/scan.h"
#include "picture/svg_reader.h"
#include "picture/text_reader.h"

namespace bifolio::picture {
namespace {

using syntax::XmlAttribute;
using syntax::XmlNode;

/// Pixels from the corner: beyond them painters lose their exactness.
constexpr double kReach = 1e6;

constexpr Words kSteps = {"steps of paths", "路径步数"};
constexpr Words kGradient = {"a gradient", "渐变"}, kPattern = {"a pattern", "图案填充"},
                kEvenOdd = {"a shape that crosses itself, filled by the even-odd rule", "按奇偶规则填充的自相交形状"},
                kClip = {"a clip that is no upright rectangle", "不是正矩形的裁切"},
                kSlanted = {"slanted or mirrored text", "倾斜或镜像的文字"},
                kFar = {"a shape far outside the picture", "远在图片之外的形状"};
constexpr Words kThrough = {"parts that lie over each other show through each other", "相互重叠的部分会透出来"},
                kThick = {"lines are equally thick in all directions", "线条各个方向一样粗"},
                kOutline = {"letters have no outline", "文字没有轮廓线"},
                kStretched = {"letters are not stretched", "文字没有拉伸"};

/// All on one line: nothing inside.
bool is_flat(const Steps& steps) {
  std::vector<DrawingPoint> points;
  for (const DrawingStep& step : steps) {
    if (step.kind != DrawingStep::Kind::close) points.push_back(step.a);
    if (step.kind == DrawingStep::Kind::curve) points.insert(points.end(), {step.b, step.c});
  }
  const DrawingPoint first = points.front();
  DrawingPoint along;  // to the farthest
  for (const DrawingPoint p : points) {
    const DrawingPoint way{p.x - first.x, p.y - first.y};
    if (std::hypot(way.x, way.y) > std::hypot(along.x, along.y)) along = way;
  }
  const double most = 1e-6 * std::hypot(along.x, along.y);
  return std::all_of(points.begin(), points.end(), [&](DrawingPoint p) {
    return std::abs(along.x * (p.y - first.y) - along.y * (p.x - first.x)) <= most;
  });
}

/// Whether lines keep their thickness whichever way they run.
bool is_even(const Matrix& m) {
  const double across = std::hypot(m.a, m.b), down = std::hypot(m.c, m.d);
  const double most = 0.02 * std::max(across, down);
  return std::abs(across - down) <= most && std::abs(m.a * m.c + m.b * m.d) <= most * std::max(across, down);
}

}  // namespace

double SvgReader::length(const XmlNode& node, const char* name, double whole, const Context& context,
                         double otherwise) {
  const XmlAttribute* attribute = node.find(name);
  if (!attribute || trimmed(attribute->value) == "auto") return otherwise;
  const auto value = read_length(attribute->value, {whole, context.style.font_size});
  if (!value) reporter_.value(name, attribute->value, attribute->span);
  return value.value_or(otherwise);
}

Steps SvgReader::path_of(const XmlNode& node) {
  const XmlAttribute* data = node.find(node.name == "path" ? "d" : "points");
  if (!data) return {};
  // What is read costs something even where it draws nothing.
  if (!reporter_.spend(budget_.steps, data->value.size() / 16, Budget{}.steps, kSteps, name_span(node))) return {};
  Steps steps;
  bool is_broken = false, is_too_long = false;
  if (node.name == "path") {
    PathData path = read_path(data->value, budget_.steps);
    is_broken = path.is_broken;
    is_too_long = path.is_too_long;
    steps = std::move(path.steps);
  } else {
    const auto numbers = read_numbers(data->value);
    is_broken = !numbers || numbers->size() % 2 == 1;
    if (!is_broken) steps = polyline(*numbers, node.name == "polygon");
  }
  if (is_broken) reporter_.value(data->name, data->value, data->span);
  if (is_too_long) reporter_.too_large(kSteps, Budget{}.steps, data->span);
  return is_broken || is_too_long ? Steps{} : steps;
}

Steps SvgReader::steps_of(const XmlNode& node, const Context& context) {
  const double whole = std::hypot(context.width, context.height) / std::sqrt(2);
  const auto across = [&](const char* name, double otherwise = 0) {
    return length(node, name, context.width, context, otherwise);
  };
  const auto down = [&](const char* name, double otherwise = 0) {
    return length(node, name, context.height, context, otherwise);
  };
  if (node.name == "rect") {
    const double width = across("width"), height = down("height");
    if (!(width > 0) || !(height > 0)) return {};
    const double rx = across("rx", -1), ry = down("ry", -1);
    return rectangle(across("x"), down("y"), width, height, std::max(0.0, rx < 0 ? ry : rx),
                     std::max(0.0, ry < 0 ? rx : ry));
  }
  if (node.name == "circle") {
    const double radius = length(node, "r", whole, context);
    return radius > 0 ? ellipse(across("cx"), down("cy"), radius, radius) : Steps{};
  }
  if (node.name == "ellipse") {
    const double rx = across("rx", -1), ry = down("ry", -1);
    const double wide = rx < 0 ? ry : rx, high = ry < 0 ? rx : ry;
    return wide > 0 && high > 0 ? ellipse(across("cx"), down("cy"), wide, high) : Steps{};
  }
  if (node.name == "line") return polyline({across("x1"), down("y1"), across("x2"), down("y2")}, false);
  return path_of(node);
}

bool SvgReader::is_in_reach(const Steps& steps) const {
  const auto is_near = [](DrawingPoint p) { return std::abs(p.x) <= kReach && std::abs(p.y) <= kReach; };
  return std::all_of(steps.begin(), steps.end(), [&](const DrawingStep& step) {
    return is_near(step.a) && (step.kind != DrawingStep::Kind::curve || (is_near(step.b) && is_near(step.c)));
  });
}

bool SvgReader::set_ink(const Ink& ink, double share, std::optional<Color>& color, double& opacity) {
  if (ink.kind == Ink::Kind::none) return true;
  if (ink.kind == Ink::Kind::server) {
    const XmlNode* server = find(ink.server);
    if (!server) return true;  // as nothing (SVG 2, 13.2)
    reporter_.unsupported("<" + server->name + ">", server->name == "pattern" ? kPattern : kGradient, ink.span);
    return false;
  }
  opacity = share * ink.opacity;
  if (opacity > 0) color = ink.color;
  return true;
}

DrawingPaint SvgReader::paint_of(const Context& context, const XmlNode& node) {
  const Style& style = context.style;
  DrawingPaint paint;
  paint.opacity = context.opacity;
  set_ink(style.fill, style.fill_opacity, paint.fill, paint.fill_opacity);
  const double scale = style.has_fixed_stroke ? 1 : context.matrix.scale();
  paint.width = style.width * scale;
  if (!(paint.width > 0)) return paint;
  set_ink(style.stroke, style.stroke_opacity, paint.stroke, paint.stroke_opacity);
  if (!paint.stroke) return paint;
  paint.cap = style.cap;
  for (const double dash : style.dashes) paint.dashes.push_back(dash * scale);
  note_differences(context, paint, node);
  return paint;
}

void SvgReader::note_differences(const Context& context, const DrawingPaint& paint, const XmlNode& node) {
  if (!context.style.has_fixed_stroke && !is_even(context.matrix))
    reporter_.simplified("stroke-width", kThick, name_span(node));
  if (paint.fill && paint.opacity < 1) reporter_.simplified("opacity", kThrough, name_span(node));
}

void SvgReader::draw_shape(const XmlNode& node, const Context& context) {
  DrawingNode shape;
  shape.kind = DrawingNode::Kind::path;
  shape.steps = steps_of(node, context);
  if (shape.steps.empty() || !context.style.is_visible) return;
  const Span span = name_span(node);
  if (!reporter_.spend(budget_.steps, shape.steps.size(), Budget{}.steps, kSteps, span)) return;
  shape.paint = paint_of(context, node);
  const bool has_markers = context.style.markers != std::array<std::string, 3>();
  const Steps own = has_markers ? shape.steps : Steps{};
  transform(context.matrix, shape.steps);
  if (!is_in_reach(shape.steps)) return reporter_.unsupported("<" + node.name + ">", kFar, span);
  // A line has no inside, though some printers would make it a hair wide.
  if (is_flat(shape.steps)) shape.paint.fill.reset();
  if (shape.paint.fill && context.style.is_even_odd && !turn_for_nonzero(shape.steps, budget_.comparisons))
    return reporter_.unsupported("fill-rule", kEvenOdd, span);
  if (shape.paint.fill || shape.paint.stroke) put(std::move(shape), context);
  if (has_markers) draw_markers(node, own, context);
}

void SvgReader::draw_text(const Place& place, const Context& context) {
  StyleContext styles{sheet_, reporter_, budget_, std::hypot(context.width, context.height) / std::sqrt(2)};
  for (const TextLine& line : read_text(place, context.style, styles)) draw_line(line, context, name_span(*place.node));
}

void SvgReader::draw_line(const TextLine& line, const Context& context, Span span) {
  const Style& style = line.style;
  std::optional<Color> fill, stroke;
  double opacity = 1, outline = 1;
  set_ink(style.fill, style.fill_opacity, fill, opacity);
  if (style.width > 0) set_ink(style.stroke, style.stroke_opacity, stroke, outline);
  if (stroke) reporter_.simplified("stroke", kOutline, span);
  if (!fill && !stroke) return;
  const Matrix& matrix = context.matrix;
  const double size = style.font_size * matrix.scale();
  if (!(size > 0.01)) return;
  if (!matrix.keeps_shapes()) {
    const bool is_upright = matrix.determinant() > 0 && std::abs(matrix.b) < 1e-6 && std::abs(matrix.c) < 1e-6;
    const bool is_close = is_upright && matrix.a < 1.5 * matrix.d && matrix.d < 1.5 * matrix.a && matrix.a > 0;
    if (!is_close) return reporter_.unsupported("<text>", kSlanted, span);
    reporter_.simplified("<text>", kStretched, span);
  }
  DrawingNode text;
  text.kind = DrawingNode::Kind::text;
  text.text.text = line.text;
  text.text.language = style.language;
  text.text.at = matrix({line.at.x, line.at.y + style.baseline * style.font_size});
  text.text.size = size;
  text.text.angle = std::atan2(matrix.b, matrix.a) * 180 / std::numbers::pi;
  text.text.is_bold = style.is_bold;
  text.text.is_italic = style.is_italic;
  text.text.anchor = style.anchor;
  text.text.color = fill ? *fill : *stroke;
  text.paint.opacity = context.opacity * (fill ? opacity : outline);
  if (size > kReach || !is_in_reach({{DrawingStep::Kind::move, text.text.at, {}, {}}}))
    return reporter_.unsupported("<text>", kFar, span);
  put(std::move(text), context);
}

/// Clips are rectangles in the drawing's pixels, so those inside each other are one.
bool SvgReader::apply_clip(Context& context) {
  const Style& style = context.style;
  if (style.clip.empty()) return true;
  const XmlNode* clip = find(style.clip);
  if (!clip || clip->name != "clipPath") return true;
  const auto refuse = [&] {
    reporter_.unsupported("<clipPath>", kClip, style.clip_span);
    return false;
  };
  if (clip->attribute("clipPathUnits") == "objectBoundingBox" || clip->find("clip-path")) return refuse();
  const XmlNode* only = nullptr;
  for (const XmlNode& child : clip->children) {
    if (child.is_text() || element_named(child.name) == Element::passive) continue;
    if (only || element_named(child.name) != Element::shape || child.find("clip-path")) return refuse();
    only = &child;
  }
  if (!only) return false;  // where nothing is left, nothing is seen
  Matrix matrix = context.matrix;
  if (!apply_transform(*clip, matrix) || !apply_transform(*only, matrix)) return false;
  Steps steps = steps_of(*only, context);
  if (!reporter_.spend(budget_.steps, steps.size(), Budget{}.steps, kSteps, name_span(*only))) return false;
  transform(matrix, steps);
  if (steps.empty()) return false;
  const auto box = rectangle_of(steps);
  if (!box) return refuse();
  context.clip = context.clip & *box;
  return true;
}

/// Into the group with its clip; neighbours share one.
void SvgReader::put(DrawingNode node, const Context& context) {
  auto& groups = drawing_.root.children;
  const Box& clip = context.clip;
  const std::array<double, 4> wanted = {clip.left, clip.top, clip.width(), clip.height()};
  if (groups.empty() || *groups.back().clip != wanted) {
    groups.emplace_back();
    groups.back().clip = wanted;
  }
  groups.back().children.push_back(std::move(node));
}

}  // namespace bifolio::picture
