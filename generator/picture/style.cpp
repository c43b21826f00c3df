#include "picture/style.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "picture/ink.h"
#include "picture/scan.h"

namespace bifolio::picture {
namespace {

constexpr Words kFilter = {"a filter", "滤镜"}, kMask = {"a mask", "蒙版"},
                kBlend = {"colours that mix with those below", "与下层混合的颜色"},
                kVertical = {"text that runs downwards", "竖排文字"},
                kTransform = {"a transformation in a style sheet", "写在样式表里的变换"},
                kVariable = {"a variable in a style sheet", "样式表变量"};
constexpr Words kJoins = {"corners of lines are pointed", "线条的转角是尖的"},
                kOffset = {"dashes begin at the start of a line", "虚线从线的起点开始"},
                kSpacing = {"letters stand at their usual distance", "文字用通常的间距"},
                kDecoration = {"text has no line below or through it", "文字没有下划线或删除线"},
                kOrder = {"what is filled is drawn first, then its outline", "先填色，再画轮廓"};

/// What is read from one property of one element.
struct Reading {
  Style& style;
  const Style& inherited;
  StyleContext& context;
  const Declaration& property;
  std::string_view value;

  void refuse() const { context.reporter.value(property.name, property.value, property.span); }
  template <typename T, typename U>
  void set(T& target, const std::optional<U>& read) const {
    if (read) return void(target = *read);
    refuse();
  }
  LengthBase lengths() const { return {context.diagonal, style.font_size}; }
};

using Apply = void (*)(const Reading&);

void set_ink(const Reading& reading, Ink& target, const Ink& inherited) {
  if (reading.value == "inherit") return void(target = inherited);
  auto ink = read_ink(reading.value, reading.style.color);
  if (!ink) return reading.refuse();
  ink->span = reading.property.span;
  target = std::move(*ink);
}

void set_dashes(const Reading& reading) {
  reading.style.dashes.clear();
  if (reading.value == "none") return;
  std::string list(reading.value);
  std::replace(list.begin(), list.end(), ',', ' ');
  for (std::string_view rest = trimmed(list); !rest.empty(); rest = trimmed(rest)) {
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
    const auto length = read_length(rest.substr(0, end), reading.lengths());
    if (!length || *length < 0 || reading.style.dashes.size() == 100) return reading.refuse();
    reading.style.dashes.push_back(*length);
    rest.remove_prefix(end);
  }
  // An odd number of them counts twice (SVG 1.1, 11.4).
  auto& dashes = reading.style.dashes;
  if (dashes.size() % 2 == 1)
    dashes.insert(dashes.end(), dashes.begin(), dashes.begin() + static_cast<std::ptrdiff_t>(dashes.size()));
}

/// Medium is 16 pixels; each step of the scale a sixth (CSS Fonts 4, 2.5).
std::optional<double> named_size(std::string_view name, double inherited) {
  static constexpr std::pair<std::string_view, double> kSizes[] = {{"xx-small", 9}, {"x-small", 10}, {"small", 13},
                                                                   {"medium", 16},  {"large", 18},   {"x-large", 24},
                                                                   {"xx-large", 32}};
  for (const auto& [known, size] : kSizes) {
    if (name == known) return size;
  }
  if (name == "smaller") return inherited / 1.2;
  if (name == "larger") return inherited * 1.2;
  return std::nullopt;
}

std::optional<double> font_size(std::string_view text, double inherited) {
  if (const auto size = named_size(text, inherited)) return size;
  const auto size = read_length(text, {inherited, inherited});
  return size && *size >= 0 ? size : std::nullopt;
}

bool is_bold(std::string_view text) {
  const auto weight = read_numbers(text);
  return text.starts_with("bold") || (weight && weight->size() == 1 && weight->front() >= 600);
}

/// `italic bold 12px/1.2 "Some Font"`: all before the size, and it.
void set_font(const Reading& reading) {
  reading.style.is_bold = reading.style.is_italic = false;
  for (std::string_view rest = reading.value; !rest.empty(); rest = trimmed(rest)) {
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
    const std::string_view word = rest.substr(0, end);
    const auto size = font_size(word.substr(0, word.find('/')), reading.inherited.font_size);
    if (size && !read_numbers(word)) return void(reading.style.font_size = *size);
    reading.style.is_italic |= word == "italic" || word == "oblique";
    reading.style.is_bold |= is_bold(word);
    rest.remove_prefix(end);
  }
  reading.refuse();
}

/// Where letters stand, as shares of their size (SVG 1.1, 10.9.2), for fonts such as ours.
void set_baseline(const Reading& reading) {
  static constexpr std::pair<std::string_view, double> kBaselines[] = {{"auto", 0},
                                                                       {"alphabetic", 0},
                                                                       {"baseline", 0},
                                                                       {"middle", 0.27},
                                                                       {"central", 0.35},
                                                                       {"hanging", 0.75},
                                                                       {"text-before-edge", 0.88},
                                                                       {"text-top", 0.88},
                                                                       {"text-after-edge", -0.12},
                                                                       {"text-bottom", -0.12},
                                                                       {"ideographic", -0.12},
                                                                       {"mathematical", 0.35}};
  for (const auto& [name, share] : kBaselines) {
    if (reading.value == name) return void(reading.style.baseline = share);
  }
  reading.refuse();
}

void set_clip(const Reading& reading) {
  reading.style.clip.clear();
  if (reading.value == "none") return;
  const auto id = local_id(reading.value);
  if (!id) return reading.refuse();
  reading.style.clip = *id;
  reading.style.clip_span = reading.property.span;
}

void set_markers(const Reading& reading, std::size_t first, std::size_t last) {
  const auto id = reading.value == "none" ? std::optional<std::string>("") : local_id(reading.value);
  if (!id) return reading.refuse();
  for (std::size_t i = first; i <= last; ++i) reading.style.markers[i] = *id;
}

bool is_nothing(std::string_view value) {
  return value == "none" || value == "normal" || value == "auto" || value == "inherit" || value == "initial";
}

template <const Words& reason>
void refuse_unless_none(const Reading& reading) {
  if (!is_nothing(reading.value))
    reading.context.reporter.unsupported(reading.property.name, reason, reading.property.span);
}

template <const Words& reason>
void note_unless_none(const Reading& reading) {
  const auto number = read_length(reading.value, {});
  const bool is_usual = is_nothing(reading.value) || (number && *number == 0) || reading.value == "miter";
  if (!is_usual) reading.context.reporter.simplified(reading.property.name, reason, reading.property.span);
}

const std::map<std::string_view, Apply>& properties() {
  static const std::map<std::string_view, Apply> all = {
      {"fill", [](const Reading& r) { set_ink(r, r.style.fill, r.inherited.fill); }},
      {"stroke", [](const Reading& r) { set_ink(r, r.style.stroke, r.inherited.stroke); }},
      {"fill-opacity", [](const Reading& r) { r.set(r.style.fill_opacity, read_share(r.value)); }},
      {"stroke-opacity", [](const Reading& r) { r.set(r.style.stroke_opacity, read_share(r.value)); }},
      {"opacity", [](const Reading& r) { r.set(r.style.opacity, read_share(r.value)); }},
      {"stroke-width", [](const Reading& r) { r.set(r.style.width, read_length(r.value, r.lengths())); }},
      {"stroke-dasharray", set_dashes},
      {"stroke-linecap",
       [](const Reading& r) {
         using Cap = DrawingPaint::Cap;
         r.style.cap = r.value == "round" ? Cap::round : r.value == "square" ? Cap::square : Cap::butt;
       }},
      {"fill-rule", [](const Reading& r) { r.style.is_even_odd = r.value == "evenodd"; }},
      {"clip-rule", [](const Reading& r) { r.style.clips_even_odd = r.value == "evenodd"; }},
      {"display", [](const Reading& r) { r.style.is_displayed = r.value != "none"; }},
      {"visibility", [](const Reading& r) { r.style.is_visible = r.value == "visible"; }},
      {"font-weight", [](const Reading& r) { r.style.is_bold = is_bold(r.value); }},
      {"font-style",
       [](const Reading& r) { r.style.is_italic = r.value == "italic" || r.value.starts_with("oblique"); }},
      {"font", set_font},
      {"text-anchor",
       [](const Reading& r) {
         using Anchor = DrawingText::Anchor;
         r.style.anchor = r.value == "middle" ? Anchor::middle : r.value == "end" ? Anchor::end : Anchor::start;
       }},
      {"dominant-baseline", set_baseline},
      {"alignment-baseline", set_baseline},
      {"vector-effect", [](const Reading& r) { r.style.has_fixed_stroke = r.value == "non-scaling-stroke"; }},
      {"white-space", [](const Reading& r) { r.style.keeps_space = r.value.starts_with("pre"); }},
      {"clip-path", set_clip},
      {"filter", refuse_unless_none<kFilter>},
      {"mask", refuse_unless_none<kMask>},
      {"marker", [](const Reading& r) { set_markers(r, 0, 2); }},
      {"marker-start", [](const Reading& r) { set_markers(r, 0, 0); }},
      {"marker-mid", [](const Reading& r) { set_markers(r, 1, 1); }},
      {"marker-end", [](const Reading& r) { set_markers(r, 2, 2); }},
      {"mix-blend-mode", refuse_unless_none<kBlend>},
      {"stroke-linejoin", note_unless_none<kJoins>},
      {"stroke-dashoffset", note_unless_none<kOffset>},
      {"letter-spacing", note_unless_none<kSpacing>},
      {"word-spacing", note_unless_none<kSpacing>},
      {"text-decoration", note_unless_none<kDecoration>},
      {"paint-order", note_unless_none<kOrder>},
  };
  return all;
}

void apply_other(const Reading& reading) {
  const std::string_view value = reading.value;
  Reporter& reporter = reading.context.reporter;
  const Declaration& property = reading.property;
  const bool is_upright = value.starts_with("lr") || value == "horizontal-tb";
  if (property.name == "writing-mode" && !is_upright) reporter.unsupported(property.name, kVertical, property.span);
  if (property.name == "transform" && value != "none") reporter.unsupported(property.name, kTransform, property.span);
}

void apply(const Reading& reading) {
  if (reading.value.find("var(") != std::string_view::npos)
    return reading.context.reporter.unsupported("var()", kVariable, reading.property.span);
  const auto at = properties().find(reading.property.name);
  if (at == properties().end()) return apply_other(reading);
  const bool is_ink = reading.property.name == "fill" || reading.property.name == "stroke";
  // What is inherited stands there already; only what is not needs to be fetched.
  if (reading.value == "inherit" && !is_ink) return;
  if (reading.value.starts_with("url(") && !local_id(reading.value))
    return reading.context.reporter.unsupported(reading.property.name, kOutside, reading.property.span);
  at->second(reading);
}

void apply_each(const std::vector<Declaration>& properties, Style& style, const Style& inherited,
                StyleContext& context) {
  // Both are what others are measured by.
  for (const Declaration& one : properties) {
    if (one.name == "color" && one.value != "inherit") {
      if (const auto color = read_color(one.value)) style.color = color->color;
    }
    if (one.name != "font-size" || one.value == "inherit") continue;
    if (const auto size = font_size(one.value, inherited.font_size))
      style.font_size = *size;
    else
      context.reporter.value(one.name, one.value, one.span);
  }
  for (const Declaration& one : properties) {
    const Declaration& property = one;
    if (one.name != "color" && one.name != "font-size") apply({style, inherited, context, property, property.value});
  }
}

constexpr Words kComparisons = {"comparisons of elements with style rules", "元素与样式规则的比对次数"};

/// `transform` is no property there, but the attribute of the same name; `font` is none at all.
bool is_presentation(std::string_view name) {
  return name == "color" || name == "font-size" || name == "writing-mode" ||
         (name != "font" && properties().contains(name));
}

/// Weak ones first: attributes, style sheets, the style attribute, and what insists on itself.
std::vector<Declaration> cascade(const Place& place, StyleContext& context) {
  std::vector<Declaration> all;
  for (const syntax::XmlAttribute& attribute : place.node->attributes) {
    if (is_presentation(attribute.name))
      all.push_back({attribute.name, std::string(trimmed(attribute.value)), false, attribute.span});
  }
  if (!context.sheet.is_empty()) {
    for (const Declaration* one : context.sheet.matching(place, context.budget.comparisons)) all.push_back(*one);
    if (context.budget.comparisons == 0)
      context.reporter.too_large(kComparisons, Budget{}.comparisons, place.node->span);
  }
  if (const syntax::XmlAttribute* style = place.node->find("style")) {
    for (Declaration& one : read_declarations(style->value, style->span)) all.push_back(std::move(one));
  }
  std::stable_partition(all.begin(), all.end(), [](const Declaration& one) { return !one.is_important; });
  return all;
}

}  // namespace

Style style_of(const Place& place, const Style& inherited, StyleContext& context) {
  Style style = inherited;
  style.opacity = 1;
  style.is_displayed = true;
  style.has_fixed_stroke = false;
  style.clip.clear();
  for (const char* name : {"lang", "xml:lang"}) {
    if (const syntax::XmlAttribute* language = place.node->find(name)) style.language = language->value;
  }
  if (const syntax::XmlAttribute* space = place.node->find("xml:space")) style.keeps_space = space->value == "preserve";
  // currentColor means the colour of the element that says so; kept as a colour it is inherited so, too.
  apply_each(cascade(place, context), style, inherited, context);
  return style;
}

}  // namespace bifolio::picture
