// Numbers, dates and numbered names in prose, as values that can be compared
// across languages: 60,000 = 6万 = sixty thousand, 25 % = 四分之一, 25 April 2023 =
// 2023年4月25日. One reader serves all languages, since both scripts occur in both.
//
// The one surprise: a quantity is certain or it is a hint. “one of the”, 一种,
// phase 3 and 第2次 are hints: they may answer for a number in the other language,
// but nobody is asked to translate them, so that ordinary words raise no alarm.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "check/prose.h"

namespace bifolio::check {

/// An exact fraction in lowest terms.
struct Amount {
  std::int64_t numerator = 0, denominator = 1;
  bool operator==(const Amount&) const = default;
};

/// Nothing where it does not fit.
std::optional<Amount> make_amount(std::int64_t numerator, std::int64_t denominator);
std::optional<Amount> multiply(Amount, Amount);
std::optional<Amount> add(Amount, Amount);
/// “60,000”, “0.25”, “1/3”
std::string write(Amount);

struct Quantity {
  enum class Kind { number, date, decade, name };
  Kind kind = Kind::number;
  bool is_certain = true;
  std::size_t begin = 0, end = 0;  ///< bytes of the passage

  Amount written = {};    ///< before its unit: 6 of “6 weeks”
  Amount value = {};      ///< in the unit's base: 42 days
  std::string unit = {};  ///< base unit: "month", "day", "ratio", "pg", "mg/kg"; empty without

  bool unit_is_shared = false;  ///< taken from the next number: 6 of “6–12 months”

  int year = 0, month = 0, day = 0;  ///< of dates; 0 = not given. A decade has its first year.

  std::string stem = {};  ///< of a name such as IL-6: "IL"
};

/// In the order of the text.
std::vector<Quantity> quantities_in(const Passage&);

}  // namespace bifolio::check
