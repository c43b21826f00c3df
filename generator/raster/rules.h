// What can go wrong while a page or a chart becomes a picture. The words are in rules.cpp.
#pragma once

#include "base/rule.h"

namespace bifolio::raster {

#define RULE(name) extern const Rule name;
#include "raster/rules.def"
#undef RULE

}  // namespace bifolio::raster
