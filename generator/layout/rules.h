// What can go wrong when a book is laid out on pages.
#pragma once

#include "base/rule.h"

namespace bifolio::layout {

#define RULE(name) extern const Rule name;
#include "layout/rules.def"
#undef RULE

}  // namespace bifolio::layout
