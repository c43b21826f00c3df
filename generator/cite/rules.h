// What the citation processor reports.
#pragma once

#include "base/rule.h"

namespace bifolio::cite {

#define RULE(name) extern const Rule name;
#include "cite/rules.def"
#undef RULE

}  // namespace bifolio::cite
