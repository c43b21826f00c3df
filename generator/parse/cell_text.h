// Inline Markdown in the cells of a CSV file, with places in that file even where
// quotes are written twice.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/inline.h"
#include "syntax/syntax.h"

namespace bifolio::parse {

/// `file` is the whole file, in which the field stands.
Inlines parse_cell(const syntax::CsvField&, std::string_view file, std::string_view language, Findings&);

}  // namespace bifolio::parse
