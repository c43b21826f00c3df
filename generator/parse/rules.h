// The rules that reading a booklet's files reports, but for Markdown's own
// (`markdown_rules.h`).
#pragma once

#include "base/rule.h"

namespace bifolio::parse {

#define RULE(name) extern const Rule name;
#include "parse/rules.def"
#undef RULE

}  // namespace bifolio::parse
