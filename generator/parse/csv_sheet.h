// A CSV file with a header: the separator found, the header's names split at `@`.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "syntax/syntax.h"

namespace bifolio::parse {

/// `name@en`: the language is empty where the column is for all of them.
struct SheetColumn {
  std::string name, language;
  Span span;
};

struct Sheet {
  std::vector<SheetColumn> columns;
  std::vector<syntax::CsvRow> rows;  ///< without the header
  Span header = {};
};

/// A sheet saved with `;` or tabs between its cells is recognised.
Sheet read_sheet(const syntax::Input&, Findings&);

/// Whether nothing stands in any of the cells.
bool is_blank(const syntax::CsvRow&);

}  // namespace bifolio::parse
