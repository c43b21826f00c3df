#include "picture/matrix.h"

#include <cmath>
#include <numbers>

#include "picture/scan.h"

namespace bifolio::picture {
namespace {

double radians(double degrees) {
  return degrees * std::numbers::pi / 180;
}

Matrix rotation(double degrees) {
  const double cosine = std::cos(radians(degrees)), sine = std::sin(radians(degrees));
  return {cosine, sine, -sine, cosine, 0, 0};
}

std::optional<Matrix> function_of(std::string_view name, const std::vector<double>& values) {
  const std::size_t count = values.size();
  if (name == "matrix" && count == 6) return Matrix{values[0], values[1], values[2], values[3], values[4], values[5]};
  if (name == "translate" && (count == 1 || count == 2)) return translation(values[0], count == 2 ? values[1] : 0);
  if (name == "scale" && (count == 1 || count == 2)) return Matrix{values[0], 0, 0, values[count - 1], 0, 0};
  if (name == "rotate" && count == 1) return rotation(values[0]);
  if (name == "rotate" && count == 3)
    return translation(values[1], values[2]) * rotation(values[0]) * translation(-values[1], -values[2]);
  if (name == "skewX" && count == 1) return Matrix{1, 0, std::tan(radians(values[0])), 1, 0, 0};
  if (name == "skewY" && count == 1) return Matrix{1, std::tan(radians(values[0])), 0, 1, 0, 0};
  return std::nullopt;
}

}  // namespace

Matrix Matrix::operator*(const Matrix& inner) const {
  return {a * inner.a + c * inner.b, b * inner.a + d * inner.b,     a * inner.c + c * inner.d,
          b * inner.c + d * inner.d, a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
}

double Matrix::scale() const {
  return std::sqrt(std::abs(determinant()));
}

bool Matrix::keeps_shapes() const {
  const double most = 0.01 * scale();
  return determinant() > 0 && std::abs(a - d) <= most && std::abs(b + c) <= most;
}

Matrix translation(double x, double y) {
  return {1, 0, 0, 1, x, y};
}

std::optional<Matrix> read_transform(std::string_view text) {
  Scanner scanner(text);
  Matrix all;
  while (!scanner.is_at_end()) {
    scanner.accept(',');
    const std::string_view name = scanner.word();
    if (!scanner.accept('(')) return std::nullopt;
    std::vector<double> values;
    while (!scanner.accept(')')) {
      const auto value = values.empty() ? scanner.number() : scanner.next_number();
      if (!value || values.size() == 6) return std::nullopt;
      values.push_back(*value);
    }
    const auto one = function_of(name, values);
    if (!one) return std::nullopt;
    all = all * *one;
  }
  return all;
}

void transform(const Matrix& matrix, Steps& steps) {
  for (DrawingStep& step : steps) {
    step.a = matrix(step.a);
    if (step.kind != DrawingStep::Kind::curve) continue;
    step.b = matrix(step.b);
    step.c = matrix(step.c);
  }
}

}  // namespace bifolio::picture
