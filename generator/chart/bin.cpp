#include "chart/bin.h"

#include <algorithm>
#include <cmath>

#include "chart/context.h"

namespace bifolio::chart {
namespace {

constexpr double kMostBins = 10'000;

double choose_step(double span, const Tree* params, double maxbins) {
  if (const double step = number_member(params, "step", 0); step > 0) return std::max(step, span / kMostBins);
  if (const Tree* steps = member(params, "steps"); steps && steps->is_array() && !steps->items.empty()) {
    for (const Tree& step : steps->items) {
      if (step.is_number() && step.number > 0 && span / step.number < maxbins) return step.number;
    }
    return std::max(steps->items.back().number, span / kMostBins);
  }
  const double base = std::max(2.0, number_member(params, "base", 10));
  const double level = std::ceil(std::log(maxbins) / std::log(base));
  const double least = number_member(params, "minstep", 0);
  double step = std::max(least, std::pow(base, std::round(std::log(span) / std::log(base)) - level));
  while (std::ceil(span / step) > maxbins) step *= base;
  for (const double divisor : {5.0, 2.0}) {
    const double finer = step / divisor;
    if (finer >= least && span / finer <= maxbins) step = finer;
  }
  return step;
}

}  // namespace

double Bins::floor(double value) const {
  if (std::isnan(value)) return value;
  const double inside = std::max(start, std::min(value, stop - step));
  return start + step * std::floor(1e-14 + (inside - start) / step);
}

std::vector<double> Bins::edges() const {
  std::vector<double> out;
  const double count = std::min(kMostBins, std::round((stop - start) / step));
  for (double i = 0; i <= count; ++i) out.push_back(start + step * i);
  return out;
}

Bins choose_bins(double low, double high, const Tree* params, double default_maxbins) {
  if (const Tree* extent = member(params, "extent"); extent && extent->is_array() && extent->items.size() == 2) {
    low = extent->items[0].number;
    high = extent->items[1].number;
  }
  if (!std::isfinite(low) || !std::isfinite(high) || low > high) return {};
  const double maxbins = std::clamp(number_member(params, "maxbins", default_maxbins), 1.0, kMostBins);
  const double span = high > low ? high - low : low != 0 ? std::fabs(low) : 1;
  Bins bins{low, high, choose_step(span, params, maxbins)};
  if (boolean_member(params, "nice", true)) {
    const double log_step = std::log(bins.step);
    const double precision = log_step >= 0 ? 0 : std::trunc(-log_step / std::log(10.0)) + 1;
    const double begin = std::floor(low / bins.step + std::pow(10, -precision - 1)) * bins.step;
    bins.start = low < begin ? begin - bins.step : begin;
    bins.stop = std::ceil(high / bins.step) * bins.step;
  }
  if (bins.stop == bins.start) bins.stop = bins.start + bins.step;
  return bins;
}

Bins bin_column(Data& data, std::size_t column, const Tree* params, double default_maxbins, std::string_view as,
                std::string_view as_end) {
  double low = INFINITY, high = -INFINITY;
  for (const Row& row : data.rows) {
    const double value = row[column].is_valid() ? to_number(row[column]) : kNaN;
    if (std::isfinite(value)) low = std::min(low, value), high = std::max(high, value);
  }
  const Bins bins = choose_bins(low, high, params, default_maxbins);
  const std::size_t begin = data.add_column(as), end = data.add_column(as_end);
  for (Row& row : data.rows) {
    const double value = row[column].is_valid() ? bins.floor(to_number(row[column])) : kNaN;
    row[begin] = std::isnan(value) ? Value{} : Value::of(value);
    row[end] = std::isnan(value) ? Value{} : Value::of(value + bins.step);
  }
  return bins;
}

}  // namespace bifolio::chart
