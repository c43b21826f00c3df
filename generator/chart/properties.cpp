// The properties of a specification that are known here. What stands in none of
// these lists is reported at its place: misspelt, or not supported.
#include <algorithm>
#include <span>

#include "chart/checks.h"
#include "chart/encoding.h"

namespace bifolio::chart {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kView[] = {"$schema",   "name",   "description", "title",      "data",    "datasets",
                                      "transform", "mark",   "encoding",    "layer",      "hconcat", "vconcat",
                                      "concat",    "facet",  "spec",        "columns",    "spacing", "resolve",
                                      "width",     "height", "view",        "background", "padding", "config",
                                      "usermeta",  "bounds", "align",       "center",     "autosize"};
constexpr std::string_view kMark[] = {"type",
                                      "aria",
                                      "ariaRoleDescription",
                                      "description",
                                      "style",
                                      "tooltip",
                                      "clip",
                                      "invalid",
                                      "orient",
                                      "color",
                                      "filled",
                                      "fill",
                                      "stroke",
                                      "opacity",
                                      "fillOpacity",
                                      "strokeOpacity",
                                      "strokeWidth",
                                      "strokeDash",
                                      "strokeCap",
                                      "strokeJoin",
                                      "interpolate",
                                      "tension",
                                      "line",
                                      "point",
                                      "x",
                                      "x2",
                                      "y",
                                      "y2",
                                      "xOffset",
                                      "x2Offset",
                                      "yOffset",
                                      "y2Offset",
                                      "width",
                                      "height",
                                      "size",
                                      "shape",
                                      "angle",
                                      "binSpacing",
                                      "continuousBandSize",
                                      "bandSize",
                                      "timeUnitBandPosition",
                                      "timeUnitBandSize",
                                      "cornerRadius",
                                      "cornerRadiusEnd",
                                      "cornerRadiusTopLeft",
                                      "cornerRadiusTopRight",
                                      "cornerRadiusBottomLeft",
                                      "cornerRadiusBottomRight",
                                      "thickness",
                                      "text",
                                      "align",
                                      "baseline",
                                      "dx",
                                      "dy",
                                      "fontSize",
                                      "fontWeight",
                                      "fontStyle",
                                      "limit",
                                      "theta",
                                      "theta2",
                                      "radius",
                                      "radius2",
                                      "radiusOffset",
                                      "innerRadius",
                                      "outerRadius",
                                      "padAngle",
                                      "extent",
                                      "center",
                                      "ticks",
                                      "rule",
                                      "band",
                                      "borders",
                                      "box",
                                      "median",
                                      "outliers",
                                      "cursor",
                                      "href"};
constexpr std::string_view kChannel[] = {
    "field",  "type",   "bin",     "timeUnit", "aggregate",  "stack",  "sort",     "title",     "axis",
    "legend", "header", "scale",   "format",   "formatType", "value",  "datum",    "condition", "bandPosition",
    "impute", "band",   "columns", "spacing",  "align",      "center", "labelExpr"};
constexpr std::string_view kAxis[] = {"aria",
                                      "description",
                                      "title",
                                      "titleAngle",
                                      "titleAnchor",
                                      "titleColor",
                                      "titleFontSize",
                                      "titleFontStyle",
                                      "titleFontWeight",
                                      "titleLimit",
                                      "titlePadding",
                                      "titleY",
                                      "orient",
                                      "grid",
                                      "gridColor",
                                      "gridDash",
                                      "gridOpacity",
                                      "gridWidth",
                                      "ticks",
                                      "tickBand",
                                      "tickColor",
                                      "tickCount",
                                      "tickMinStep",
                                      "tickSize",
                                      "tickWidth",
                                      "domain",
                                      "domainColor",
                                      "domainWidth",
                                      "labels",
                                      "labelAlign",
                                      "labelAngle",
                                      "labelBaseline",
                                      "labelColor",
                                      "labelExpr",
                                      "labelFlush",
                                      "labelFontSize",
                                      "labelFontStyle",
                                      "labelFontWeight",
                                      "labelLimit",
                                      "labelOffset",
                                      "labelOverlap",
                                      "labelPadding",
                                      "labelSeparation",
                                      "format",
                                      "formatType",
                                      "values",
                                      "minExtent",
                                      "maxExtent",
                                      "bandPosition",
                                      "offset",
                                      "zindex",
                                      "style",
                                      "tickOffset",
                                      "tickRound",
                                      "translate"};
constexpr std::string_view kLegend[] = {"aria",           "description",     "title",
                                        "titleOrient",    "titleColor",      "titleFontSize",
                                        "titleFontStyle", "titleFontWeight", "titleLimit",
                                        "titlePadding",   "orient",          "direction",
                                        "columns",        "columnPadding",   "rowPadding",
                                        "format",         "formatType",      "values",
                                        "labelColor",     "labelExpr",       "labelFontSize",
                                        "labelFontStyle", "labelFontWeight", "labelLimit",
                                        "labelOffset",    "gradientLength",  "gradientThickness",
                                        "symbolLimit",    "symbolSize",      "tickCount",
                                        "type",           "offset",          "clipHeight"};
constexpr std::string_view kScale[] = {
    "type",    "domain",       "domainMin",    "domainMax", "domainMid", "range",      "rangeMin", "rangeMax",
    "scheme",  "reverse",      "nice",         "zero",      "clamp",     "exponent",   "base",     "constant",
    "padding", "paddingInner", "paddingOuter", "align",     "round",     "interpolate"};
constexpr std::string_view kHeader[] = {
    "title",          "titleColor",      "titleFontSize", "titleFontStyle", "titleFontWeight", "titleOrient",
    "orient",         "labels",          "labelAlign",    "labelAngle",     "labelColor",      "labelFontSize",
    "labelFontStyle", "labelFontWeight", "labelOrient",   "labelPadding",   "format",          "formatType"};
constexpr std::string_view kTransform[] = {
    "filter",      "calculate", "as",      "aggregate", "groupby", "joinaggregate", "bin",    "field",
    "timeUnit",    "fold",      "flatten", "stack",     "offset",  "sort",          "window", "frame",
    "ignorePeers", "impute",    "key",     "keyvals",   "method",  "value"};
constexpr std::string_view kData[] = {"url", "values", "format", "name", "sequence"};
constexpr std::string_view kTitle[] = {"text",
                                       "subtitle",
                                       "anchor",
                                       "frame",
                                       "offset",
                                       "color",
                                       "fontSize",
                                       "fontStyle",
                                       "fontWeight",
                                       "subtitleColor",
                                       "subtitleFontSize",
                                       "subtitleFontStyle",
                                       "subtitleFontWeight",
                                       "orient",
                                       "aria"};

class PropertyCheck {
 public:
  explicit PropertyCheck(Context& context) : context_(context) {}

  void view(const Tree& tree, int depth = 0) {
    if (depth > 40 || !tree.is_object()) return;
    known(tree, kView);
    part(tree, "title", kTitle);
    part(tree, "data", kData);
    part(tree, "mark", kMark);
    list(tree, "transform", kTransform);
    if (const Tree* encoding = member(&tree, "encoding")) channels(*encoding);
    if (const Tree* facet = member(&tree, "facet")) {
      if (facet->find("field"))
        channel(*facet);
      else
        channels(*facet);
    }
    if (const Tree* spec = member(&tree, "spec")) view(*spec, depth + 1);
    for (const char* key : {"layer", "hconcat", "vconcat", "concat"}) {
      const Tree* children = member(&tree, key);
      for (const Tree& child : children ? children->items : std::vector<Tree>()) view(child, depth + 1);
    }
  }

 private:
  void known(const Tree& object, Names names) {
    for (const Member& each : object.members) {
      if (std::find(names.begin(), names.end(), each.key) != names.end()) continue;
      const Span place = each.key_span.size() > 0 ? each.key_span : each.value.span;
      context_.report(rule::chart_unsupported, place, {{"property", each.key}});
    }
  }

  void part(const Tree& tree, std::string_view key, Names names) {
    if (const Tree* object = member(&tree, key); object && object->is_object()) known(*object, names);
  }

  void list(const Tree& tree, std::string_view key, Names names) {
    const Tree* items = member(&tree, key);
    for (const Tree& item : items ? items->items : std::vector<Tree>()) known(item, names);
  }

  void channels(const Tree& encoding) {
    for (const Member& each : encoding.members) {
      if (!channel_named(each.key)) context_.report(rule::chart_unsupported, each.key_span, {{"property", each.key}});
      // Tooltips show nothing on paper, and are no part of what a reader must get.
      if (each.key == "tooltip") continue;
      if (each.value.is_object()) channel(each.value);
      for (const Tree& item : each.value.items) channel(item);
    }
  }

  void channel(const Tree& definition) {
    if (!definition.is_object()) return;
    known(definition, kChannel);
    part(definition, "axis", kAxis);
    part(definition, "legend", kLegend);
    part(definition, "scale", kScale);
    part(definition, "header", kHeader);
  }

  Context& context_;
};

}  // namespace

void check_properties(const Tree& specification, Context& context) {
  PropertyCheck(context).view(specification);
}

}  // namespace bifolio::chart
