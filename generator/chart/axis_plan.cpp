// Which axes a plot has, on which sides, and how guides look by their settings.
#include <algorithm>

#include "chart/guide.h"

namespace bifolio::chart {

TextLook guide_look(const std::function<const Tree*(std::string_view)>& setting, std::string_view part, double size,
                    bool is_bold) {
  TextLook look;
  const auto read = [&](const char* what) { return setting(std::string(part) + what); };
  const Tree *font_size = read("FontSize"), *weight = read("FontWeight"), *color = read("Color"),
             *style = read("FontStyle");
  look.size = font_size && font_size->is_number() ? std::clamp(font_size->number, 0.0, 1000.0) : size;
  look.is_bold = weight ? weight->text == "bold" || weight->number >= 600 : is_bold;
  look.is_italic = style && style->text == "italic";
  if (color && color->is_string()) look.color = parse_color(color->text).value_or(Color{});
  return look;
}

std::vector<AxisPlan> plan_axes(const View& plot, Channel channel, Context& context) {
  std::vector<AxisPlan> plans;
  for_each_unit(const_cast<View&>(plot), [&](View& unit) {
    const auto at = unit.scales.find(channel);
    if (at == unit.scales.end()) return;
    for (const ScaleMember& each : at->second->members) {
      if (each.view != &unit || is_null_member(each.use->tree, "axis")) continue;
      auto plan = std::find_if(plans.begin(), plans.end(), [&](const AxisPlan& p) { return p.group == at->second; });
      if (plan == plans.end()) plan = plans.insert(plans.end(), AxisPlan{at->second});
      plan->members.push_back(&each);
    }
  });
  for (std::size_t i = 0; i < plans.size(); ++i) {
    AxisPlan& plan = plans[i];
    // A second scale of the same channel stands on the other side.
    plan.side = channel == Channel::x ? (i == 0 ? Side::bottom : Side::top) : (i == 0 ? Side::left : Side::right);
    for (const ScaleMember* each : plan.members) {
      const Tree* axis = member(each->use->tree, "axis");
      const std::string orient =
          text_member(axis, "orient", context.text_setting(channel == Channel::x ? "axisX" : "axisY", "orient", ""));
      if (orient == "top") plan.side = Side::top;
      if (orient == "bottom") plan.side = Side::bottom;
      if (orient == "left") plan.side = Side::left;
      if (orient == "right") plan.side = Side::right;
    }
    plan.length = channel == Channel::x ? plot.width : plot.height;
    plan.depth = channel == Channel::x ? plot.height : plot.width;
  }
  return plans;
}

}  // namespace bifolio::chart
