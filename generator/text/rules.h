// What can be wrong with fonts.
#pragma once

#include "base/rule.h"

namespace bifolio::text {

#define RULE(name) extern const Rule name;
#include "text/rules.def"
#undef RULE

}  // namespace bifolio::text
