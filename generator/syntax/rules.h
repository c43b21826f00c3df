// The rules that reading JSON, TOML, YAML and CSV reports.
#pragma once

#include "base/rule.h"

namespace bifolio::syntax {

#define RULE(name) extern const Rule name;
#include "syntax/rules.def"
#undef RULE

}  // namespace bifolio::syntax
