// The properties of a specification that are known here. What stands in none of
// these lists is reported at its place: misspelt, or not supported.
#include <algorithm>
#include <span>

#include "chart/checks.h"
#include "chart/encoding.h"
#include "chart/mark.h"
#include "chart/property_names.h"

namespace bifolio::chart {
namespace {

using namespace known;
using Names = std::span<const std::string_view>;

class PropertyCheck {
 public:
  explicit PropertyCheck(Context& context) : context_(context) {}

  void view(const Tree& tree, int depth = 0) {
    if (depth > 40 || !tree.is_object()) return;
    known(tree, kView);
    part(tree, "title", kTitle);
    part(tree, "data", kData);
    part(tree, "view", kConfigView);
    if (const Tree* data = member(&tree, "data")) part(*data, "format", kDataFormat);
    if (const Tree* config = member(&tree, "config"); config && depth == 0) this->config(*config);
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
      // Numbers and dates are what `format` means anyway; other types are programs of the page.
      const bool is_usual = each.key == "formatType" && (each.value.text == "number" || each.value.text == "time");
      if (!is_usual && std::find(names.begin(), names.end(), each.key) == names.end()) report(each);
    }
  }

  void report(const Member& unknown) {
    const Span place = unknown.key_span.size() > 0 ? unknown.key_span : unknown.value.span;
    context_.report(rule::chart_unsupported, place, {{"property", unknown.key}});
  }

  /// Settings by group: guides, marks, named styles of marks and guides.
  void config(const Tree& tree) {
    for (const Member& each : tree.members) {
      if (each.key == "scale")
        part(tree, each.key, kConfigScale);
      else if (each.key == "view")
        part(tree, each.key, kConfigView);
      else if (each.key == "range")
        part(tree, each.key, kConfigRange);
      else if (each.key.starts_with("axis"))
        part(tree, each.key, kAxis);
      else if (each.key == "legend")
        part(tree, each.key, kLegend);
      else if (each.key == "header")
        part(tree, each.key, kHeader);
      else if (each.key == "title")
        part(tree, each.key, kTitle);
      else if (each.key == "facet" || each.key == "concat")
        part(tree, each.key, kConfigGrid);
      else if (each.key == "style")
        for (const Member& style : each.value.members) part(each.value, style.key, kMark);
      else if (each.key == "mark" || is_mark(each.key))
        part(tree, each.key, kMark);
      else if (std::find(std::begin(kConfig), std::end(kConfig), each.key) == std::end(kConfig))
        report(each);
    }
  }

  static bool is_mark(std::string_view name) {
    return find_mark(name) || name == "boxplot" || name == "errorbar" || name == "errorband";
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
