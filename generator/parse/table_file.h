// `::: {.table src="tables/NAME.csv"}` becomes a Table in the document's language.
// Group columns turn into rows across the table, evidence columns into facts of
// their row, `^` into cells that cover several rows.
#pragma once

#include <map>
#include <string>

#include "model/block.h"
#include "parse/table_spec.h"

namespace bifolio::parse {

class TableFiles {
 public:
  TableFiles(const source::SourceSet& files, const std::vector<std::string>& languages, Findings& findings)
      : files_(files), languages_(languages), findings_(findings) {}

  /// Replaces the division by what its file holds. A file is read once, however often it is shown.
  void fill(Block& division, std::string_view language);

 private:
  const TableSpec& spec_of(FileId csv);

  const source::SourceSet& files_;
  const std::vector<std::string>& languages_;
  Findings& findings_;
  std::map<FileId, TableSpec> specs_;
};

}  // namespace bifolio::parse
