// What helps to read the marks: axes, grids, legends, titles and headers.
#pragma once

#include <functional>
#include <vector>

#include "chart/scale_build.h"
#include "chart/scene.h"
#include "chart/view.h"

namespace bifolio::chart {

enum class Side { left, right, top, bottom };

/// An axis as the members of a scale inside one plot ask for it.
struct AxisPlan {
  const ScaleGroup* group = nullptr;
  std::vector<const ScaleMember*> members = {};  ///< those with an axis
  Side side = Side::bottom;
  double length = 0, depth = 0;  ///< along the axis, and of the plot across it
};
/// One for each scale of that channel; none where its axis is switched off.
std::vector<AxisPlan> plan_axes(const View& plot, Channel, Context&);

/// Lines across the plot, in the plot's coordinates.
DrawingNode draw_grid(const AxisPlan&, Context&);
/// The axis itself, along the plot's side, in the plot's coordinates.
DrawingNode draw_axis(const AxisPlan&, Context&);

/// The legends of the scales that a view owns, one below the other from (0, 0).
struct Legends {
  std::string orient = "right";
  DrawingNode node = {};
  bool is_empty() const { return node.children.empty(); }
};
std::vector<Legends> draw_legends(const View& owner, double plot_width, double plot_height, Context&);

/// Text looks of a guide: `labelFontSize`, `titleColor` … from its settings.
TextLook guide_look(const std::function<const Tree*(std::string_view)>& setting, std::string_view part, double size,
                    bool is_bold);

}  // namespace bifolio::chart
