#pragma once

#include "base/finding.h"

namespace bifolio::fetch {

#define RULE(name) extern const Rule name;
#include "fetch/rules.def"
#undef RULE

/// fetch-failed for a key, a page or a data set.
Finding failed(const std::string& what, std::string en, std::string zh);

}  // namespace bifolio::fetch
