// YYYY, YYYY-MM and YYYY-MM-DD, the only dates that booklets write.
#pragma once

#include <optional>
#include <string_view>

namespace bifolio::lang {

struct IsoDate {
  int year = 0, month = 0, day = 0;  ///< 0 = not given
};

/// Nothing where the text is no such date.
std::optional<IsoDate> parse_iso_date(std::string_view);

}  // namespace bifolio::lang
