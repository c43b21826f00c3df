#include "chart/normalize.h"

#include <algorithm>
#include <array>

#include "chart/encoding.h"
#include "chart/stack.h"
#include "chart/view.h"

namespace bifolio::chart {
namespace {

constexpr int kMaxDepth = 30;

void remove(Tree& tree, std::string_view key) {
  std::erase_if(tree.members, [&](const Member& m) { return m.key == key; });
}

Tree empty_object(Span span) {
  Tree tree = Tree::object();
  tree.span = span;
  return tree;
}

bool has_field(const Tree& definition) {
  return definition.find("field") || definition.find("datum") || definition.find("aggregate");
}

// Vega-Lite, `mergeEncoding`: a layer's channel adds to the one above it where both have a field.
Tree merged_encoding(const Tree* above, const Tree* own) {
  Tree out = own ? *own : Tree::object();
  if (above == nullptr) return out;
  for (const Member& each : above->members) {
    Tree* mine = out.find(each.key);
    if (mine == nullptr) {
      out.members.push_back(each);
    } else if (mine->is_object() &&
               (has_field(*mine) || (each.value.is_object() && !mine->find("value") && !mine->find("condition")))) {
      for (const Member& inherited : each.value.members) {
        if (!mine->find(inherited.key)) mine->members.push_back(inherited);
      }
    }
  }
  return out;
}

/// `encoding.row`, `column` or `facet` → an outer facet.
Tree facet_out(const Tree& spec) {
  Tree outer = empty_object(spec.span), inner = empty_object(spec.span), facet = Tree::object();
  for (const Member& each : spec.members) {
    const bool is_inner = each.key == "mark" || each.key == "width" || each.key == "height" || each.key == "view" ||
                          each.key == "layer" || each.key == "encoding";
    (is_inner ? inner : outer).members.push_back(each);
  }
  Tree& encoding = *inner.find("encoding");
  for (const std::string_view channel : {"row", "column", "facet"}) {
    const Tree* definition = encoding.find(channel);
    if (definition == nullptr) continue;
    if (channel == "facet")
      facet = *definition;
    else
      facet.set(channel, *definition);
    for (const std::string_view key : {"columns", "spacing", "align", "center"}) {
      if (const Tree* value = definition->find(key); value && !outer.find(key)) outer.set(key, *value);
    }
    remove(encoding, channel);
  }
  outer.set("facet", std::move(facet));
  outer.set("spec", std::move(inner));
  return outer;
}

bool is_on(const Tree* value) {
  return value && !value->is_null() && !(value->is_boolean() && !value->boolean);
}

Tree overlay_mark(const char* type, const Tree& settings) {
  Tree mark = Tree::object();
  mark.set("type", Tree::of(type));
  if (std::string_view(type) == "point") {
    mark.set("opacity", Tree::of(1));
    mark.set("filled", Tree::of(true));
    if (settings.is_string() && settings.text == "transparent") mark.set("opacity", Tree::of(0));
  }
  for (const Member& each : settings.members) mark.set(each.key, each.value);
  return mark;
}

/// A line with points, an area with a line: `"mark": {"type": "line", "point": true}`.
bool has_overlay(const Tree& spec, const Context& context) {
  const Tree* mark = spec.find("mark");
  const std::string type = mark_type(spec);
  if (type != "line" && type != "area") return false;
  const auto setting = [&](std::string_view key) {
    const Tree* own = mark->find(key);
    return own ? own : context.setting(type, key);
  };
  if (type == "area" && is_on(setting("line"))) return true;
  // A line with shapes shows them at its points.
  return setting("point") ? is_on(setting("point")) : spec.find("encoding") && spec.find("encoding")->find("shape");
}

Tree path_overlay(const Tree& spec, Context& context) {
  const std::string type = mark_type(spec);
  const Tree& mark = *spec.find("mark");
  const auto setting = [&](std::string_view key) {
    const Tree* own = mark.find(key);
    return own ? own : context.setting(type, key);
  };
  Tree outer = empty_object(spec.span), encoding = spec.find("encoding") ? *spec.find("encoding") : Tree::object();
  for (const Member& each : spec.members) {
    if (each.key != "mark" && each.key != "encoding") outer.members.push_back(each);
  }
  Tree layers = Tree::array();
  const auto add = [&](Tree layer_mark, const Tree& layer_encoding) {
    Tree layer = Tree::object();
    layer.set("mark", std::move(layer_mark));
    layer.set("encoding", layer_encoding);
    layers.add(std::move(layer));
  };
  Tree base = mark.is_object() ? mark : Tree::object();
  base.set("type", Tree::of(type));
  base.set("point", Tree::of(false));
  base.set("line", Tree::of(false));
  if (type == "area" && !base.find("opacity") && !base.find("fillOpacity")) base.set("opacity", Tree::of(0.7));
  Tree main_encoding = encoding;
  if (type == "line") remove(main_encoding, "shape");
  add(base, main_encoding);
  // The line and the points of a stacked area stand where its edge is.
  Tree overlay_encoding = encoding;
  if (type == "area") {
    const std::string channel = stacked_channel(spec, context.pool);
    if (Tree* stacked = channel.empty() ? nullptr : overlay_encoding.find(channel); stacked && !stacked->find("stack"))
      stacked->set("stack", Tree::of("zero"));
  }
  if (const Tree* line = type == "area" ? setting("line") : nullptr; is_on(line)) {
    Tree line_mark = overlay_mark("line", *line);
    for (const std::string_view key : {"clip", "interpolate", "tension"}) {
      if (const Tree* value = mark.find(key); value && !line_mark.find(key)) line_mark.set(key, *value);
    }
    add(std::move(line_mark), overlay_encoding);
  }
  const Tree* point = setting("point");
  if (point ? is_on(point) : encoding.find("shape") != nullptr) {
    Tree points = overlay_encoding;
    remove(points, "strokeDash");
    add(overlay_mark("point", point ? *point : Tree::object()), points);
  }
  outer.set("layer", std::move(layers));
  return outer;
}

class Normalizer {
 public:
  explicit Normalizer(Context& context) : context_(context) {}

  Tree run(const Tree& spec, const Tree* encoding_above, int depth) {
    if (depth > kMaxDepth) return empty_object(spec.span);
    if (const Tree* layers = member(&spec, "layer")) return layer(spec, *layers, encoding_above, depth);
    if (spec.find("facet") && spec.find("spec")) return with_child(spec, "spec", depth);
    for (const std::string_view key : {"hconcat", "vconcat", "concat"}) {
      if (spec.find(key)) return concat(spec, key, depth);
    }
    if (!spec.find("mark")) {
      if (const Tree* repeat = spec.find("repeat")) context_.unsupported(*repeat, "repeat");
      return spec;
    }
    return unit(spec, encoding_above, depth);
  }

 private:
  Tree with_child(const Tree& spec, std::string_view key, int depth) {
    Tree out = spec;
    *out.find(key) = run(*spec.find(key), nullptr, depth + 1);
    return out;
  }

  Tree concat(const Tree& spec, std::string_view key, int depth) {
    Tree out = spec;
    for (Tree& child : out.find(key)->items) child = run(Tree(child), nullptr, depth + 1);
    return out;
  }

  Tree layer(const Tree& spec, const Tree& layers, const Tree* encoding_above, int depth) {
    Tree out = spec;
    const Tree encoding = merged_encoding(encoding_above, spec.find("encoding"));
    if (encoding.find("row") || encoding.find("column") || encoding.find("facet")) {
      out.set("encoding", encoding);
      return run(facet_out(out), nullptr, depth + 1);
    }
    remove(out, "encoding");
    Tree& list = *out.find("layer");
    list.items.clear();
    for (const Tree& child : layers.items) list.add(run(child, &encoding, depth + 1));
    return out;
  }

  Tree unit(const Tree& spec, const Tree* encoding_above, int depth) {
    Tree out = spec;
    out.set("encoding", merged_encoding(encoding_above, spec.find("encoding")));
    const Tree& encoding = *out.find("encoding");
    if (encoding.find("row") || encoding.find("column") || encoding.find("facet"))
      return run(facet_out(out), nullptr, depth + 1);
    if (is_composite(mark_type(out))) return run(expand_composite(out, context_), nullptr, depth + 1);
    if (has_overlay(out, context_)) return run(path_overlay(out, context_), nullptr, depth + 1);
    if (context_.options.theme) tell_twice(out);
    // A line with two ends is a rule.
    if (mark_type(out) == "line" && (encoding.find("x2") || encoding.find("y2"))) {
      Tree* mark = out.find("mark");
      if (mark->is_object())
        mark->set("type", Tree::of("rule"));
      else
        mark->text = "rule";
    }
    return out;
  }

  // In a theme shape and dash belong to the colour: series n takes row n of the palette.
  static void tell_twice(Tree& spec) {
    const std::string type = mark_type(spec);
    Tree& encoding = *spec.find("encoding");
    const char* channel = type == "line" ? "strokeDash" : type == "point" ? "shape" : nullptr;
    const Tree* color = encoding.find("color");
    if (!channel || !color || encoding.find(channel) || !color->find("field")) return;
    const std::string kind = text_member(color, "type", "nominal");
    if (color->find("bin") || color->find("timeUnit") || color->find("aggregate") ||
        (kind != "nominal" && kind != "ordinal"))
      return;
    const Tree* mark = spec.find("mark");
    if (mark->is_object() && (mark->find("shape") || mark->find("strokeDash"))) return;
    Tree same = Tree::object();
    for (const char* key : {"field", "type", "sort", "title", "legend"}) {
      if (const Tree* value = color->find(key)) same.set(key, *value);
    }
    if (const Tree* domain = member(member(color, "scale"), "domain")) {
      Tree scale = Tree::object();
      scale.set("domain", *domain);
      same.set("scale", std::move(scale));
    }
    encoding.set(channel, std::move(same));
  }

  Context& context_;
};

}  // namespace

std::string mark_type(const Tree& spec) {
  const Tree* mark = spec.find("mark");
  if (mark == nullptr) return {};
  return mark->is_string() ? mark->text : text_member(mark, "type");
}

Tree normalize(const Tree& specification, Context& context) {
  return Normalizer(context).run(specification, nullptr, 0);
}

}  // namespace bifolio::chart
