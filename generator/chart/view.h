// A normalised specification with its data: a tree of units (one mark each),
// layers, concatenations and facets. A facet has a child for each of its cells.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "chart/context.h"
#include "chart/data.h"
#include "chart/encoding.h"
#include "chart/scale.h"
#include "chart/stack.h"

namespace bifolio::chart {

enum class Orientation { none, horizontal, vertical };

/// How a unit's marks stand on each other.
struct StackPlan {
  Channel channel = Channel::y;
  StackOffset offset = StackOffset::zero;
  std::vector<Channel> by = {};  ///< channels that tell the stacked parts apart
  int begin = -1, end = -1;      ///< columns of the result
};

/// A facet's value, shown at the head of its rows, columns or cells.
struct FacetKey {
  Value value;
  std::string label;
};

struct ScaleGroup;

struct View {
  enum class Kind { unit, layer, concat, facet };

  Kind kind = Kind::unit;
  const Tree* spec = nullptr;
  View* parent = nullptr;
  std::vector<std::unique_ptr<View>> children = {};
  SharedData data = {};  ///< after its own transforms

  // A unit:
  std::string mark = {};
  const Tree* mark_tree = nullptr;  ///< the definition, where it is an object
  Encoding encoding = {};
  Orientation orientation = Orientation::none;
  std::optional<StackPlan> stack = {};
  std::map<std::string, Bins> bins = {};  ///< by column
  std::shared_ptr<Data> rows = {};        ///< what is drawn: binned, aggregated, stacked
  std::map<Channel, ScaleGroup*> scales = {};

  // A concatenation or a facet:
  std::size_t columns = 1;  ///< in a row of the grid
  std::vector<FacetKey> row_keys = {}, column_keys = {}, cell_keys = {};
  const ChannelUse* row_use = nullptr;
  std::vector<ChannelUse> facet_uses = {};  ///< row, column or facet

  std::vector<ScaleGroup*> owned_scales = {};  ///< those that are shared up to here
  double width = 0, height = 0;                ///< of the plot, once known

  bool is_vertical() const { return orientation == Orientation::vertical; }
  const ChannelUse* use(Channel channel) const { return encoding.measured(channel); }
  /// The scale of a channel, or nothing.
  const Scale* scale(Channel channel) const;
};

std::unique_ptr<View> build(const Tree& spec, View* parent, SharedData data, Context&);

/// Units in drawing order.
void for_each_unit(View&, const std::function<void(View&)>&);

/// A mark's property: its own, else its styles', else the config's for the mark, else for all marks.
const Tree* mark_property(const View&, std::string_view key, const Context&);
double mark_number(const View&, std::string_view key, double otherwise, const Context&);

/// Whether any channel aggregates.
bool is_aggregated(const View&);
/// `x`, `y` or `theta` where the unit's marks stack, "" where they do not.
std::string stacked_channel(const Tree& spec, Pool&);
std::optional<StackPlan> plan_stack(const View&);

/// Fills `rows`: what the encoding asks of the data.
void prepare_rows(View& unit, Context&);

/// A value as axes and headers print it: by the field's time unit or bin, and `format`.
std::string print_value(const Value&, const ChannelUse&, const Tree* guide, Context&);
/// The title that the author gave, or that the field suggests. Empty where it is switched off.
std::string title_of(const ChannelUse&, Context&);
/// What the field is called in names of marks and in the data table: the strings' word for the field itself,
/// else its own title, else what another channel calls it.
std::string spoken_title(const ChannelUse&, Context&);
/// Remembers the titles that channels give to fields.
void gather_titles(const Tree& specification, Context&, int depth = 0);

}  // namespace bifolio::chart
