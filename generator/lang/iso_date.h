// YYYY, YYYY-MM and YYYY-MM-DD, the only dates that booklets write.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bifolio::lang {

struct IsoDate {
  int year = 0, month = 0, day = 0;  ///< 0 = not given
};

/// Nothing where the text is no such date.
std::optional<IsoDate> parse_iso_date(std::string_view);

/// Days since 1970-01-01 (proleptic Gregorian); a missing month or day counts as the last.
long day_number(const IsoDate&);
/// The date that many days later, as YYYY-MM-DD.
std::string days_later(const IsoDate&, long days);

}  // namespace bifolio::lang
