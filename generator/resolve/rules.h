// The rules that resolving can see.
#pragma once

#include "base/rule.h"

namespace bifolio::resolve {

#define RULE(name) extern const Rule name;
#include "resolve/rules.def"
#undef RULE

}  // namespace bifolio::resolve
