// What can be wrong with a release.
#pragma once

#include "base/rule.h"

namespace bifolio::release {

#define RULE(name) extern const Rule name;
#include "release/rules.def"
#undef RULE

}  // namespace bifolio::release
