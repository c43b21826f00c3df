#include <algorithm>
#include <cmath>

#include "chart/layout.h"

namespace bifolio::chart {
namespace {

constexpr double kStep = 20, kContinuous = 300, kMostPixels = 20'000;

/// The plot's size as written: of the layer, or of the first unit in it that has one.
const Tree* written_size(const View& plot, std::string_view key) {
  if (const Tree* own = member(plot.spec, key)) return own;
  for (const auto& child : plot.children) {
    if (const Tree* found = written_size(*child, key)) return found;
  }
  return nullptr;
}

const ScaleGroup* group_of(const View& plot, Channel channel) {
  if (plot.kind == View::Kind::unit) {
    const auto at = plot.scales.find(channel);
    return at == plot.scales.end() ? nullptr : at->second;
  }
  for (const auto& child : plot.children) {
    if (const ScaleGroup* found = group_of(*child, channel)) return found;
  }
  return nullptr;
}

bool has_mark(const View& plot, std::string_view mark) {
  if (plot.mark == mark) return true;
  return std::any_of(plot.children.begin(), plot.children.end(),
                     [&](const auto& child) { return has_mark(*child, mark); });
}

double stepped(const View& plot, Channel channel, double step, bool for_position) {
  const ScaleGroup* group = group_of(plot, channel);
  if (!group || !is_discrete(group->scale.type)) return 0;
  const Scale& scale = group->scale;
  const ScaleGroup* nested = group_of(plot, channel == Channel::x ? Channel::x_offset : Channel::y_offset);
  if (nested && is_discrete(nested->scale.type) && !for_position) {
    const double inner = nested->scale.type == ScaleType::point ? 1 : nested->scale.padding_inner;
    step *= band_space(static_cast<double>(nested->scale.values.size()), inner, nested->scale.padding_outer);
    if (scale.padding_inner < 1) step /= 1 - (scale.type == ScaleType::point ? 0 : scale.padding_inner);
  }
  const double inner = scale.type == ScaleType::point ? 1 : scale.padding_inner;
  return step * band_space(static_cast<double>(scale.values.size()), inner, scale.padding_outer);
}

double config_size(const Context& context, std::string_view key, double otherwise) {
  const Tree* found = context.setting("view", key);
  if (found && found->is_number()) return found->number;
  return number_member(found, "step", otherwise);
}

double default_size(const View& plot, Channel channel, const Context& context) {
  const bool is_x = channel == Channel::x;
  const ScaleGroup* group = group_of(plot, channel);
  const Tree* discrete = context.setting("view", is_x ? "discreteWidth" : "discreteHeight");
  const double step = context.number_setting("view", "step", number_member(discrete, "step", kStep));
  if (group && is_discrete(group->scale.type))
    return discrete && discrete->is_number() ? discrete->number : stepped(plot, channel, step, false);
  if (group || has_mark(plot, "arc"))
    return config_size(context, is_x ? "continuousWidth" : "continuousHeight", kContinuous);
  const ScaleGroup* nested = group_of(plot, is_x ? Channel::x_offset : Channel::y_offset);
  if (nested && is_discrete(nested->scale.type))
    return step * band_space(static_cast<double>(nested->scale.values.size()),
                             nested->scale.type == ScaleType::point ? 1 : nested->scale.padding_inner,
                             nested->scale.padding_outer);
  return discrete && discrete->is_number() ? discrete->number : step;
}

double size_of(const View& plot, Channel channel, double container, const Context& context) {
  const Tree* written = written_size(plot, channel == Channel::x ? "width" : "height");
  double size = 0;
  if (written && written->is_number())
    size = written->number;
  else if (written && written->is_string() && channel == Channel::x && container > 0)
    size = container;
  else if (written && written->is_object())
    size = stepped(plot, channel, number_member(written, "step", kStep), text_member(written, "for") == "position");
  if (!(size > 0))
    size = written && written->is_string()
               ? config_size(context, channel == Channel::x ? "continuousWidth" : "continuousHeight", kContinuous)
               : default_size(plot, channel, context);
  return std::clamp(size, 1.0, kMostPixels);
}

void assign(View& view, double width, double height) {
  view.width = width;
  view.height = height;
  for (const auto& child : view.children) assign(*child, width, height);
}

}  // namespace

void set_sizes(View& view, double container, Context& context) {
  if (view.kind == View::Kind::unit || view.kind == View::Kind::layer) {
    const double width = size_of(view, Channel::x, container, context), height = size_of(view, Channel::y, 0, context);
    return assign(view, width, height);
  }
  for (const auto& child : view.children) set_sizes(*child, container, context);
}

}  // namespace bifolio::chart
