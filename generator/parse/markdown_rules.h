// The rules that reading Markdown reports.
#pragma once

#include "base/rule.h"

namespace bifolio::parse {

#define RULE(name) extern const Rule name;
#include "parse/markdown_rules.def"
#undef RULE

}  // namespace bifolio::parse
