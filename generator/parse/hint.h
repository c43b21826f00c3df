// “(did you mean `languages`?)”: the `{hint}` of many messages.
#pragma once

#include <string_view>
#include <vector>

#include "base/finding.h"

namespace bifolio::parse {

/// Names the nearest candidate; an empty hint where none is near.
Argument did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

/// Names the nearest candidate, or all of them where none is near.
Argument nearest_or_all(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace bifolio::parse
