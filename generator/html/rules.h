// What can keep a site from saying all that its booklet says.
#pragma once

#include "base/rule.h"

namespace bifolio::html {

#define RULE(name) extern const Rule name;
#include "html/rules.def"
#undef RULE

}  // namespace bifolio::html
