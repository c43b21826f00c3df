// What can go wrong while a PDF file is written. The words are in rules.cpp.
#pragma once

#include "base/rule.h"

namespace bifolio::pdf {

#define RULE(name) extern const Rule name;
#include "pdf/rules.def"
#undef RULE

}  // namespace bifolio::pdf
