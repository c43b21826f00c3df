// From values to places, colours, sizes and shapes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "chart/encoding.h"
#include "chart/value.h"

namespace bifolio::chart {

enum class ScaleType : std::uint8_t {
  linear,
  log,
  pow,
  sqrt,
  symlog,
  time,
  ordinal,
  band,
  point,
  quantile,
  quantize,
  threshold,
  bin_ordinal
};
std::optional<ScaleType> scale_type_named(std::string_view);
std::string_view name(ScaleType);
constexpr bool is_discrete(ScaleType t) {
  return t == ScaleType::ordinal || t == ScaleType::band || t == ScaleType::point || t == ScaleType::bin_ordinal;
}
constexpr bool is_discretizing(ScaleType t) {
  return t == ScaleType::quantile || t == ScaleType::quantize || t == ScaleType::threshold;
}
constexpr bool is_continuous(ScaleType t) {
  return !is_discrete(t) && !is_discretizing(t);
}

struct Scale {
  Channel channel = Channel::x;
  ScaleType type = ScaleType::linear;
  FieldType field_type = FieldType::quantitative;

  std::vector<Value> values = {};   ///< discrete domain, in order
  std::vector<double> domain = {};  ///< continuous: two ends or more; discretizing: its ends or thresholds; bins: edges
  double exponent = 1, base = 10, constant = 1;

  /// What comes out: places and sizes, colours, shapes, or dashes.
  std::vector<double> numbers = {};
  std::vector<Color> colors = {};
  std::vector<std::string> texts = {};
  std::vector<std::vector<double>> dashes = {};
  bool is_clamped = false;

  // Band and point, in `numbers` [begin, end]:
  double padding_inner = 0, padding_outer = 0, align = 0.5;

  /// A place or a size. NaN for a value that has none.
  double number(const Value&) const;
  /// Of a band, its begin; of a point, itself.
  double step() const;
  double bandwidth() const;
  /// The place in the discrete domain, or -1.
  int index(const Value&) const;
  Color color(const Value&) const;
  /// The output of a discrete or discretizing scale: its index into the range.
  std::size_t slot(const Value&) const;

  /// 0 at the domain's begin, 1 at its end.
  double fraction(double) const;
  double invert(double number) const;
  double begin() const { return numbers.empty() ? 0 : numbers.front(); }
  double end() const { return numbers.empty() ? 0 : numbers.back(); }
  /// Inner edges between the classes of a discretizing scale.
  std::vector<double> thresholds() const;
  /// Round places inside the domain.
  std::vector<double> ticks(double count) const;
  /// Rounds the ends of the domain outwards.
  void nice(double count);
  /// Prepares quick look-up in `values`.
  void index_values();

 private:
  double transformed(double) const;
  std::vector<std::pair<Value, std::size_t>> sorted_ = {};
};

/// Units of bands in `count` of them: how many steps they need.
double band_space(double count, double padding_inner, double padding_outer);

/// The colours of a named scheme; discrete ones come as they are, others as stops to run between.
struct Scheme {
  std::vector<Color> colors;
  bool is_categorical = false;
};
std::optional<Scheme> scheme_named(std::string_view);
/// `count` colours along the stops.
std::vector<Color> sample(const std::vector<Color>& stops, std::size_t count, double from = 0, double to = 1);
Color mix(const std::vector<Color>& stops, double at);
/// `#1f77b4`, `#abc`, `steelblue`, `rgb(1,2,3)`; nothing for `transparent` and what is no colour.
std::optional<Color> parse_color(std::string_view);

}  // namespace bifolio::chart
