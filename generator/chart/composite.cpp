// Error bars, error bands and box plots as layers of simple marks over
// transforms, as Vega-Lite's `compositemark` defines them.
#include <algorithm>

#include "chart/encoding.h"
#include "chart/normalize.h"

namespace bifolio::chart {
namespace {

/// Builds objects in the order in which they are read.
Tree object(std::initializer_list<std::pair<const char*, Tree>> members) {
  Tree tree = Tree::object();
  for (const auto& [key, value] : members) tree.set(key, value);
  return tree;
}
Tree list(std::initializer_list<Tree> items) {
  Tree tree = Tree::array();
  for (const Tree& item : items) tree.add(item);
  return tree;
}
Tree operation(const char* op, const std::string& field, const std::string& as) {
  return object({{"op", Tree::of(op)}, {"field", Tree::of(field)}, {"as", Tree::of(as)}});
}
std::string datum(const std::string& column) {
  std::string quoted;
  for (const char c : column) quoted += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return "datum['" + quoted + "']";
}
Tree calculation(const std::string& expression, const std::string& as) {
  return object({{"calculate", Tree::of(expression)}, {"as", Tree::of(as)}});
}

bool is_continuous(const Tree* definition, Channel channel, Pool& pool) {
  if (definition == nullptr) return false;
  const ChannelUse use = read_channel(channel, *definition, pool);
  return use.is_measured() && !use.is_discrete() && use.bin == nullptr;
}

/// A composite mark's parts that all of its kinds share.
class Composite {
 public:
  Composite(const Tree& spec, Context& context) : spec_(spec), context_(context), type_(mark_type(spec)) {
    mark_ = spec.find("mark")->is_object() ? *spec.find("mark") : object({{"type", Tree::of(type_)}});
    encoding_ = *spec.find("encoding");
    is_vertical_ = find_orientation();
    axis_ = is_vertical_ ? "y" : "x";
    if (const Tree* definition = encoding_.find(axis_)) continuous_ = *definition;
    field_ = text_member(&continuous_, "field");
    others_ = Tree::object();
    for (const Member& each : encoding_.members) {
      if (each.key == "tooltip") continue;
      if (!each.key.starts_with(axis_) || each.key == axis_ + "Offset") others_.members.push_back(each);
    }
  }

 protected:
  bool find_orientation() {
    const std::string orient = text_member(&mark_, "orient");
    if (!orient.empty()) return orient == "vertical";
    const bool x = is_continuous(encoding_.find("x"), Channel::x, context_.pool);
    const bool y = is_continuous(encoding_.find("y"), Channel::y, context_.pool);
    if (x && y)
      return text_member(encoding_.find("y"), "type") != "temporal" ||
             text_member(encoding_.find("x"), "type") == "temporal";
    return !x;
  }

  /// The fields that tell rows apart, for `groupby`; adds the time units and bins they need to `transforms`.
  Tree groupby(Tree& transforms) {
    Tree names = Tree::array();
    for (Member& each : others_.members) {
      if (each.value.is_object() && !text_member(&each.value, "field").empty())
        names.add(Tree::of(extract(each, transforms)));
    }
    return names;
  }

  std::string extract(Member& channel, Tree& transforms) {
    const auto known = channel_named(channel.key);
    const ChannelUse use = read_channel(known.value_or(Channel::detail), channel.value, context_.pool);
    if (!use.unit || use.unit->is_binned) return use.field;
    const std::string as = use.unit->name() + "_" + use.field;
    transforms.add(
        object({{"timeUnit", *channel.value.find("timeUnit")}, {"field", Tree::of(use.field)}, {"as", Tree::of(as)}}));
    if (!channel.value.find("title"))
      channel.value.set("title", Tree::of(default_title(use, context_.options.language)));
    channel.value.set("field", Tree::of(as));
    channel.value.set("timeUnit", Tree::of("binned" + use.unit->name()));
    return as;
  }

  Tree outer() const {
    Tree out = Tree::object();
    out.span = spec_.span;
    for (const Member& each : spec_.members) {
      if (each.key != "mark" && each.key != "encoding") out.members.push_back(each);
    }
    return out;
  }

  static void add_transforms(Tree& out, const Tree& more) {
    Tree all = out.find("transform") ? *out.find("transform") : Tree::array();
    for (const Tree& item : more.items) all.add(item);
    out.set("transform", std::move(all));
  }

  /// What the part is painted with: the mark's own colour and opacity, then the part's settings.
  Tree part_mark(const char* part, Tree mark) const {
    for (const char* key : {"color", "opacity", "clip"}) {
      if (const Tree* value = mark_.find(key); value && !mark.find(key)) mark.set(key, *value);
    }
    for (const Tree* settings : {context_.setting(type_, part), mark_.find(part)}) {
      if (settings == nullptr) continue;
      for (const Member& each : settings->members) mark.set(each.key, each.value);
    }
    return mark;
  }

  bool has_part(const char* part, bool otherwise) const {
    const Tree* own = mark_.find(part);
    if (own == nullptr) own = context_.setting(type_, part);
    if (own == nullptr) return otherwise;
    return !own->is_null() && !(own->is_boolean() && !own->boolean);
  }

  Tree unit(Tree mark, const Tree& encoding, const std::string& begin, const std::string& end = {}) const {
    Tree with = encoding;
    Tree position = Tree::object();
    position.set("field", Tree::of(begin));
    position.set("type", Tree::of("quantitative"));
    position.set("title", continuous_.find("title") ? *continuous_.find("title") : Tree::of(field_));
    for (const char* key : {"scale", "axis"}) {
      if (const Tree* value = continuous_.find(key)) position.set(key, *value);
    }
    with.set(axis_, std::move(position));
    if (!end.empty()) with.set(axis_ + "2", object({{"field", Tree::of(end)}}));
    return object({{"mark", std::move(mark)}, {"encoding", std::move(with)}});
  }

  static Tree without(Tree encoding, std::initializer_list<std::string_view> keys) {
    std::erase_if(encoding.members,
                  [&](const Member& m) { return std::find(keys.begin(), keys.end(), m.key) != keys.end(); });
    return encoding;
  }

  const Tree& spec_;
  Context& context_;
  std::string type_, axis_, field_;
  Tree mark_, encoding_, others_, continuous_ = Tree::object();
  bool is_vertical_ = true;
};

class ErrorMark : public Composite {
 public:
  using Composite::Composite;

  Tree expand() {
    Tree transforms = Tree::array();
    const std::string lower = "lower_" + field_, upper = "upper_" + field_;
    prepare(transforms, lower, upper);
    Tree out = outer();
    add_transforms(out, transforms);
    out.set("layer", type_ == "errorbar" ? bar_layers(lower, upper) : band_layers(lower, upper));
    return out;
  }

 private:
  /// Two columns with the ends: computed from raw data, or read from those that the data has.
  void prepare(Tree& transforms, const std::string& lower, const std::string& upper) {
    if (const Tree* second = encoding_.find(axis_ + "2")) {
      transforms.add(calculation(datum(text_member(second, "field")), upper));
      transforms.add(calculation(datum(field_), lower));
    } else if (const Tree* error = encoding_.find(axis_ + "Error")) {
      const Tree* error2 = encoding_.find(axis_ + "Error2");
      transforms.add(calculation(datum(field_) + " + " + datum(text_member(error, "field")), upper));
      transforms.add(calculation(error2 ? datum(field_) + " + " + datum(text_member(error2, "field"))
                                        : datum(field_) + " - " + datum(text_member(error, "field")),
                                 lower));
    } else {
      summarize(transforms, lower, upper);
    }
  }

  void summarize(Tree& transforms, const std::string& lower, const std::string& upper) {
    std::string center = text_member(&mark_, "center"), extent = text_member(&mark_, "extent");
    if (extent.empty()) extent = center == "median" ? "iqr" : "stderr";
    const Tree keys = groupby(transforms);
    if (extent == "ci" || extent == "iqr") {
      transforms.add(object({{"aggregate", list({operation(extent == "ci" ? "ci0" : "q1", field_, lower),
                                                 operation(extent == "ci" ? "ci1" : "q3", field_, upper)})},
                             {"groupby", keys}}));
      return;
    }
    const std::string middle = "center_" + field_, reach = "extent_" + field_;
    transforms.add(object({{"aggregate", list({operation(extent == "stdev" ? "stdev" : "stderr", field_, reach),
                                               operation("mean", field_, middle)})},
                           {"groupby", keys}}));
    transforms.add(calculation(datum(middle) + " + " + datum(reach), upper));
    transforms.add(calculation(datum(middle) + " - " + datum(reach), lower));
  }

  Tree bar_layers(const std::string& lower, const std::string& upper) {
    Tree layers = Tree::array();
    if (has_part("ticks", false)) {
      Tree tick = object({{"type", Tree::of("tick")},
                          {"orient", Tree::of(is_vertical_ ? "horizontal" : "vertical")},
                          {"aria", Tree::of(false)}});
      for (const char* key : {"thickness", "size"}) {
        if (const Tree* value = mark_.find(key)) tick.set(key, *value);
      }
      for (const std::string& end : {lower, upper}) layers.add(unit(part_mark("ticks", tick), others_, end));
    }
    if (has_part("rule", true)) {
      Tree rule = object({{"type", Tree::of("rule")}, {"ariaRoleDescription", Tree::of("errorbar")}});
      if (const Tree* value = mark_.find("thickness")) rule.set("size", *value);
      layers.add(unit(part_mark("rule", rule), others_, lower, upper));
    }
    return layers;
  }

  Tree band_layers(const std::string& lower, const std::string& upper) {
    const bool is_2d = encoding_.find("x") && encoding_.find("y");
    Tree band = object({{"type", Tree::of(is_2d ? "area" : "rect")}, {"ariaRoleDescription", Tree::of("errorband")}});
    Tree border = object({{"type", Tree::of(is_2d ? "line" : "rule")}, {"aria", Tree::of(false)}});
    for (const char* key : {"interpolate", "tension"}) {
      if (const Tree* value = mark_.find(key)) band.set(key, *value), border.set(key, *value);
    }
    band = part_mark("band", band);
    if (!band.find("opacity")) band.set("opacity", Tree::of(0.3));
    Tree layers = Tree::array();
    if (has_part("band", true)) layers.add(unit(band, others_, lower, upper));
    if (has_part("borders", false)) {
      for (const std::string& end : {lower, upper}) layers.add(unit(part_mark("borders", border), others_, end));
    }
    return layers;
  }
};

class BoxPlot : public Composite {
 public:
  using Composite::Composite;

  Tree expand() {
    Tree transforms = Tree::array();
    const Tree keys = groupby(transforms);
    Tree out = outer();
    add_transforms(out, transforms);
    Tree layers = Tree::array();
    if (const Tree* extent = mark_.find("extent"); extent && extent->is_string() && extent->text == "min-max") {
      layers.add(boxes(keys, true));
    } else {
      layers.add(outliers_and_whiskers(
          keys, extent && extent->is_number() ? extent->number : context_.number_setting("boxplot", "extent", 1.5)));
      layers.add(boxes(keys, false));
    }
    out.set("layer", std::move(layers));
    return out;
  }

 private:
  std::string column(const char* prefix) const { return prefix + ("_" + field_); }

  Tree box_size() const {
    if (const Tree* size = mark_.find("size")) return *size;
    return Tree::of(context_.number_setting("boxplot", "size", 14));
  }

  Tree whiskers(const std::string& low, const std::string& low_end, const std::string& high,
                const std::string& high_end) {
    const Tree plain = without(others_, {"color", "size"});
    Tree layers = Tree::array();
    const Tree rule = object({{"type", Tree::of("rule")}, {"aria", Tree::of(false)}});
    layers.add(unit(part_mark_plain("rule", rule), plain, low, low_end));
    layers.add(unit(part_mark_plain("rule", rule), plain, high, high_end));
    if (has_part("ticks", false)) {
      Tree tick = object({{"type", Tree::of("tick")},
                          {"orient", Tree::of(is_vertical_ ? "horizontal" : "vertical")},
                          {"aria", Tree::of(false)},
                          {"size", box_size()},
                          {"color", Tree::of("black")}});
      layers.add(unit(part_mark_plain("ticks", tick), plain, low));
      layers.add(unit(part_mark_plain("ticks", tick), plain, high_end));
    }
    return layers;
  }

  /// Whiskers and medians keep their own colour whatever the box has.
  Tree part_mark_plain(const char* part, Tree mark) const {
    for (const Tree* settings : {context_.setting(type_, part), mark_.find(part)}) {
      if (settings == nullptr) continue;
      for (const Member& each : settings->members) mark.set(each.key, each.value);
    }
    return mark;
  }

  Tree outliers_and_whiskers(const Tree& keys, double reach) {
    const std::string q1 = datum(column("lower_box")), q3 = datum(column("upper_box")), value = datum(field_);
    const std::string low = "(" + q1 + " - " + print_number(reach) + " * (" + q3 + " - " + q1 + "))";
    const std::string high = "(" + q3 + " + " + print_number(reach) + " * (" + q3 + " - " + q1 + "))";
    Tree outliers =
        unit(part_mark("outliers", object({{"type", Tree::of("point")}})), without(others_, {"size"}), field_);
    outliers.set("transform",
                 list({object({{"filter", Tree::of(value + " < " + low + " || " + value + " > " + high)}})}));
    Tree inner = Tree::object();
    inner.set("transform",
              list({object({{"filter", Tree::of(value + " >= " + low + " && " + value + " <= " + high)}}),
                    object({{"aggregate", list({operation("min", field_, column("lower_whisker")),
                                                operation("max", field_, column("upper_whisker")),
                                                operation("min", column("lower_box"), column("lower_box")),
                                                operation("max", column("upper_box"), column("upper_box"))})},
                            {"groupby", keys}})}));
    inner.set("layer",
              whiskers(column("lower_whisker"), column("lower_box"), column("upper_box"), column("upper_whisker")));
    Tree layers = Tree::array();
    if (has_part("outliers", true)) layers.add(std::move(outliers));
    layers.add(std::move(inner));
    Tree out = Tree::object();
    out.set("transform", list({object({{"joinaggregate", list({operation("q1", field_, column("lower_box")),
                                                               operation("q3", field_, column("upper_box"))})},
                                       {"groupby", keys}})}));
    out.set("layer", std::move(layers));
    return out;
  }

  Tree boxes(const Tree& keys, bool with_whiskers) {
    Tree out = Tree::object();
    out.set(
        "transform",
        list({object({{"aggregate",
                       list({operation("q1", field_, column("lower_box")), operation("q3", field_, column("upper_box")),
                             operation("median", field_, column("mid_box")),
                             operation("min", field_, column(with_whiskers ? "lower_whisker" : "min")),
                             operation("max", field_, column(with_whiskers ? "upper_whisker" : "max"))})},
                      {"groupby", keys}})}));
    Tree layers = with_whiskers ? whiskers(column("lower_whisker"), column("lower_box"), column("upper_box"),
                                           column("upper_whisker"))
                                : Tree::array();
    const char* orient = is_vertical_ ? "vertical" : "horizontal";
    Tree box = object({{"type", Tree::of("bar")},
                       {"size", box_size()},
                       {"orient", Tree::of(orient)},
                       {"ariaRoleDescription", Tree::of("box")}});
    layers.add(unit(part_mark("box", box), others_, column("lower_box"), column("upper_box")));
    Tree median = object({{"type", Tree::of("tick")},
                          {"orient", Tree::of(is_vertical_ ? "horizontal" : "vertical")},
                          {"aria", Tree::of(false)},
                          {"size", box_size()},
                          {"color", Tree::of("white")}});
    if (has_part("median", true))
      layers.add(unit(part_mark_plain("median", median), without(others_, {"color", "size"}), column("mid_box")));
    out.set("layer", std::move(layers));
    return out;
  }
};

}  // namespace

bool is_composite(std::string_view mark) {
  return mark == "errorbar" || mark == "errorband" || mark == "boxplot";
}

Tree expand_composite(const Tree& spec, Context& context) {
  return mark_type(spec) == "boxplot" ? BoxPlot(spec, context).expand() : ErrorMark(spec, context).expand();
}

}  // namespace bifolio::chart
