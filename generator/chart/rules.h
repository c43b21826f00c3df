#pragma once

#include "base/rule.h"

namespace bifolio::chart::rule {
#define RULE(name) extern const Rule name;
#include "chart/rules.def"
#undef RULE
}  // namespace bifolio::chart::rule
