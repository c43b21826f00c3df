#include "picture/svg_reader.h"

#include <algorithm>
#include <cmath>

#include "picture/elements.h"
#include "picture/ink.h"
#include "picture/scan.h"
#include "picture/text_reader.h"

namespace bifolio::picture {
namespace {

using syntax::XmlAttribute;
using syntax::XmlNode;

constexpr std::string_view kSvg = "http://www.w3.org/2000/svg";
constexpr int kDeepest = 300;
constexpr double kLargestSide = 30'000;

constexpr Words kElements = {"elements", "元素"}, kLayers = {"layers of groups and parts", "分组和引用的层数"};
constexpr Words kNoSvg = {"its outermost element is not `svg`", "最外层的元素不是 `svg`"},
                kNoSize = {"it says neither how large it is nor what its `viewBox` is", "没有尺寸，也没有 `viewBox`"},
                kEmpty = {"its width or height is nothing", "宽或高为零"},
                kTooLarge = {"a side is longer than 30,000 pixels", "一边超过 30,000 像素"};
constexpr Words kLoop = {"a part that contains itself", "包含自身的部分"},
                kMissing = {"a part that is not in the file", "文件里没有的部分"},
                kTurned = {"a window that does not stand upright", "倾斜的视窗"};

/// Elements of SVG; a file without any namespace is taken at its word.
bool is_svg(const XmlNode& node) {
  return !node.is_text() && (node.space == kSvg || node.space.empty());
}

std::string tag(const XmlNode& node) {
  return "<" + node.name + ">";
}

const XmlAttribute* link_of(const XmlNode& node) {
  const XmlAttribute* plain = node.find("href");
  return plain ? plain : node.find("xlink:href");
}

bool is_handler(std::string_view attribute) {
  return attribute.size() > 2 && attribute.starts_with("on") && attribute.find(':') == attribute.npos;
}

}  // namespace

Span name_span(const XmlNode& node) {
  Span span = node.span;
  span.end = std::min<std::uint32_t>(span.end, span.begin + 1 + static_cast<std::uint32_t>(node.name.size()));
  return span;
}

SvgReader::SvgReader(const XmlNode& root, std::string_view language, Reporter& reporter)
    : root_(root), reporter_(reporter) {
  first_.language = language;
  first_.fill.color = {};
}

void SvgReader::index(const XmlNode& node) {
  const std::string_view id = node.attribute("id");
  if (!id.empty()) ids_.emplace(id, &node);
  if (node.name == "style" && is_svg(node)) sheet_.read(node.content(), name_span(node), reporter_);
  for (const XmlNode& child : node.children) {
    if (child.is_text()) continue;
    around_[&child] = &node;
    index(child);
  }
}

/// Anywhere in the file, drawn or not: whoever put it there should know that it does nothing.
void SvgReader::report_active(const XmlNode& node) {
  const Element element = element_named(node.name);
  if (element == Element::active) reporter_.active(tag(node), name_span(node));
  if (element == Element::link && link_of(node)) reporter_.active(tag(node), link_of(node)->span);
  for (const XmlAttribute& attribute : node.attributes) {
    if (is_handler(attribute.name)) reporter_.active(attribute.name, attribute.span);
  }
  for (const XmlNode& child : node.children) {
    if (!child.is_text()) report_active(child);
  }
}

Drawing SvgReader::read() {
  if (root_.name != "svg" || !is_svg(root_)) {
    reporter_.size(kNoSvg, name_span(root_));
    return {};
  }
  report_active(root_);
  index(root_);
  Context context = window();
  if (reporter_.is_drawable()) {
    StyleContext styles{sheet_, reporter_, budget_, 0};
    const Place place{&root_, nullptr};
    context.style = style_of(place, first_, styles);
    context.opacity = context.style.opacity;
    if (context.style.is_displayed) draw_children(place, context);
  }
  return std::move(drawing_);
}

SvgReader::Context SvgReader::window() {
  const auto box = view_box_of(root_, reporter_);
  const auto side = [&](const char* name, double whole) -> std::optional<double> {
    const XmlAttribute* attribute = root_.find(name);
    if (!attribute || trimmed(attribute->value) == "auto" || attribute->value.find('%') != std::string::npos)
      return std::nullopt;
    const auto value = read_length(attribute->value, {whole, 16});
    if (!value) reporter_.value(name, attribute->value, attribute->span);
    return value;
  };
  auto width = side("width", 0), height = side("height", 0);
  if (box && (*box)[2] > 0 && (*box)[3] > 0) {
    if (!width) width = height ? *height * (*box)[2] / (*box)[3] : (*box)[2];
    if (!height) height = *width * (*box)[3] / (*box)[2];
  }
  Context context;
  if (!reporter_.is_drawable()) return context;
  const Span place = name_span(root_);
  if (!width || !height) {
    reporter_.size(box ? kEmpty : kNoSize, place);
  } else if (!(*width > 0) || !(*height > 0)) {
    reporter_.size(kEmpty, place);
  } else if (*width > kLargestSide || *height > kLargestSide) {
    reporter_.size(kTooLarge, place);
  } else {
    drawing_.width = *width;
    drawing_.height = *height;
    context.clip = {0, 0, *width, *height};
    context.width = box ? (*box)[2] : *width;
    context.height = box ? (*box)[3] : *height;
    if (box) context.matrix = fit(*box, *width, *height, root_.attribute("preserveAspectRatio"));
  }
  return context;
}

void SvgReader::draw_children(const Place& place, const Context& context) {
  for (const XmlNode& child : place.node->children) {
    if (reporter_.is_full()) return;
    if (is_svg(child)) draw({&child, &place}, context);
  }
}

void SvgReader::draw(const Place& place, const Context& around) {
  const XmlNode& node = *place.node;
  const Span span = name_span(node);
  if (!reporter_.spend(budget_.elements, 1, Budget{}.elements, kElements, span)) return;
  if (around.depth > kDeepest) return reporter_.too_large(kLayers, kDeepest, span);
  const Element element = element_named(node.name);
  if (element == Element::passive || element == Element::active) return;
  Context own;
  if (!enter(place, around, own)) return;
  if (element == Element::unsupported || element == Element::unknown)
    return reporter_.unsupported(tag(node), reason_for(node.name), span);
  draw_as(place, own);
}

void SvgReader::draw_as(const Place& place, const Context& own) {
  switch (element_named(place.node->name)) {
    case Element::use: return draw_use(place, own);
    case Element::window: return draw_window(place, own, *place.node);
    case Element::choice: return draw_switch(place, own);
    case Element::shape: return draw_shape(*place.node, own);
    case Element::text: return draw_text(place, own);
    default: return draw_children(place, own);
  }
}

/// The element's own style, place and clip; false where nothing of it is seen.
bool SvgReader::enter(const Place& place, const Context& around, Context& own) {
  own = around;
  ++own.depth;
  StyleContext styles{sheet_, reporter_, budget_, std::hypot(own.width, own.height) / std::sqrt(2)};
  own.style = style_of(place, around.style, styles);
  if (!own.style.is_displayed || !apply_transform(*place.node, own.matrix)) return false;
  own.opacity *= own.style.opacity;
  return own.opacity > 0 && apply_clip(own) && !own.clip.is_empty();
}

bool SvgReader::apply_transform(const XmlNode& node, Matrix& matrix) {
  const XmlAttribute* attribute = node.find("transform");
  if (!attribute) return true;
  const auto own = read_transform(attribute->value);
  if (own) matrix = matrix * *own;
  const bool is_sound = own && std::isfinite(matrix.determinant()) && std::isfinite(matrix.e + matrix.f);
  if (!is_sound) reporter_.value("transform", attribute->value, attribute->span);
  return is_sound;
}

const XmlNode* SvgReader::find(std::string_view id) const {
  const auto at = ids_.find(id);
  return at == ids_.end() ? nullptr : at->second;
}

/// The elements around one, from the root on.
std::deque<Place> SvgReader::around(const XmlNode& node) const {
  std::deque<Place> places;
  for (auto at = around_.find(&node); at != around_.end(); at = around_.find(at->second))
    places.push_front({at->second, nullptr});
  for (std::size_t i = 1; i < places.size(); ++i) places[i].around = &places[i - 1];
  return places;
}

/// Of several alternatives the first that can be drawn, and that asks for no extension.
void SvgReader::draw_switch(const Place& place, const Context& context) {
  for (const XmlNode& child : place.node->children) {
    if (!is_svg(child)) continue;
    const Element element = element_named(child.name);
    const bool is_plain = element != Element::passive && element != Element::active &&
                          element != Element::unsupported && element != Element::unknown;
    if (!is_plain || child.find("requiredExtensions") || child.find("requiredFeatures")) continue;
    const auto language = trimmed(child.attribute("systemLanguage"));
    if (!language.empty() && !context.style.language.starts_with(language)) continue;
    return draw({&child, &place}, context);
  }
  // Programs say there that the picture cannot be shown; all that it shows is refused.
  for (const XmlNode& child : place.node->children) {
    if (is_svg(child) && element_named(child.name) == Element::unsupported)
      return reporter_.unsupported(tag(child), reason_for(child.name), name_span(child));
  }
}

void SvgReader::draw_use(const Place& place, Context context) {
  const XmlNode& node = *place.node;
  const XmlAttribute* link = link_of(node);
  if (!link) return;
  const std::string_view target = trimmed(link->value);
  if (!target.starts_with('#')) return reporter_.unsupported(tag(node), kOutside, link->span);
  const XmlNode* part = find(target.substr(1));
  if (!part) return reporter_.unsupported(tag(node), kMissing, link->span);
  bool is_loop = std::find(context.uses.begin(), context.uses.end(), part) != context.uses.end();
  for (const Place* at = &place; at; at = at->around) is_loop = is_loop || at->node == part;
  if (is_loop) return reporter_.unsupported(tag(node), kLoop, link->span);
  context.uses.push_back(part);
  context.matrix = context.matrix *
                   translation(length(node, "x", context.width, context), length(node, "y", context.height, context));
  const std::deque<Place> places = around(*part);
  const Place used{part, places.empty() ? nullptr : &places.back()};
  if (part->name != "symbol") return draw(used, context);
  Context own;
  if (enter(used, context, own)) draw_window(used, own, node);
}

/// A window into which `size` says how large it is: itself, or the `use` of a symbol.
void SvgReader::draw_window(const Place& place, Context context, const XmlNode& size) {
  const XmlNode& node = *place.node;
  const double width = length(size, "width", context.width, context, context.width);
  const double height = length(size, "height", context.height, context, context.height);
  if (&size == &node) {
    context.matrix = context.matrix *
                     translation(length(node, "x", context.width, context), length(node, "y", context.height, context));
  }
  if (!(width > 0) || !(height > 0)) return;
  Steps frame = rectangle(0, 0, width, height, 0, 0);
  transform(context.matrix, frame);
  const auto shown = rectangle_of(frame);
  if (node.attribute("overflow") != "visible") {
    if (!shown) return reporter_.unsupported(tag(node), kTurned, name_span(node));
    context.clip = context.clip & *shown;
  }
  context.width = width;
  context.height = height;
  if (const auto box = view_box_of(node, reporter_)) {
    context.matrix = context.matrix * fit(*box, width, height, node.attribute("preserveAspectRatio"));
    context.width = (*box)[2];
    context.height = (*box)[3];
  }
  if (!context.clip.is_empty()) draw_children(place, context);
}

}  // namespace bifolio::picture
