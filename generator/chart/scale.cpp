#include "chart/scale.h"

#include <algorithm>
#include <cmath>

#include "chart/format.h"

namespace bifolio::chart {
namespace {

constexpr std::string_view kNames[] = {"linear", "log",   "pow",      "sqrt",     "symlog",    "time",       "ordinal",
                                       "band",   "point", "quantile", "quantize", "threshold", "bin-ordinal"};

std::vector<double> log_ticks(double low, double high, double base, double count) {
  std::vector<double> out;
  const bool is_negative = high < 0;
  if (is_negative) {
    std::swap(low, high);
    low = -low;
    high = -high;
  }
  if (!(low > 0)) return out;
  const double first = std::floor(std::log(low) / std::log(base)), last = std::ceil(std::log(high) / std::log(base));
  const bool every = last - first < count && base == std::floor(base);
  for (double power = first; power <= last && out.size() < 1000; ++power) {
    for (double k = 1; k < (every ? base : 2); ++k) {
      const double tick = k * std::pow(base, power);
      if (tick >= low * (1 - 1e-12) && tick <= high * (1 + 1e-12)) out.push_back(is_negative ? -tick : tick);
    }
  }
  if (is_negative) std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::optional<ScaleType> scale_type_named(std::string_view text) {
  if (text == "utc") return ScaleType::time;
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == text) return static_cast<ScaleType>(i);
  }
  return std::nullopt;
}

std::string_view name(ScaleType type) {
  return kNames[static_cast<std::size_t>(type)];
}

double band_space(double count, double padding_inner, double padding_outer) {
  const double space = count - padding_inner + padding_outer * 2;
  return count > 0 ? (space > 0 ? space : 1) : 0;
}

void Scale::index_values() {
  sorted_.clear();
  for (std::size_t i = 0; i < values.size(); ++i) sorted_.emplace_back(values[i], i);
  std::sort(sorted_.begin(), sorted_.end(), [](const auto& a, const auto& b) { return compare(a.first, b.first) < 0; });
}

int Scale::index(const Value& value) const {
  const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), value,
                                   [](const auto& a, const Value& b) { return compare(a.first, b) < 0; });
  if (at != sorted_.end() && at->first == value) return static_cast<int>(at->second);
  // A domain written as text may name numbers, and the other way round: one that a person wrote is short.
  constexpr std::size_t kWritten = 200;
  if (sorted_.size() >= kWritten) return -1;
  for (const auto& [known, i] : sorted_) {
    if (known.is_text() != value.is_text() && to_text(known) == to_text(value)) return static_cast<int>(i);
  }
  return -1;
}

double Scale::step() const {
  const double space =
      band_space(static_cast<double>(values.size()), type == ScaleType::point ? 1 : padding_inner, padding_outer);
  return (end() - begin()) / std::max(1.0, space);
}

double Scale::bandwidth() const {
  return type == ScaleType::band ? std::fabs(step()) * (1 - padding_inner) : 0;
}

double Scale::transformed(double x) const {
  switch (type) {
    case ScaleType::log: return domain.front() < 0 ? -std::log(-x) : std::log(x);
    case ScaleType::pow:
    case ScaleType::sqrt: return x < 0 ? -std::pow(-x, exponent) : std::pow(x, exponent);
    case ScaleType::symlog: return std::copysign(std::log1p(std::fabs(x / constant)), x);
    default: return x;
  }
}

double Scale::fraction(double x) const {
  if (domain.size() < 2) return kNaN;
  const double low = transformed(domain.front()), high = transformed(domain.back());
  return high == low ? 0.5 : (transformed(x) - low) / (high - low);
}

double Scale::invert(double place) const {
  const double t = end() == begin() ? 0 : (place - begin()) / (end() - begin());
  const double x = transformed(domain.front()) + t * (transformed(domain.back()) - transformed(domain.front()));
  switch (type) {
    case ScaleType::log: return domain.front() < 0 ? -std::exp(-x) : std::exp(x);
    case ScaleType::pow:
    case ScaleType::sqrt: return x < 0 ? -std::pow(-x, 1 / exponent) : std::pow(x, 1 / exponent);
    case ScaleType::symlog: return std::copysign(std::expm1(std::fabs(x)) * constant, x);
    default: return x;
  }
}

std::vector<double> Scale::thresholds() const {
  if (type != ScaleType::quantize) return domain;
  std::vector<double> out;
  const std::size_t count = std::max({numbers.size(), colors.size(), texts.size()});
  for (std::size_t i = 1; i < count; ++i) {
    out.push_back(domain.front() +
                  (domain.back() - domain.front()) * static_cast<double>(i) / static_cast<double>(count));
  }
  return out;
}

std::size_t Scale::slot(const Value& value) const {
  const std::size_t count = std::max({numbers.size(), colors.size(), texts.size(), dashes.size(), std::size_t{1}});
  if (type == ScaleType::bin_ordinal) {
    // Edges of bins: the class that begins at or below the value.
    const auto at = std::upper_bound(domain.begin(), domain.end(), to_number(value) + 1e-9) - domain.begin();
    return std::min(count - 1, static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 1)));
  }
  if (is_discretizing(type)) {
    const std::vector<double> edges = thresholds();
    const auto at = std::upper_bound(edges.begin(), edges.end(), to_number(value)) - edges.begin();
    return std::min(count - 1, static_cast<std::size_t>(at));
  }
  const int at = index(value);
  return at < 0 ? 0 : static_cast<std::size_t>(at) % count;
}

double Scale::number(const Value& value) const {
  if (!value.is_valid() && !is_discrete(type)) return kNaN;
  if (type == ScaleType::band || type == ScaleType::point) {
    const int at = index(value);
    if (at < 0) return kNaN;
    const double span = end() - begin(), inner = type == ScaleType::point ? 1 : padding_inner;
    const double used = step() * (static_cast<double>(values.size()) - inner);
    const double first = begin() + (span - used) * align;
    const double place = first + step() * at;
    return step() < 0 && type == ScaleType::band ? place - bandwidth() : place;
  }
  if (numbers.empty()) return kNaN;
  if (is_discrete(type) || is_discretizing(type)) return numbers[std::min(slot(value), numbers.size() - 1)];
  double t = fraction(to_number(value));
  if (std::isnan(t)) return kNaN;
  if (is_clamped) t = std::clamp(t, 0.0, 1.0);
  if (numbers.size() == 2) return begin() + t * (end() - begin());
  const double at = std::clamp(t, 0.0, 1.0) * static_cast<double>(numbers.size() - 1);
  const auto low = std::min(static_cast<std::size_t>(at), numbers.size() - (numbers.size() > 1 ? 2 : 1));
  return numbers.size() == 1 ? numbers[0]
                             : numbers[low] + (at - static_cast<double>(low)) * (numbers[low + 1] - numbers[low]);
}

Color Scale::color(const Value& value) const {
  if (colors.empty()) return {};
  if (!is_continuous(type)) return colors[std::min(slot(value), colors.size() - 1)];
  // Several stops, as many as the domain has: a diverging scale.
  const double x = to_number(value);
  double t = fraction(x);
  if (domain.size() > 2) {
    std::size_t i = 1;
    while (i + 1 < domain.size() && x > domain[i]) ++i;
    const double span = transformed(domain[i]) - transformed(domain[i - 1]);
    t = (static_cast<double>(i - 1) + (span == 0 ? 0 : (transformed(x) - transformed(domain[i - 1])) / span)) /
        static_cast<double>(domain.size() - 1);
  }
  return mix(colors, std::isnan(t) ? 0 : std::clamp(t, 0.0, 1.0));
}

std::vector<double> Scale::ticks(double count) const {
  if (domain.size() < 2) return {};
  if (type == ScaleType::time) {
    const double low = std::min(domain.front(), domain.back()), high = std::max(domain.front(), domain.back());
    return interval_ticks(low, high, choose_interval(low, high, count));
  }
  if (type == ScaleType::log)
    return log_ticks(std::min(domain.front(), domain.back()), std::max(domain.front(), domain.back()), base, count);
  return linear_ticks(std::min(domain.front(), domain.back()), std::max(domain.front(), domain.back()), count);
}

// d3-scale, `nice`: to whole steps of ticks, repeated as the step may grow.
void Scale::nice(double count) {
  if (domain.size() < 2) return;
  double& low = domain.front() <= domain.back() ? domain.front() : domain.back();
  double& high = domain.front() <= domain.back() ? domain.back() : domain.front();
  if (type == ScaleType::time) {
    const Interval interval = choose_interval(low, high, count);
    low = interval.floor(low);
    const double floored = interval.floor(high);
    if (floored < high) high = interval.offset(floored, 1);
    return;
  }
  if (type == ScaleType::log && low > 0) {
    low = std::pow(base, std::floor(std::log(low) / std::log(base) + 1e-12));
    high = std::pow(base, std::ceil(std::log(high) / std::log(base) - 1e-12));
    return;
  }
  double before = 0;
  for (int i = 0; i < 10; ++i) {
    const double step = tick_step(low, high, count);
    if (step == 0 || step == before) return;
    low = std::floor(low / step + 1e-10) * step;
    high = std::ceil(high / step - 1e-10) * step;
    before = step;
  }
}

}  // namespace bifolio::chart
