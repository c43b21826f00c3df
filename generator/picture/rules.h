// What can be wrong with a drawing that an author brings. The words are in rules.cpp.
#pragma once

#include "base/rule.h"

namespace bifolio::picture {

#define RULE(name) extern const Rule name;
#include "picture/rules.def"
#undef RULE

}  // namespace bifolio::picture
