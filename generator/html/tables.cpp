// Tables. Screen readers announce the headings of each cell, so every cell knows
// them: plain tables by `scope`, tables with groups or merged cells by `headers`
// (HTML, 4.9.12.2; ACCESSIBILITY H17).
#include <algorithm>

#include "html/markup.h"
#include "html/text_writer.h"
#include "model/number_text.h"

namespace bifolio::html {
namespace {

bool is_numeric(const Column& column) {
  return column.role == ColumnRole::number || column.alignment == Alignment::right ||
         column.alignment == Alignment::decimal;
}

/// The column whose cells name their rows.
std::optional<std::size_t> name_column(const Table& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].role == ColumnRole::name) return i;
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (table.columns[i].role != ColumnRole::group) return table.columns.size() > 1 ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

bool needs_headers(const Table& table) {
  for (const Row& row : table.rows) {
    if (row.kind == Row::Kind::group) return true;
    for (const Cell& cell : row.cells) {
      if (cell.row_span > 1 || cell.is_covered) return true;
    }
  }
  return false;
}

class TableText {
 public:
  TableText(const Table& table, const std::string& id, const std::string& prefix, TextWriter& writer, std::string& out)
      : table_(table),
        id_(as_id(id)),
        prefix_(prefix),
        writer_(writer),
        out_(out),
        names_(name_column(table)),
        explicit_(needs_headers(table)) {}

  void write() {
    write_head();
    bool is_open = false;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const Row& row = table_.rows[i];
      const bool starts_group = row.kind == Row::Kind::group && row.group_level == 0;
      if (is_open && starts_group) out_ += "</tbody>\n";
      if (!is_open || starts_group) out_ += "<tbody>\n";
      is_open = true;
      row.kind == Row::Kind::group ? write_group(i) : write_row(i);
    }
    if (is_open) out_ += "</tbody>\n";
  }

 private:
  void write_head() {
    out_ += "<thead>\n<tr>";
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Column& column = table_.columns[i];
      const bool is_empty = column.heading.empty();
      out_ += is_empty ? "<td" : "<th scope=\"col\"";
      if (explicit_ && !is_empty) append_attribute(out_, "id", column_id(i));
      if (is_numeric(column)) out_ += " class=\"number\"";
      out_ += ">";
      writer_.write(column.heading);
      out_ += is_empty ? "</td>" : "</th>";
    }
    out_ += "</tr>\n</thead>\n";
  }

  void write_group(std::size_t index) {
    const Row& row = table_.rows[index];
    const auto level = static_cast<std::size_t>(std::clamp(row.group_level, 0, 8));
    groups_.resize(std::min(groups_.size(), level));
    groups_.push_back(row_id(index));
    out_ += level == 0 ? "<tr class=\"group\"><th scope=\"rowgroup\"" : "<tr class=\"subgroup\"><th scope=\"rowgroup\"";
    append_attribute(out_, "colspan", std::to_string(std::max<std::size_t>(table_.columns.size(), 1)));
    append_attribute(out_, "id", row_id(index));
    out_ += ">";
    if (!row.cells.empty()) writer_.write(row.cells.front().content);
    out_ += "</th></tr>\n";
  }

  /// Rows that share merged cells stand on one ground, plain or striped in turn.
  void take_turn(std::size_t index) {
    const bool follows_group = index == 0 || table_.rows[index - 1].kind == Row::Kind::group;
    if (follows_group)
      is_striped_ = false;
    else if (index >= end_of_turn_)
      is_striped_ = !is_striped_;
    end_of_turn_ = follows_group ? index + 1 : std::max(end_of_turn_, index + 1);
    for (std::size_t column = 0; column < table_.rows[index].cells.size(); ++column) {
      if (!table_.rows[index].cells[column].is_covered)
        end_of_turn_ = std::max(end_of_turn_, index + static_cast<std::size_t>(row_span(index, column)));
    }
  }

  void write_row(std::size_t index) {
    const Row& row = table_.rows[index];
    take_turn(index);
    out_ += is_striped_ ? "<tr class=\"stripe\"" : "<tr";
    if (!row.id.empty()) append_attribute(out_, "id", as_id(prefix_ + row.id));
    out_ += ">";
    for (std::size_t column = 0; column < std::min(row.cells.size(), table_.columns.size()); ++column) {
      const Cell* cell = cell_to_print(index, column);
      if (cell) write_cell(*cell, index, column);
    }
    out_ += "</tr>\n";
  }

  /// A covered cell prints nothing, but a group row cuts what covers it in two:
  /// the rows below it say again what holds for them.
  const Cell* cell_to_print(std::size_t index, std::size_t column) const {
    const Cell& cell = table_.rows[index].cells[column];
    if (!cell.is_covered) return &cell;
    if (index > 0 && table_.rows[index - 1].kind == Row::Kind::body) return nullptr;
    for (std::size_t above = index; above-- > 0;) {
      const Row& row = table_.rows[above];
      if (row.kind == Row::Kind::body && column < row.cells.size() && !row.cells[column].is_covered)
        return &row.cells[column];
    }
    return &cell;
  }

  int row_span(std::size_t index, std::size_t column) const {
    int rows = 1;
    for (std::size_t below = index + 1; below < table_.rows.size(); ++below, ++rows) {
      const Row& row = table_.rows[below];
      if (row.kind == Row::Kind::group || column >= row.cells.size() || !row.cells[column].is_covered) break;
    }
    return rows;
  }

  void write_cell(const Cell& cell, std::size_t index, std::size_t column) {
    const bool names_row = names_ == column && !cell.content.empty();
    const int rows = row_span(index, column);
    out_ += names_row ? (rows > 1 ? "<th scope=\"rowgroup\"" : "<th scope=\"row\"") : "<td";
    if (rows > 1) append_attribute(out_, "rowspan", std::to_string(rows));
    if (explicit_) {
      if (names_row) append_attribute(out_, "id", row_id(index));
      append_attribute(out_, "headers", headers(index, column, names_row));
    }
    write_class(rows > 1, is_numeric(table_.columns[column]));
    out_ += ">";
    const std::optional<Inlines> shown = with_minus_sign(cell.content);  // N02; it is read aloud as minus
    writer_.write(shown ? *shown : cell.content);
    if (has_evidence_at(index, column)) {
      out_ += "<span class=\"evidence\">";
      writer_.write(table_.rows[index].evidence_sentence);
      out_ += "</span>";
    }
    out_ += names_row ? "</th>" : "</td>";
  }

  /// A merged cell speaks for several rows, so what stands behind one of them
  /// is said beside its name instead.
  bool has_evidence_at(std::size_t index, std::size_t column) const {
    const Row& row = table_.rows[index];
    if (!table_.has_evidence || row.evidence_sentence.empty() || table_.evidence_column >= row.cells.size())
      return false;
    const bool is_merged = row.cells[table_.evidence_column].is_covered || row_span(index, table_.evidence_column) > 1;
    return column == (is_merged ? names_.value_or(0) : table_.evidence_column);
  }

  void write_class(bool is_merged, bool is_number) {
    if (is_merged || is_number) append(out_, " class=\"", is_merged ? "merged" : "number", "\"");
  }

  /// Column, groups, and the row's own name.
  std::string headers(std::size_t index, std::size_t column, bool names_row) const {
    std::string ids = table_.columns[column].heading.empty() ? "" : column_id(column);
    for (const std::string& group : groups_) ids += (ids.empty() ? "" : " ") + group;
    const auto name_row = row_that_names(index);
    if (!names_row && name_row) ids += (ids.empty() ? "" : " ") + row_id(*name_row);
    return ids;
  }

  std::optional<std::size_t> row_that_names(std::size_t index) const {
    if (!names_) return std::nullopt;
    for (std::size_t above = index + 1; above-- > 0;) {
      const Row& row = table_.rows[above];
      if (row.kind == Row::Kind::group || *names_ >= row.cells.size()) return std::nullopt;
      if (!row.cells[*names_].is_covered)
        return row.cells[*names_].content.empty() ? std::nullopt : std::optional(above);
    }
    return std::nullopt;
  }

  std::string column_id(std::size_t column) const { return id_ + ":c" + std::to_string(column + 1); }
  std::string row_id(std::size_t row) const { return id_ + ":r" + std::to_string(row + 1); }

  const Table& table_;
  const std::string id_;
  const std::string& prefix_;
  TextWriter& writer_;
  std::string& out_;
  const std::optional<std::size_t> names_;
  const bool explicit_;
  bool is_striped_ = false;
  std::size_t end_of_turn_ = 0;      ///< the first row on another ground
  std::vector<std::string> groups_;  ///< ids of the group rows above
};

}  // namespace

void TextWriter::write_caption(const std::string& label, const Inlines& caption) {
  if (!label.empty()) {
    out_ += "<span class=\"label\">";
    append_text(out_, label);
    out_ += "</span> ";
  }
  write(caption);
}

/// The region can be scrolled with the keyboard where a table is wider than the page.
void TextWriter::write_block(const Table& table, const Block& block) {
  const std::string id = scope_.prefix + block.id;
  const std::string label = table.number.empty() ? "" : scope_.words().numbered(scope_.labels().table, table.number);
  const bool has_caption = !table.number.empty() || !table.caption.empty();
  out_ += "<section class=\"table\"";
  if (!block.id.empty()) write_id(block.id);
  out_ += " tabindex=\"0\"";
  append_attribute(out_, "aria-label",
                   has_caption ? label + " " + plain_text(table.caption) : std::string(scope_.labels().table));
  out_ += ">\n<table";
  const bool is_wide = table.columns.size() > 3, is_small = block.attributes.has_class("small");
  if (is_wide || is_small)
    append(out_, " class=\"", is_wide ? "wide" : "", is_wide && is_small ? " " : "", is_small ? "small" : "", "\"");
  out_ += ">\n";
  if (has_caption) {
    out_ += "<caption>";
    write_caption(label, table.caption);
    out_ += "</caption>\n";
  }
  TableText(table, id, scope_.prefix, *this, out_).write();
  out_ += "</table>\n</section>\n";
}

}  // namespace bifolio::html
