// The classes that a table may carry.
#pragma once

#include "base/finding.h"
#include "model/attributes.h"

namespace bifolio::parse {

/// Reports classes that change nothing, most often mistyped ones.
void report_table_classes(const Attributes&, Findings&);

}  // namespace bifolio::parse
