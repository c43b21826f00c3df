#include <algorithm>
#include <limits>

#include "check/quantity.h"

namespace bifolio::check {
namespace {

__extension__ using Wide = __int128;

std::optional<Amount> reduce(Wide numerator, Wide denominator) {
  if (denominator <= 0) return std::nullopt;
  Wide a = numerator < 0 ? -numerator : numerator, b = denominator;
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  if (a > 1) {
    numerator /= a;
    denominator /= a;
  }
  constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
  if (numerator > kMost || numerator < -kMost || denominator > kMost) return std::nullopt;
  return Amount{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

/// Decimal places that write the fraction exactly, or nothing.
std::optional<int> decimal_places(std::int64_t denominator) {
  int twos = 0, fives = 0;
  for (; denominator % 2 == 0; denominator /= 2) ++twos;
  for (; denominator % 5 == 0; denominator /= 5) ++fives;
  if (denominator != 1 || std::max(twos, fives) > 12) return std::nullopt;
  return std::max(twos, fives);
}

std::string grouped(std::string digits) {
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace

std::optional<Amount> make_amount(std::int64_t numerator, std::int64_t denominator) {
  return reduce(numerator, denominator);
}

std::optional<Amount> multiply(Amount a, Amount b) {
  return reduce(static_cast<Wide>(a.numerator) * b.numerator, static_cast<Wide>(a.denominator) * b.denominator);
}

std::optional<Amount> add(Amount a, Amount b) {
  const Wide sum = static_cast<Wide>(a.numerator) * b.denominator + static_cast<Wide>(b.numerator) * a.denominator;
  const Wide below = static_cast<Wide>(a.denominator) * b.denominator;
  // Two products of 63-bit numbers always add up in 128 bits.
  return reduce(sum, below);
}

std::string write(Amount amount) {
  const auto places = decimal_places(amount.denominator);
  if (!places) return std::to_string(amount.numerator) + "/" + std::to_string(amount.denominator);
  Wide scaled = amount.numerator < 0 ? -Wide{amount.numerator} : Wide{amount.numerator};
  for (int i = 0; i < *places; ++i) scaled *= 10;
  scaled /= amount.denominator;
  std::string digits;
  for (; scaled > 0 || digits.size() <= static_cast<std::size_t>(*places); scaled /= 10)
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(scaled % 10)));
  const std::size_t point = digits.size() - static_cast<std::size_t>(*places);
  std::string out = grouped(digits.substr(0, point));
  if (*places > 0) out += "." + digits.substr(point);
  return (amount.numerator < 0 ? "−" : "") + out;
}

}  // namespace bifolio::check
