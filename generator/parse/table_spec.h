// tables/NAME.csv and tables/NAME.toml beside it: which columns there are, what
// they mean and what they are called in each language.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/language.h"
#include "model/table.h"
#include "parse/csv_sheet.h"
#include "source/load.h"

namespace bifolio::parse {

struct ColumnSpec {
  std::string id;
  Span span = {};                                              ///< its name in the header
  std::optional<std::size_t> shared = {};                      ///< index in the sheet's rows
  std::map<std::string, std::size_t, std::less<>> local = {};  ///< language → index
  LocalText heading = {};
  std::map<std::string, Span, std::less<>> heading_spans = {};
  ColumnRole role = ColumnRole::text;
  Alignment alignment = Alignment::none;
  int width = 0;

  /// Roles that readers see as a column of its own.
  bool is_printed() const;
  std::optional<std::size_t> index_in(std::string_view language) const;
};

struct TableSpec {
  std::string path;  ///< of the CSV file
  FileId file = {};
  Sheet sheet;
  std::vector<ColumnSpec> columns;
  std::string evidence_in;  ///< id of the column whose cells get the evidence sentence; "" = by default
};

TableSpec read_table_spec(const source::SourceSet&, FileId csv, const std::vector<std::string>& languages, Findings&);

}  // namespace bifolio::parse
