// What a mark shows and how: channels, and the fields, data or values behind them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/tree.h"
#include "chart/bin.h"
#include "chart/time.h"
#include "chart/value.h"

namespace bifolio::chart {

enum class Channel : std::uint8_t {
  x,
  y,
  x2,
  y2,
  x_offset,
  y_offset,
  theta,
  theta2,
  radius,
  radius2,
  color,
  fill,
  stroke,
  opacity,
  fill_opacity,
  stroke_opacity,
  stroke_width,
  stroke_dash,
  shape,
  size,
  angle,
  text,
  detail,
  order,
  key,
  description,
  tooltip,
  href,
  row,
  column,
  facet,
  x_error,
  x_error2,
  y_error,
  y_error2
};
std::string_view name(Channel);
std::optional<Channel> channel_named(std::string_view);

constexpr bool is_position(Channel c) {
  return c == Channel::x || c == Channel::y;
}
constexpr bool is_offset(Channel c) {
  return c == Channel::x_offset || c == Channel::y_offset;
}
constexpr bool is_polar(Channel c) {
  return c >= Channel::theta && c <= Channel::radius2;
}
constexpr bool is_color(Channel c) {
  return c == Channel::color || c == Channel::fill || c == Channel::stroke;
}
/// Channels that tell marks apart and so split lines and stacks.
constexpr bool is_distinguishing(Channel c) {
  return (c >= Channel::color && c <= Channel::angle) || c == Channel::detail || c == Channel::key;
}
/// Channels whose values go through a scale; x2 goes through that of x.
bool has_scale(Channel);
/// x for x2, theta for theta2.
Channel main_channel(Channel);
Channel second_channel(Channel);

enum class FieldType : std::uint8_t { quantitative, temporal, ordinal, nominal };
std::string_view name(FieldType);

/// One channel's definition, read.
struct ChannelUse {
  Channel channel = Channel::x;
  const Tree* tree = nullptr;        ///< the definition
  const Tree* field_tree = nullptr;  ///< where the field stands: the definition or its condition
  bool is_field = false, is_datum = false;
  FieldType type = FieldType::nominal;
  std::string field = {};      ///< in the language of the drawing; empty for a count
  std::string written = {};    ///< the field as the author wrote it: `name@en`, whatever the language
  std::string aggregate = {};  ///< "mean"; empty = none
  std::string argument = {};   ///< of argmin and argmax
  const Tree* bin = nullptr;   ///< true or an object; not "binned"
  bool is_binned = false;      ///< the data is already binned
  std::optional<TimeUnit> unit = {};
  Value datum = {};
  // Filled in when the unit's data is made:
  int column = -1, end_column = -1;  ///< where its values stand
  std::string column_name = {};
  std::optional<Bins> bins = {};  ///< the ladder its values were put into

  bool is_measured() const { return is_field || is_datum; }
  bool is_discrete() const { return type == FieldType::ordinal || type == FieldType::nominal; }
  bool is_unbinned_quantitative() const { return is_measured() && type == FieldType::quantitative && bin == nullptr; }
};

/// Reads a definition; `where` decides the default type.
ChannelUse read_channel(Channel, const Tree&, Pool&);

/// A mark's `encoding`, in the order of the channels.
struct Encoding {
  std::vector<ChannelUse> uses;
  const ChannelUse* find(Channel) const;
  ChannelUse* find(Channel);
  /// A channel with a field or a datum.
  const ChannelUse* measured(Channel) const;
};
Encoding read_encoding(const Tree* encoding, Pool&);

/// “Mean of Miles per Gallon”, “date (year)”, “Count of Records”.
std::string default_title(const ChannelUse&, std::string_view language);

}  // namespace bifolio::chart
