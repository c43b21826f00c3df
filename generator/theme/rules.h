// What can be wrong with a theme.
#pragma once

#include "base/rule.h"

namespace bifolio::theme {

#define RULE(name) extern const Rule name;
#include "theme/rules.def"
#undef RULE

}  // namespace bifolio::theme
