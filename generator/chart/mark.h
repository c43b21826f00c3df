// Marks: what a unit draws for its rows. Each kind is one file and one line in
// `kinds.def`; a Brush answers what all of them ask.
#pragma once

#include "chart/predicate.h"
#include "chart/scene.h"
#include "chart/view.h"

namespace bifolio::chart {

/// A row's value in a column; null where there is none.
const Value& cell(const Row&, int column);
/// A channel's value for a row: the field's, or its own datum.
const Value& value_in(const ChannelUse&, const Row&);

/// The places and looks of one unit's marks, channel by channel.
class Brush {
 public:
  Brush(const View&, Context&);

  const View& view() const { return view_; }
  Context& context() const { return context_; }
  const Data& rows() const { return *view_.rows; }

  /// Rows whose places are all known; others are left out.
  std::vector<std::size_t> drawable_rows() const;
  /// Lines and areas break where a place is unknown.
  bool is_defined(const Row&) const;
  /// Rows by the fields that tell lines apart, each in the order in which its line runs.
  std::vector<std::vector<std::size_t>> series() const;

  /// Where a point stands; `band` is the share of a band or an interval.
  double place(Channel, const Row&, std::optional<double> band = {}) const;
  /// From where to where a bar or an area reaches; the second channel, the stack or the zero line.
  std::pair<double, double> reach(Channel, const Row&) const;
  /// A rectangle's extent on a dimension: a reach, a band, a bin, an interval, or a width around a place.
  std::pair<double, double> extent(Channel, const Row&) const;
  double zero_line(Channel) const;

  double number(Channel, const Row&, std::string_view property, double otherwise) const;
  std::optional<Color> color(Channel, const Row&) const;  ///< fill or stroke
  std::string text_value(Channel, const Row&, std::string_view property, std::string_view otherwise) const;
  std::vector<double> dashes(const Row&) const;
  DrawingPaint paint(const Row&) const;
  bool is_filled() const;

  double property(std::string_view key, double otherwise) const;
  std::string property(std::string_view key, std::string_view otherwise) const;
  bool flag(std::string_view key, bool otherwise) const;

  /// “category: A; value: 28”
  std::string label(const Row&) const;
  /// A mark with its role and name.
  DrawingNode finished(DrawingNode, const Row&, std::string_view role_description) const;
  /// The value as text marks and labels print it.
  std::string print(const ChannelUse&, const Row&) const;

 private:
  struct Conditional {
    Channel channel;
    Predicate test;
    const Tree* definition;
  };
  const Tree* chosen(Channel, const Row&) const;  ///< a condition's or the definition's value
  bool uses_field(const ChannelUse&, const Row&) const;
  double scaled(const ChannelUse&, const Scale&, const Row&, double band) const;
  double offset(Channel, const Row&, bool is_centered) const;
  std::optional<Color> color_of(const ChannelUse&, const Row&) const;
  double default_opacity() const;
  DrawingPaint computed_paint(const Row&) const;

  const View& view_;
  Context& context_;
  std::vector<Conditional> conditions_;
  std::vector<std::pair<const ChannelUse*, Predicate>> field_tests_;
  std::optional<DrawingPaint> constant_paint_ = {};               ///< where no row looks different
  bool has_names_ = true;                                         ///< whether each mark is named
  std::vector<std::pair<std::string, const ChannelUse*>> named_;  ///< what a label says, by title
};

/// From where to where an arc reaches: angles clockwise from the top, or radii.
std::pair<double, double> polar_reach(const Brush&, Channel, const Row&);

struct MarkKind {
  std::string_view name;
  /// Adds a mark for each row, or for each series.
  void (*draw)(const Brush&, DrawingNode& container);
  std::string_view container;  ///< Vega's word: "rect mark container"
};
namespace marks {
#define CHART(kind) extern const MarkKind kind##_mark;
#include "chart/kinds.def"
#undef CHART
}  // namespace marks
const MarkKind* find_mark(std::string_view name);

/// All marks of a unit, in their container.
DrawingNode draw_marks(const View&, Context&);

}  // namespace bifolio::chart
