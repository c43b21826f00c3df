// Transformations of the plane (SVG 1.1, 7.4 to 7.6).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/drawing.h"

namespace bifolio::picture {

using Steps = std::vector<DrawingStep>;

/// x' = a·x + c·y + e, y' = b·x + d·y + f.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  DrawingPoint operator()(DrawingPoint p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  /// The inner one first.
  Matrix operator*(const Matrix& inner) const;
  double determinant() const { return a * d - b * c; }
  /// By what lengths grow, on average.
  double scale() const;
  /// Turned, moved and evenly scaled, but neither mirrored, slanted nor stretched by more than a hundredth.
  bool keeps_shapes() const;
};

Matrix translation(double x, double y);
/// A transform attribute; nothing where it cannot be read.
std::optional<Matrix> read_transform(std::string_view);

void transform(const Matrix&, Steps&);

}  // namespace bifolio::picture
