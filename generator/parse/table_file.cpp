#include "parse/table_file.h"

#include <algorithm>

#include "parse/cell_text.h"
#include "parse/evidence_words.h"
#include "parse/file_block.h"
#include "parse/parse.h"
#include "parse/paths.h"
#include "parse/rules.h"
#include "parse/table_classes.h"
#include "parse/words.h"

namespace bifolio::parse {
namespace {

constexpr std::string_view kAsAbove = "^";

/// Makes the rows of one table in one language.
class TableBuilder {
 public:
  TableBuilder(const TableSpec& spec, std::string_view file, std::string_view language, Findings& findings)
      : spec_(spec), file_(file), language_(language), findings_(findings) {}

  Table build() {
    table_.source = spec_.path;
    for (const ColumnSpec& column : spec_.columns) add_column(column);
    table_.evidence_column = evidence_column();
    last_.resize(spec_.columns.size(), nullptr);
    above_.resize(table_.columns.size());
    for (const syntax::CsvRow& row : spec_.sheet.rows) add_row(row);
    return std::move(table_);
  }

 private:
  void add_column(const ColumnSpec& spec) {
    const bool is_evidence = spec.role == ColumnRole::evidence || spec.role == ColumnRole::outcome ||
                             spec.role == ColumnRole::status || spec.role == ColumnRole::as_of;
    table_.has_evidence |= is_evidence;
    if (!spec.is_printed()) return;
    Column column{
        .id = spec.id, .alignment = spec.alignment, .role = spec.role, .width = spec.width, .span = spec.span};
    const bool is_plain_number = spec.role == ColumnRole::number && spec.alignment == Alignment::none;
    if (is_plain_number) column.alignment = Alignment::decimal;
    const auto place = spec.heading_spans.find(language_);
    const std::string& heading = text_in(spec.heading, language_);
    if (place != spec.heading_spans.end() && !heading.empty()) {
      column.heading = parse_inlines(heading, place->second.file, place->second.begin + 1, language_, findings_);
    } else {
      column.heading = {{Text{spec.id}, spec.span}};
    }
    table_.columns.push_back(std::move(column));
  }

  /// By default the column beside the name: there the sentence says what the name is worth.
  std::size_t evidence_column() const {
    const auto index_of = [&](const auto& is_it) {
      return static_cast<std::size_t>(std::find_if(table_.columns.begin(), table_.columns.end(), is_it) -
                                      table_.columns.begin());
    };
    const std::size_t chosen = index_of([&](const Column& column) { return column.id == spec_.evidence_in; });
    if (chosen < table_.columns.size()) return chosen;
    const std::size_t name = index_of([](const Column& column) { return column.role == ColumnRole::name; });
    const std::size_t beside = name < table_.columns.size() ? name + 1 : 1;
    return table_.columns.empty() ? 0 : std::min(beside, table_.columns.size() - 1);
  }

  const syntax::CsvField* field(const syntax::CsvRow& row, const ColumnSpec& column) const {
    const auto index = column.index_in(language_);
    return index && *index < row.fields.size() ? &row.fields[*index] : nullptr;
  }

  void add_row(const syntax::CsvRow& csv) {
    add_groups(csv);
    Row row{.span = csv.span};
    for (const Group& group : groups_) {
      if (!group.plain.empty()) row.group_path.push_back(group.plain);
    }
    Inlines references;
    std::size_t printed = 0;
    for (std::size_t i = 0; i < spec_.columns.size(); ++i) {
      const ColumnSpec& column = spec_.columns[i];
      const syntax::CsvField* cell = field(csv, column);
      if (column.is_printed()) {
        row.cells.push_back(body_cell(cell, printed++));
      } else if (column.role == ColumnRole::references) {
        if (cell) references = parse_cell(*cell, file_, language_, findings_);
      } else if (column.role != ColumnRole::group) {
        read_fact(column.role, cell_or_above(cell, i), row.evidence);
      }
    }
    table_.rows.push_back(std::move(row));
    add_references(std::move(references));
  }

  // Groups

  struct Group {
    std::string written, plain;
  };

  /// A new group at one level ends those inside it.
  void add_groups(const syntax::CsvRow& csv) {
    std::size_t level = 0;
    bool is_new = false;
    for (const ColumnSpec& column : spec_.columns) {
      if (column.role != ColumnRole::group) continue;
      if (groups_.size() <= level) groups_.emplace_back();
      const syntax::CsvField* cell = field(csv, column);
      const std::string_view text = cell ? trimmed(cell->text) : std::string_view();
      const bool goes_on = text.empty() || text == kAsAbove || (!is_new && text == groups_[level].written);
      if (is_new && goes_on) groups_[level] = {};
      if (!goes_on) {
        is_new = true;
        begin_group(*cell, static_cast<int>(level));
      }
      ++level;
    }
  }

  void begin_group(const syntax::CsvField& cell, int level) {
    Row row{.kind = Row::Kind::group, .group_level = level, .span = cell.span};
    row.cells.push_back({.content = parse_cell(cell, file_, language_, findings_), .span = cell.span});
    groups_[static_cast<std::size_t>(level)] = {std::string(trimmed(cell.text)), plain_text(row.cells[0].content)};
    table_.rows.push_back(std::move(row));
    std::fill(above_.begin(), above_.end(), std::nullopt);  // no cell reaches over a group's heading
  }

  // Cells

  Cell body_cell(const syntax::CsvField* field, std::size_t column) {
    Cell cell;
    if (!field) {
      above_[column] = table_.rows.size();
      return cell;
    }
    cell.span = field->span;
    if (trimmed(field->text) == kAsAbove) {
      if (above_[column]) {
        table_.rows[*above_[column]].cells[column].row_span += 1;
        cell.is_covered = true;
        return cell;
      }
      cell.content = text_over_group(*field, column);
    } else {
      cell.content = parse_cell(*field, file_, language_, findings_);
    }
    above_[column] = table_.rows.size();
    return cell;
  }

  /// `^` right under a group's heading: the text is said again.
  Inlines text_over_group(const syntax::CsvField& field, std::size_t column) {
    for (auto row = table_.rows.rbegin(); row != table_.rows.rend(); ++row) {
      if (row->kind == Row::Kind::group || row->cells[column].is_covered) continue;
      report_merge(field, {"a group's heading stands between them; the text was repeated. Write it here",
                           "两者之间有分组标题，文字已重复显示。请在此处写出文字"});
      return row->cells[column].content;
    }
    report_merge(field,
                 {"there is no row above; the cell is empty. Write its text", "上方没有行，单元格为空。请写出文字"});
    return {};
  }

  void report_merge(const syntax::CsvField& field, Words reason) {
    findings_.add({&table_merge, field.span, {{"reason", std::string(reason.en), std::string(reason.zh_hans)}}});
  }

  // Evidence

  /// `^` in an evidence column: the fact of the row above holds here too.
  const syntax::CsvField* cell_or_above(const syntax::CsvField* cell, std::size_t column) {
    if (cell && trimmed(cell->text) == kAsAbove) return last_[column];
    return last_[column] = cell;
  }

  void read_fact(ColumnRole role, const syntax::CsvField* cell, Evidence& evidence) {
    if (!cell || trimmed(cell->text).empty()) return;
    Span span = cell->span;
    const bool is_plainly_quoted = cell->is_quoted && span.size() == cell->text.size() + 2;
    if (is_plainly_quoted) span = {span.file, span.begin + 1, span.end - 1};
    switch (role) {
      case ColumnRole::evidence: read_evidence_kinds(cell->text, span, evidence, findings_); break;
      case ColumnRole::outcome: read_outcome(cell->text, span, evidence, findings_); break;
      case ColumnRole::status: read_status(cell->text, span, evidence, findings_); break;
      case ColumnRole::as_of: read_as_of(cell->text, span, evidence, findings_); break;
      default: return;
    }
    evidence.span = join(evidence.span, cell->span);
  }

  /// References follow the text that they stand behind, where evidence is printed too.
  void add_references(Inlines references) {
    if (references.empty() || table_.columns.empty()) return;
    std::size_t row = table_.rows.size() - 1;
    const std::size_t column = table_.evidence_column;
    if (table_.rows[row].cells[column].is_covered && above_[column]) row = *above_[column];
    Inlines& content = table_.rows[row].cells[column].content;
    const bool needs_space = !content.empty() && !language_.starts_with("zh");
    if (needs_space)
      content.push_back({Text{" "}, {references[0].span.file, references[0].span.begin, references[0].span.begin}});
    content.insert(content.end(), std::make_move_iterator(references.begin()),
                   std::make_move_iterator(references.end()));
  }

  const TableSpec& spec_;
  std::string_view file_;
  std::string_view language_;
  Findings& findings_;
  Table table_;
  std::vector<Group> groups_;
  std::vector<std::optional<std::size_t>> above_;  ///< for each printed column, the row whose cell `^` continues
  std::vector<const syntax::CsvField*> last_;      ///< for each column of the sheet, the cell that `^` repeats
};

}  // namespace

void TableFiles::fill(Block& block, std::string_view language) {
  FileBlock from = read_file_block(block, language, table_source_missing, {"a table", "表格"}, findings_);
  report_table_classes(block.attributes, findings_);
  Table table;
  const auto file =
      from.source.empty() ? std::nullopt : find_file(files_, "", from.source, from.source_span, findings_);
  if (file) table = TableBuilder(spec_of(*file), files_.bytes(*file), language, findings_).build();
  table.source_span = from.source_span;
  table.caption = std::move(from.caption);
  table.caption_span = from.caption_span;
  block.value = std::move(table);
}

const TableSpec& TableFiles::spec_of(FileId csv) {
  const auto known = specs_.find(csv);
  if (known != specs_.end()) return known->second;
  return specs_.emplace(csv, read_table_spec(files_, csv, languages_, findings_)).first->second;
}

}  // namespace bifolio::parse
