#pragma once

#include "base/rule.h"

namespace bifolio::lock {

#define RULE(name) extern const Rule name;
#include "lock/rules.def"
#undef RULE

}  // namespace bifolio::lock
