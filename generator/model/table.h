// A table, whether written with pipes or read from a CSV file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inline.h"

namespace bifolio {

enum class Alignment { none, left, center, right, decimal };

/// What a column means (`tables/NAME.toml`); pipe tables have only `text`.
/// `hidden` columns are their editors' notes and reach no reader.
enum class ColumnRole { text, name, group, evidence, outcome, status, as_of, references, number, hidden };

/// The roles' words as authors write them: `as-of`.
std::string_view name(ColumnRole);
std::optional<ColumnRole> column_role(std::string_view word);
std::vector<std::string_view> column_role_words();

struct Column {
  std::string id = {};
  Inlines heading = {};
  Alignment alignment = Alignment::none;
  ColumnRole role = ColumnRole::text;
  int width = 0;  ///< relative wish; 0 = from content
  Span span = {};
};

struct Cell {
  Inlines content = {};
  int row_span = 1;         ///< rows it covers, itself included
  bool is_covered = false;  ///< lies under a cell above; prints nothing
  Span span = {};
};

/// `group` rows stand across the whole table and name the rows that follow.
struct Row {
  enum class Kind { body, group };
  Kind kind = Kind::body;
  int group_level = 0;      ///< of a group row: 0 outermost
  std::vector<Cell> cells;  ///< one for each column; a group row has a single cell
  std::vector<std::string> group_path = {};  ///< of a body row: the groups it stands in, as plain text
  Evidence evidence = {};           ///< from its evidence columns
  Inlines evidence_sentence = {};   ///< resolved; printed at the end of the cell in `Table::evidence_column`
  std::string id = {};              ///< resolved
  Span span = {};
};

struct Table {
  std::string source = {};  ///< the CSV file's path; empty for pipe tables
  Span source_span = {};
  Inlines caption = {};
  Span caption_span = {};
  std::vector<Column> columns = {};  ///< printed columns only, once resolved
  std::vector<Row> rows = {};
  std::size_t evidence_column = 0;   ///< where evidence sentences are printed
  bool has_evidence = false;
  std::string number = {};  ///< resolved: "1-1"
};

}  // namespace bifolio
