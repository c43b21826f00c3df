// What can go wrong when writing.
#pragma once

#include "base/rule.h"

namespace bifolio::store {

#define RULE(name) extern const Rule name;
#include "store/rules.def"
#undef RULE

}  // namespace bifolio::store
