// The rules that loading files reports.
#pragma once

#include "base/rule.h"

namespace bifolio::source {

#define RULE(name) extern const Rule name;
#include "source/rules.def"
#undef RULE

}  // namespace bifolio::source
