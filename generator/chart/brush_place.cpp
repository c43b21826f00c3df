// Where marks stand: places, reaches and extents by scales, bands, bins and stacks.
#include <algorithm>

#include "chart/mark.h"
#include "chart/scale_build.h"

namespace bifolio::chart {
namespace {

Channel offset_of(Channel channel) {
  return channel == Channel::y || channel == Channel::y2 ? Channel::y_offset : Channel::x_offset;
}
bool is_horizontal(Channel channel) {
  return channel == Channel::x || channel == Channel::x2;
}

}  // namespace

double Brush::offset(Channel channel, const Row& row, bool is_centered) const {
  const Channel offset_channel = offset_of(channel);
  double shift = 0;
  const char* key = channel == Channel::x    ? "xOffset"
                    : channel == Channel::y  ? "yOffset"
                    : channel == Channel::x2 ? "x2Offset"
                                             : "y2Offset";
  shift += property(key, 0.0);
  const ChannelUse* use = view_.encoding.find(offset_channel);
  if (!use) return shift;
  if (!use->is_measured()) return shift + number_member(use->tree, "value", 0);
  const Scale* scale = view_.scale(offset_channel);
  if (!scale) return shift + to_number(value_in(*use, row));
  const double at = scale->number(value_in(*use, row));
  return shift + (std::isnan(at) ? 0 : at) + (is_centered ? scale->bandwidth() / 2 : 0);
}

double Brush::scaled(const ChannelUse& use, const Scale& scale, const Row& row, double band) const {
  const Value& value = value_in(use, row);
  if (scale.type == ScaleType::band) {
    const ChannelUse* nested = view_.use(offset_of(use.channel));
    return scale.number(value) + (nested ? 0 : scale.bandwidth() * band);
  }
  if (scale.type == ScaleType::point && view_.use(offset_of(use.channel))) {
    const Scale* inner = view_.scale(offset_of(use.channel));
    return scale.number(value) - (inner ? std::fabs(inner->end() - inner->begin()) / 2 : 0);
  }
  const double at = scale.number(value.is_null() && is_continuous(scale.type) ? Value::of(0) : value);
  if (use.end_column < 0 || band == 0 || is_discrete(scale.type)) return at;
  const double end = scale.number(cell(row, use.end_column));
  return at + (end - at) * band;
}

double Brush::place(Channel channel, const Row& row, std::optional<double> band) const {
  const Channel main = main_channel(channel);
  const double length = is_horizontal(channel) || channel == Channel::x ? view_.width : view_.height;
  const ChannelUse* use = view_.encoding.find(channel);
  if (!use) {
    const Tree* fixed = mark_property(view_, name(channel), context_);
    if (fixed && fixed->is_number())
      return fixed->number + property(channel == Channel::x ? "xOffset" : "yOffset", 0.0);
    if (fixed && fixed->is_string()) return length;
    return length / 2 + (channel == main ? offset(channel, row, true) : 0);
  }
  if (!use->is_measured()) {
    const Tree* value = chosen(channel, row);
    if (value && value->is_number()) return value->number;
    return value && value->is_string() ? length : length / 2;
  }
  const Scale* scale = view_.scale(main);
  if (!scale) return to_number(value_in(*use, row));
  const double share = band.value_or(band_position(view_, *use, context_));
  if (view_.stack && view_.stack->channel == channel) {
    const double from = scale->number(cell(row, view_.stack->begin)), to = scale->number(cell(row, view_.stack->end));
    const Tree* own = member(use->tree, "bandPosition");
    return (own && own->is_number() ? from + (to - from) * own->number : to) + offset(channel, row, true);
  }
  return scaled(*use, *scale, row, share) + offset(channel, row, true);
}

double Brush::zero_line(Channel channel) const {
  const Scale* scale = view_.scale(channel);
  if (!scale || scale->domain.empty()) return channel == Channel::x ? 0 : view_.height;
  const double low = std::min(scale->domain.front(), scale->domain.back()),
               high = std::max(scale->domain.front(), scale->domain.back());
  const bool has_zero = scale->type != ScaleType::log && scale->type != ScaleType::time && low <= 0 && high >= 0;
  return scale->number(Value::of(has_zero ? 0 : scale->domain.front()));
}

std::pair<double, double> Brush::reach(Channel channel, const Row& row) const {
  const Scale* scale = view_.scale(channel);
  const ChannelUse* second = view_.encoding.find(second_channel(channel));
  if (view_.stack && view_.stack->channel == channel && scale) {
    const double shift = offset(channel, row, false);
    return {scale->number(cell(row, view_.stack->begin)) + shift, scale->number(cell(row, view_.stack->end)) + shift};
  }
  const double to = place(channel, row, 0);
  if (second && second->is_measured() && scale)
    return {scaled(*second, *scale, row, 0) + offset(second_channel(channel), row, false), to};
  if (second) return {place(second_channel(channel), row), to};
  const Tree* fixed = mark_property(view_, name(second_channel(channel)), context_);
  if (fixed && fixed->is_number()) return {fixed->number, to};
  if (fixed && fixed->is_string()) return {channel == Channel::x ? view_.width : view_.height, to};
  return {zero_line(channel), to};
}

// Vega-Lite, `rectPosition`.
std::pair<double, double> Brush::extent(Channel channel, const Row& row) const {
  const bool is_bar = view_.mark == "bar";
  const char* size_key = channel == Channel::x ? "width" : "height";
  const ChannelUse* use = view_.encoding.find(channel);
  const Scale* scale = use && use->is_measured() ? view_.scale(channel) : nullptr;
  const ChannelUse* second = view_.encoding.find(second_channel(channel));
  const double length = channel == Channel::x ? view_.width : view_.height;
  const bool across = is_bar && ((view_.orientation == Orientation::vertical) == (channel == Channel::x)) &&
                      view_.orientation != Orientation::none;

  const Tree* wish = mark_property(view_, size_key, context_);
  std::optional<double> size;
  if (wish && wish->is_number()) size = wish->number;
  if (is_bar && across) {
    if (view_.encoding.find(Channel::size))
      size = number(Channel::size, row, "size", 5);
    else if (!size && mark_property(view_, "size", context_) && mark_property(view_, "size", context_)->is_number())
      size = property("size", 5.0);
  }
  const auto around = [&](double center, double width) { return std::pair(center - width / 2, center + width / 2); };
  const bool has_second = second && !(use && use->is_binned && second->is_measured());
  if (use && use->is_measured() && !(view_.stack && view_.stack->channel == channel) && !has_second && !size) {
    // Bins and time units that are not discrete fill their interval, less a little air between them.
    const bool is_interval =
        scale && !is_discrete(scale->type) && ((use->bin && use->end_column >= 0) || fills_interval(view_, *use));
    if (is_interval || (use->is_binned && second)) {
      double begin = scale->number(cell(row, use->column));
      double end = is_interval ? scale->number(cell(row, use->end_column)) : scale->number(value_in(*second, row));
      const double shift = is_interval && use->unit ? (0.5 - band_position(view_, *use, context_)) * (end - begin) : 0;
      begin -= shift;
      end -= shift;
      if (const ChannelUse* nested = view_.use(offset_of(channel))) {
        const Scale* inner = view_.scale(nested->channel);
        const double at = std::min(begin, end) + (inner ? inner->number(value_in(*nested, row)) : 0);
        return {at, at + (inner ? inner->bandwidth() : 0)};
      }
      const double air = std::min(property("binSpacing", is_bar ? 1.0 : 0.0), std::fabs(end - begin) * 0.75);
      return begin <= end ? std::pair(begin + air / 2, end - air / 2) : std::pair(begin - air / 2, end + air / 2);
    }
  }
  if (scale && is_discrete(scale->type) && !has_second) {
    const Value& value = value_in(*use, row);
    const ChannelUse* nested = view_.use(offset_of(channel));
    const Scale* inner = nested ? view_.scale(nested->channel) : nullptr;
    if (scale->type == ScaleType::band) {
      const double begin = scale->number(value);
      const bool discrete_inner = inner && is_discrete(inner->type);
      const double width = discrete_inner ? inner->bandwidth() : scale->bandwidth();
      const double share = wish && wish->is_object() ? number_member(wish, "band", 1) : 1;
      if (inner && !discrete_inner) {
        const double at = begin + offset(channel, row, false);
        return (view_.orientation == Orientation::vertical) == (channel == Channel::y)
                   ? std::pair(begin + scale->bandwidth(), at)
                   : around(at, size.value_or(5));
      }
      const double at = begin + (discrete_inner ? 0 : 0) + offset(channel, row, false);
      if (size) return around(at + width / 2, *size);
      return around(at + width / 2, width * share);
    }
    return around(place(channel, row), size.value_or(std::fabs(scale->step()) * 0.9));
  }
  if (!use && !second && !mark_property(view_, name(channel), context_)) {
    const ChannelUse* nested = view_.use(offset_of(channel));
    if (nested && view_.scale(nested->channel) && view_.scale(nested->channel)->type == ScaleType::band) {
      const double at = offset(channel, row, false);
      return {at, at + view_.scale(nested->channel)->bandwidth()};
    }
    if (is_bar)
      return around(length / 2,
                    size.value_or(std::max(1.0, std::min(length, context_.number_setting("view", "step", 20)) - 2)));
    return {0, length};
  }
  if (size) return around(place(channel, row), *size);
  if (across && !second) return around(place(channel, row), property("continuousBandSize", 5.0));
  if (!is_bar && use && use->is_measured() && !second && !(view_.stack && view_.stack->channel == channel))
    return around(place(channel, row), property("continuousBandSize", 5.0));
  return reach(channel, row);
}

}  // namespace bifolio::chart
