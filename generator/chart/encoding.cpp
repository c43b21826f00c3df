#include "chart/encoding.h"

#include <algorithm>
#include <array>

#include "chart/context.h"
#include "chart/predicate.h"

namespace bifolio::chart {
namespace {

struct Named {
  std::string_view name;
  Channel channel;
};
constexpr Named kChannels[] = {
    {"x", Channel::x},
    {"y", Channel::y},
    {"x2", Channel::x2},
    {"y2", Channel::y2},
    {"xOffset", Channel::x_offset},
    {"yOffset", Channel::y_offset},
    {"theta", Channel::theta},
    {"theta2", Channel::theta2},
    {"radius", Channel::radius},
    {"radius2", Channel::radius2},
    {"color", Channel::color},
    {"fill", Channel::fill},
    {"stroke", Channel::stroke},
    {"opacity", Channel::opacity},
    {"fillOpacity", Channel::fill_opacity},
    {"strokeOpacity", Channel::stroke_opacity},
    {"strokeWidth", Channel::stroke_width},
    {"strokeDash", Channel::stroke_dash},
    {"shape", Channel::shape},
    {"size", Channel::size},
    {"angle", Channel::angle},
    {"text", Channel::text},
    {"detail", Channel::detail},
    {"order", Channel::order},
    {"key", Channel::key},
    {"description", Channel::description},
    {"tooltip", Channel::tooltip},
    {"href", Channel::href},
    {"row", Channel::row},
    {"column", Channel::column},
    {"facet", Channel::facet},
    {"xError", Channel::x_error},
    {"xError2", Channel::x_error2},
    {"yError", Channel::y_error},
    {"yError2", Channel::y_error2},
};

bool is_numeric_scale(std::string_view type) {
  static constexpr std::string_view kTypes[] = {"linear",   "log",      "pow",       "sqrt",       "symlog",
                                                "quantile", "quantize", "threshold", "bin-ordinal"};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

// Vega-Lite, `defaultType`: what a field is when its author does not say.
FieldType default_type(const ChannelUse& use, const Tree& tree) {
  switch (use.channel) {
    case Channel::row:
    case Channel::column:
    case Channel::facet:
    case Channel::shape:
    case Channel::stroke_dash: return FieldType::nominal;
    case Channel::order: return FieldType::ordinal;
    default: break;
  }
  if (const Tree* sort = member(&tree, "sort"); sort && sort->is_array()) return FieldType::ordinal;
  const bool picks_row = use.aggregate == "argmax" || use.aggregate == "argmin";
  if ((!use.aggregate.empty() && !picks_row) || use.bin) return FieldType::quantitative;
  if (use.unit) return FieldType::temporal;
  const std::string scale = text_member(member(&tree, "scale"), "type");
  if (is_numeric_scale(scale) || picks_row) return FieldType::quantitative;
  if (scale == "time" || scale == "utc") return FieldType::temporal;
  if (use.is_datum)
    return use.datum.is_number() ? FieldType::quantitative
           : use.datum.is_time() ? FieldType::temporal
                                 : FieldType::nominal;
  return use.is_binned ? FieldType::quantitative : FieldType::nominal;
}

FieldType type_of(const ChannelUse& use, const Tree& tree) {
  const std::string type = text_member(&tree, "type");
  if (type == "quantitative") return FieldType::quantitative;
  if (type == "temporal") return FieldType::temporal;
  if (type == "ordinal") return FieldType::ordinal;
  if (type == "nominal") return FieldType::nominal;
  return default_type(use, tree);
}

void read_aggregate(ChannelUse& use, const Tree& tree) {
  const Tree* aggregate = member(&tree, "aggregate");
  if (aggregate == nullptr) return;
  if (aggregate->is_string()) {
    use.aggregate = aggregate->text;
  } else if (!aggregate->members.empty()) {
    use.aggregate = aggregate->members.front().key;
    use.argument = aggregate->members.front().value.text;
  }
}

void read_bin(ChannelUse& use, const Tree& tree) {
  const Tree* bin = member(&tree, "bin");
  if (bin == nullptr) return;
  use.is_binned = (bin->is_string() && bin->text == "binned") || boolean_member(bin, "binned", false);
  if (!use.is_binned && (bin->is_object() || (bin->is_boolean() && bin->boolean))) use.bin = bin;
}

void read_unit(ChannelUse& use, const Tree& tree) {
  const Tree* unit = member(&tree, "timeUnit");
  if (unit == nullptr) return;
  use.unit = parse_time_unit(unit->is_string() ? unit->text : text_member(unit, "unit"));
  if (use.unit && unit->is_object()) {
    use.unit->step = static_cast<int>(std::clamp(number_member(unit, "step", 1), 1.0, 1000.0));
    use.unit->is_binned = use.unit->is_binned || boolean_member(unit, "binned", false);
  }
}

/// The definition, or its condition, that has the field.
const Tree* field_tree(const Tree& tree) {
  if (tree.find("field") || tree.find("datum") || tree.find("aggregate")) return &tree;
  const Tree* condition = member(&tree, "condition");
  if (condition && condition->is_array()) condition = condition->items.empty() ? nullptr : &condition->items.front();
  return condition && (condition->find("field") || condition->find("aggregate") || condition->find("datum")) ? condition
                                                                                                             : &tree;
}

std::string capitalized(std::string_view word) {
  std::string out(word);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string chinese_aggregate(std::string_view op) {
  static constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"mean", "平均值"},   {"average", "平均值"}, {"median", "中位数"}, {"sum", "合计"},
      {"min", "最小值"},    {"max", "最大值"},     {"stdev", "标准差"},  {"stderr", "标准误"},
      {"distinct", "种数"}, {"q1", "下四分位数"},  {"q3", "上四分位数"}};
  for (const auto& [name, word] : kWords) {
    if (name == op) return std::string(word);
  }
  return std::string(op);
}

}  // namespace

std::string_view name(Channel channel) {
  for (const Named& each : kChannels) {
    if (each.channel == channel) return each.name;
  }
  return {};
}

std::optional<Channel> channel_named(std::string_view text) {
  for (const Named& each : kChannels) {
    if (each.name == text) return each.channel;
  }
  return std::nullopt;
}

std::string_view name(FieldType type) {
  static constexpr std::string_view kNames[] = {"quantitative", "temporal", "ordinal", "nominal"};
  return kNames[static_cast<std::size_t>(type)];
}

bool has_scale(Channel c) {
  return is_position(c) || is_offset(c) || c == Channel::theta || c == Channel::radius ||
         (c >= Channel::color && c <= Channel::angle);
}

Channel main_channel(Channel c) {
  switch (c) {
    case Channel::x2: return Channel::x;
    case Channel::y2: return Channel::y;
    case Channel::theta2: return Channel::theta;
    case Channel::radius2: return Channel::radius;
    default: return c;
  }
}

Channel second_channel(Channel c) {
  switch (c) {
    case Channel::x: return Channel::x2;
    case Channel::y: return Channel::y2;
    case Channel::theta: return Channel::theta2;
    case Channel::radius: return Channel::radius2;
    default: return c;
  }
}

ChannelUse read_channel(Channel channel, const Tree& tree, Pool& pool) {
  ChannelUse use;
  use.channel = channel;
  use.tree = &tree;
  const Tree& source = *field_tree(tree);
  use.field_tree = &source;
  const Tree* field = member(&source, "field");
  use.written = use.field = field && field->is_string() ? field->text : "";
  read_aggregate(use, source);
  use.is_field = !use.field.empty() || use.aggregate == "count";
  if (const Tree* datum = member(&source, "datum"); datum && !use.is_field) {
    use.is_datum = true;
    use.datum = value_of(*datum, pool);
  }
  read_bin(use, source);
  read_unit(use, source);
  use.type = type_of(use, source);
  if (use.type == FieldType::temporal && use.datum.is_text()) use.datum = Value::of_time(parse_date(use.datum.text));
  return use;
}

Encoding read_encoding(const Tree* encoding, Pool& pool) {
  Encoding out;
  if (encoding == nullptr) return out;
  for (const Named& each : kChannels) {
    const Tree* tree = member(encoding, each.name);
    if (tree == nullptr) continue;
    if (!tree->is_array()) out.uses.push_back(read_channel(each.channel, *tree, pool));
    for (const Tree& item : tree->items) out.uses.push_back(read_channel(each.channel, item, pool));
  }
  return out;
}

const ChannelUse* Encoding::find(Channel channel) const {
  const auto at = std::find_if(uses.begin(), uses.end(), [&](const ChannelUse& use) { return use.channel == channel; });
  return at == uses.end() ? nullptr : &*at;
}
ChannelUse* Encoding::find(Channel channel) {
  return const_cast<ChannelUse*>(std::as_const(*this).find(channel));
}
const ChannelUse* Encoding::measured(Channel channel) const {
  const ChannelUse* use = find(channel);
  return use && use->is_measured() ? use : nullptr;
}

std::string default_title(const ChannelUse& use, std::string_view language) {
  const bool is_chinese = language.starts_with("zh");
  if (use.aggregate == "count") return is_chinese ? "数量" : "Count of Records";
  if (use.aggregate == "argmax" || use.aggregate == "argmin") {
    return use.field + (use.aggregate == "argmax" ? " for max " : " for min ") + use.argument;
  }
  if (!use.aggregate.empty()) {
    return is_chinese ? use.field + "的" + chinese_aggregate(use.aggregate)
                      : capitalized(use.aggregate) + " of " + use.field;
  }
  if (use.bin) return is_chinese ? use.field : use.field + " (binned)";
  if (use.unit && !is_chinese) {
    std::string unit;
    for (const std::string_view part : use.unit->names()) unit += (unit.empty() ? "" : "-") + std::string(part);
    return use.field + " (" + unit + ")";
  }
  return use.field;
}

}  // namespace bifolio::chart
