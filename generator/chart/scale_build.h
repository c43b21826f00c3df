// Which channels share a scale, what its domain is, and into what it maps.
#pragma once

#include <memory>
#include <vector>

#include "chart/scale.h"
#include "chart/view.h"

namespace bifolio::chart {

/// A unit's channel that goes through the scale.
struct ScaleMember {
  View* view = nullptr;
  ChannelUse* use = nullptr;
};

/// One scale and everything that uses it.
struct ScaleGroup {
  Channel channel = Channel::x;
  View* owner = nullptr;  ///< the view up to which it is shared: where its axis or legend belongs
  std::vector<ScaleMember> members = {};
  Scale scale = {};
  bool is_domain_given = false;

  /// The first member's `scale.KEY`, or the config's.
  const Tree* setting(std::string_view key) const;
  bool is_bar_like() const;
};
using ScaleGroups = std::vector<std::unique_ptr<ScaleGroup>>;

/// Finds the groups, their types and domains, and points the units at them.
ScaleGroups resolve_scales(View& root, Context&);

/// `independent` or `shared`, for `kind` "scale", "axis" or "legend".
bool is_shared(const View&, Channel, std::string_view kind);

/// Places from the sizes of the plots; colours, sizes and shapes besides.
void set_ranges(ScaleGroups&, Context&);

void find_domain(ScaleGroup&, Context&);

/// Whether bars and cells fill the interval of the channel's time unit.
bool fills_interval(const View&, const ChannelUse&);
double band_position(const View&, const ChannelUse&, const Context&);

}  // namespace bifolio::chart
