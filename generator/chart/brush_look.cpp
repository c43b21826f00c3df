// What marks look like: colours, sizes, dashes and texts, by fields, conditions and properties.
#include <algorithm>

#include "chart/mark.h"

namespace bifolio::chart {
namespace {

constexpr Color kDefaultColor = {0x4c, 0x78, 0xa8};

}  // namespace

bool Brush::uses_field(const ChannelUse& use, const Row& row) const {
  if (!use.is_measured()) return false;
  for (const Conditional& each : conditions_) {
    if (each.channel == use.channel && each.test(row)) return false;
  }
  for (const auto& [tested, test] : field_tests_) {
    if (tested == &use) return test(row);
  }
  return true;
}

const Tree* Brush::chosen(Channel channel, const Row& row) const {
  for (const Conditional& each : conditions_) {
    if (each.channel == channel && each.test(row)) return each.definition->find("value");
  }
  const ChannelUse* use = view_.encoding.find(channel);
  return use ? use->tree->find("value") : nullptr;
}

double Brush::number(Channel channel, const Row& row, std::string_view key, double otherwise) const {
  const ChannelUse* use = view_.encoding.find(channel);
  if (use && uses_field(*use, row)) {
    const Scale* scale = view_.scale(channel);
    const double out = scale ? scale->number(value_in(*use, row)) : to_number(value_in(*use, row));
    return std::isnan(out) ? otherwise : out;
  }
  const Tree* value = chosen(channel, row);
  if (value && value->is_number()) return value->number;
  return key.empty() ? otherwise : property(key, otherwise);
}

std::string Brush::text_value(Channel channel, const Row& row, std::string_view key, std::string_view otherwise) const {
  const ChannelUse* use = view_.encoding.find(channel);
  if (use && uses_field(*use, row)) {
    const Scale* scale = view_.scale(channel);
    if (!scale) return to_text(value_in(*use, row));
    return scale->texts.empty() ? std::string(otherwise)
                                : scale->texts[scale->slot(value_in(*use, row)) % scale->texts.size()];
  }
  const Tree* value = chosen(channel, row);
  if (value && value->is_string()) return value->text;
  return key.empty() ? std::string(otherwise) : property(key, otherwise);
}

std::optional<Color> Brush::color_of(const ChannelUse& use, const Row& row) const {
  const Scale* scale = view_.scale(use.channel);
  const Value& value = value_in(use, row);
  if (!scale) return parse_color(to_text(value));
  return scale->color(value);
}

bool Brush::is_filled() const {
  const std::string& mark = view_.mark;
  const bool by_default = mark != "point" && mark != "line" && mark != "rule";
  return flag("filled", by_default);
}

// fill and stroke go before color, an encoding before the mark's own properties.
std::optional<Color> Brush::color(Channel channel, const Row& row) const {
  const bool is_main = (channel == Channel::fill) == is_filled();
  for (const Channel each : {channel, Channel::color}) {
    if (each == Channel::color && !is_main) continue;
    const ChannelUse* use = view_.encoding.find(each);
    if (!use) continue;
    if (uses_field(*use, row)) return color_of(*use, row);
    const Tree* value = chosen(each, row);
    if (value && value->is_null()) return std::nullopt;
    if (value && value->is_string()) return parse_color(value->text);
  }
  for (const std::string_view key : {channel == Channel::fill ? "fill" : "stroke", "color"}) {
    if (key == "color" && !is_main) continue;
    const Tree* value = mark_property(view_, key, context_);
    if (value && value->is_string()) return parse_color(value->text);
    if (value) return std::nullopt;
  }
  if (!is_main) return std::nullopt;
  return view_.mark == "text" || view_.mark == "rule" ? Color{} : kDefaultColor;
}

double Brush::default_opacity() const {
  const std::string& mark = view_.mark;
  const bool is_scatter = mark == "point" || mark == "tick" || mark == "circle" || mark == "square";
  return is_scatter && !is_aggregated(view_) ? 0.7 : 1;
}

std::vector<double> Brush::dashes(const Row& row) const {
  const ChannelUse* use = view_.encoding.find(Channel::stroke_dash);
  const Tree* list = nullptr;
  if (use && uses_field(*use, row)) {
    const Scale* scale = view_.scale(Channel::stroke_dash);
    if (scale && !scale->dashes.empty()) {
      const std::vector<double>& dash = scale->dashes[scale->slot(value_in(*use, row)) % scale->dashes.size()];
      // [1, 0] is Vega's way to say: no gaps.
      return dash.size() == 2 && dash[1] == 0 ? std::vector<double>{} : dash;
    }
  } else if (use) {
    list = chosen(Channel::stroke_dash, row);
  }
  if (!list) list = mark_property(view_, "strokeDash", context_);
  std::vector<double> out;
  for (const Tree& item : list ? list->items : std::vector<Tree>()) {
    if (item.is_number() && item.number >= 0) out.push_back(item.number);
  }
  return out.size() == 2 && out[1] == 0 ? std::vector<double>{} : out;
}

DrawingPaint Brush::paint(const Row& row) const {
  return constant_paint_ ? *constant_paint_ : computed_paint(row);
}

DrawingPaint Brush::computed_paint(const Row& row) const {
  DrawingPaint paint;
  paint.fill = color(Channel::fill, row);
  paint.stroke = color(Channel::stroke, row);
  const bool is_path = view_.mark == "line";
  const double width = is_path ? 2
                       : view_.mark == "point" || view_.mark == "circle" || view_.mark == "square"
                           ? (is_filled() ? 1 : 2)
                           : 1;
  if (view_.mark == "point" && !is_filled())
    paint.width = number(Channel::stroke_width, row, "strokeWidth", 2);
  else
    paint.width = number(Channel::stroke_width, row, "strokeWidth", width);
  if ((view_.mark == "line" || view_.mark == "rule") && !view_.encoding.find(Channel::stroke_width))
    paint.width = number(Channel::size, row, "size", paint.width);
  paint.opacity = std::clamp(number(Channel::opacity, row, "opacity", default_opacity()), 0.0, 1.0);
  paint.fill_opacity = std::clamp(number(Channel::fill_opacity, row, "fillOpacity", 1), 0.0, 1.0);
  paint.stroke_opacity = std::clamp(number(Channel::stroke_opacity, row, "strokeOpacity", 1), 0.0, 1.0);
  paint.dashes = dashes(row);
  const std::string cap = property("strokeCap", "");
  paint.cap = cap == "round"    ? DrawingPaint::Cap::round
              : cap == "square" ? DrawingPaint::Cap::square
                                : DrawingPaint::Cap::butt;
  if (paint.width <= 0) paint.stroke.reset();
  return paint;
}

}  // namespace bifolio::chart
