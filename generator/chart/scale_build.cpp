#include "chart/scale_build.h"

#include <algorithm>

namespace bifolio::chart {
namespace {

using Groups = std::map<Channel, std::vector<std::unique_ptr<ScaleGroup>>>;

bool is_in(std::string_view mark, std::initializer_list<std::string_view> marks) {
  return std::find(marks.begin(), marks.end(), mark) != marks.end();
}

// Vega-Lite, `defaultType` of scales.
ScaleType default_type(const View& view, const ChannelUse& use) {
  if (use.is_discrete()) {
    if (is_position(use.channel)) {
      const bool has_band = is_in(view.mark, {"bar", "rect", "rule", "tick"}) ||
                            member(member(use.tree, "axis"), "tickBand") ||
                            member(member(view.mark_tree, use.channel == Channel::x ? "width" : "height"), "band");
      return has_band ? ScaleType::band : ScaleType::point;
    }
    if (is_offset(use.channel))
      return is_in(view.mark, {"bar", "rect", "rule", "tick"}) ? ScaleType::band : ScaleType::point;
    if (is_polar(use.channel)) return view.mark == "arc" ? ScaleType::band : ScaleType::point;
    if (is_color(use.channel) || use.channel == Channel::shape || use.channel == Channel::stroke_dash)
      return ScaleType::ordinal;
    return ScaleType::point;
  }
  if (use.channel == Channel::shape || use.channel == Channel::stroke_dash) return ScaleType::ordinal;
  if (use.type == FieldType::temporal) return ScaleType::time;
  return use.bin && is_color(use.channel) ? ScaleType::bin_ordinal : ScaleType::linear;
}

ScaleType type_of(const ScaleGroup& group, Context& context) {
  std::optional<ScaleType> chosen;
  for (const ScaleMember& each : group.members) {
    const Tree* asked = member(member(each.use->field_tree, "scale"), "type");
    if (asked && asked->is_string()) {
      if (const auto named = scale_type_named(asked->text)) return *named;
      context.report(rule::chart_value, asked->span, {{"value", asked->text}, {"property", "scale.type"}});
    }
    const ScaleType type = default_type(*each.view, *each.use);
    if (!chosen || (*chosen == ScaleType::point && type == ScaleType::band)) chosen = type;
  }
  return chosen.value_or(ScaleType::linear);
}

/// `"scale": null` switches the scale off: values are colours or sizes as they are.
bool uses_scale(const ChannelUse& use) {
  return use.is_measured() && has_scale(use.channel) && !is_null_member(use.field_tree, "scale");
}

Groups groups_of(View& view, ScaleGroups& done) {
  Groups out;
  if (view.kind == View::Kind::unit) {
    for (ChannelUse& use : view.encoding.uses) {
      if (!uses_scale(use) || out.contains(use.channel)) continue;
      auto group = std::make_unique<ScaleGroup>();
      group->channel = use.channel;
      group->members.push_back({&view, &use});
      out[use.channel].push_back(std::move(group));
    }
    return out;
  }
  for (const auto& child : view.children) {
    for (auto& [channel, groups] : groups_of(*child, done)) {
      auto& mine = out[channel];
      for (auto& group : groups) {
        if (is_shared(view, channel, "scale")) {
          if (mine.empty())
            mine.push_back(std::move(group));
          else
            mine.front()->members.insert(mine.front()->members.end(), group->members.begin(), group->members.end());
        } else {
          group->owner = child.get();
          done.push_back(std::move(group));
        }
      }
    }
  }
  std::erase_if(out, [](const auto& entry) { return entry.second.empty(); });
  return out;
}

bool has_offset(const ScaleGroup& group) {
  return std::any_of(group.members.begin(), group.members.end(), [&](const ScaleMember& m) {
    const ChannelUse* offset = m.view->use(group.channel == Channel::x ? Channel::x_offset : Channel::y_offset);
    return offset && offset->is_field;
  });
}

bool has_discrete_offset(const ScaleGroup& group) {
  return std::any_of(group.members.begin(), group.members.end(), [&](const ScaleMember& m) {
    const ChannelUse* offset = m.view->use(group.channel == Channel::x ? Channel::x_offset : Channel::y_offset);
    return offset && offset->is_field && offset->is_discrete();
  });
}

double first_number(std::initializer_list<const Tree*> trees, double otherwise) {
  for (const Tree* tree : trees) {
    if (tree && tree->is_number()) return tree->number;
  }
  return otherwise;
}

// Vega-Lite, `padding`, `paddingInner`, `paddingOuter`.
void set_padding(ScaleGroup& group, const Context& context) {
  Scale& scale = group.scale;
  if (scale.type != ScaleType::band && scale.type != ScaleType::point) return;
  const auto config = [&](const char* key) { return context.setting("scale", key); };
  const Tree* both = group.setting("padding");
  if (scale.type == ScaleType::point) {
    scale.padding_inner = 1;
    scale.padding_outer =
        first_number({group.setting("paddingOuter"), both,
                      is_position(group.channel) || is_offset(group.channel) ? config("pointPadding") : nullptr},
                     is_position(group.channel) || is_offset(group.channel) ? 0.5 : 0);
  } else if (is_position(group.channel)) {
    const bool nested = has_offset(group) && has_discrete_offset(group);
    const std::string& mark = group.members.front().view->mark;
    const char* key = mark == "bar"    ? "barBandPaddingInner"
                      : mark == "tick" ? "tickBandPaddingInner"
                                       : "rectBandPaddingInner";
    const double usual = mark == "bar" ? 0.1 : mark == "tick" ? 0.25 : 0;
    const double inner = nested ? first_number({config("bandWithNestedOffsetPaddingInner")}, 0.2)
                                : first_number({config("bandPaddingInner"), config(key)}, usual);
    scale.padding_inner = first_number({group.setting("paddingInner"), both}, inner);
    const double outer = nested ? first_number({config("bandWithNestedOffsetPaddingOuter")}, 0.2)
                                : first_number({config("bandPaddingOuter")}, scale.padding_inner / 2);
    scale.padding_outer = first_number({group.setting("paddingOuter"), both}, outer);
  } else {
    scale.padding_inner = first_number({group.setting("paddingInner"), both, config("offsetBandPaddingInner")}, 0);
    scale.padding_outer = first_number({group.setting("paddingOuter"), both, config("offsetBandPaddingOuter")}, 0);
  }
  scale.padding_inner = std::clamp(scale.padding_inner, 0.0, 1.0);
  scale.padding_outer = std::clamp(scale.padding_outer, 0.0, 100.0);
  scale.align = std::clamp(first_number({group.setting("align")}, 0.5), 0.0, 1.0);
}

void set_type(ScaleGroup& group, Context& context) {
  Scale& scale = group.scale;
  scale.channel = group.channel;
  scale.type = type_of(group, context);
  scale.field_type = group.members.front().use->type;
  scale.exponent =
      scale.type == ScaleType::sqrt ? 0.5 : std::clamp(first_number({group.setting("exponent")}, 1), 0.01, 100.0);
  scale.base = std::max(1.1, first_number({group.setting("base")}, 10));
  scale.constant = std::max(1e-9, first_number({group.setting("constant")}, 1));
  const Tree* clamp = group.setting("clamp");
  scale.is_clamped = clamp && clamp->is_boolean() && clamp->boolean;
}

}  // namespace

const Tree* ScaleGroup::setting(std::string_view key) const {
  for (const ScaleMember& each : members) {
    if (const Tree* found = member(member(each.use->field_tree, "scale"), key)) return found;
  }
  return nullptr;
}

bool ScaleGroup::is_bar_like() const {
  return std::any_of(members.begin(), members.end(),
                     [](const ScaleMember& m) { return m.view->mark == "bar" || m.view->mark == "area"; });
}

bool is_shared(const View& view, Channel channel, std::string_view kind) {
  const std::string asked = text_member(member(member(view.spec, "resolve"), kind), name(channel));
  if (!asked.empty()) return asked == "shared";
  return view.kind != View::Kind::concat || !(is_position(channel) || is_offset(channel) || is_polar(channel));
}

bool fills_interval(const View& view, const ChannelUse& use) {
  if (!use.unit || use.end_column < 0) return false;
  const ChannelUse* second = view.encoding.find(second_channel(use.channel));
  if (second && second->is_measured()) return false;
  return view.mark == "bar" || view.mark == "rect" || member(use.tree, "bandPosition");
}

double band_position(const View& view, const ChannelUse& use, const Context& context) {
  if (const Tree* own = member(use.tree, "bandPosition"); own && own->is_number()) return own->number;
  const bool is_rect = view.mark == "bar" || view.mark == "rect";
  if (use.unit) return mark_number(view, "timeUnitBandPosition", is_rect ? 0.5 : 0, context);
  return 0.5;
}

ScaleGroups resolve_scales(View& root, Context& context) {
  ScaleGroups all;
  for (auto& [channel, groups] : groups_of(root, all)) {
    for (auto& group : groups) {
      group->owner = &root;
      all.push_back(std::move(group));
    }
  }
  for (const auto& group : all) {
    // A group that a layer or unit owns alone belongs to the outermost layer that has no one else in it.
    group->owner->owned_scales.push_back(group.get());
    for (const ScaleMember& each : group->members) each.view->scales[group->channel] = group.get();
  }
  for (const auto& group : all) {
    set_type(*group, context);
    find_domain(*group, context);
    set_padding(*group, context);
  }
  return all;
}

}  // namespace bifolio::chart
