// Lengths on paper, in whole units so that nothing drifts: 1/65536 of a PDF
// point (1/72 inch). Arithmetic on them is exact; only text and PDF numbers are
// converted, at the edge.
#pragma once

#include <compare>
#include <cstdint>

namespace bifolio {

struct Length {
  static constexpr std::int64_t kPerPoint = 65536;
  std::int64_t units = 0;

  auto operator<=>(const Length&) const = default;
  Length& operator+=(Length other) { units += other.units; return *this; }
  Length& operator-=(Length other) { units -= other.units; return *this; }

  /// For printing and for PDF numbers, never to compute on.
  double points() const { return static_cast<double>(units) / kPerPoint; }
};

/// Rounds to the nearest unit; meant for constants and tokens.
constexpr Length pt(double points) {
  const double units = points * Length::kPerPoint;
  return {static_cast<std::int64_t>(units < 0 ? units - 0.5 : units + 0.5)};
}

constexpr Length operator+(Length a, Length b) { return {a.units + b.units}; }
constexpr Length operator-(Length a, Length b) { return {a.units - b.units}; }
constexpr Length operator-(Length a) { return {-a.units}; }
constexpr Length operator*(Length a, std::int64_t n) { return {a.units * n}; }
constexpr Length operator*(std::int64_t n, Length a) { return a * n; }
constexpr Length operator/(Length a, std::int64_t n) { return {a.units / n}; }

/// a × numerator ÷ denominator, rounded to nearest: font units to lengths.
constexpr Length scale(Length a, std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t product = a.units * numerator;
  const std::int64_t half = denominator / 2;
  return {(product >= 0 ? product + half : product - half) / denominator};
}

struct Point { Length x, y; auto operator<=>(const Point&) const = default; };
struct Rect { Length x, y, width, height; auto operator<=>(const Rect&) const = default; };  ///< y grows downwards

}  // namespace bifolio
