// What only the pipeline can see.
#pragma once

#include "base/rule.h"

namespace bifolio::pipeline {

#define RULE(name) extern const Rule name;
#include "pipeline/rules.def"
#undef RULE

}  // namespace bifolio::pipeline
