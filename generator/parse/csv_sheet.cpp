#include "parse/csv_sheet.h"

#include <algorithm>

#include "parse/words.h"

namespace bifolio::parse {
namespace {

/// Where Windows writes numbers with decimal commas, spreadsheets part cells with `;`.
char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
  if (header.find(',') != header.npos) return ',';
  if (header.find('\t') != header.npos) return '\t';
  return header.find(';') != header.npos ? ';' : ',';
}

SheetColumn column_of(const syntax::CsvField& field) {
  const std::string_view text = trimmed(field.text);
  const std::size_t sign = text.find('@');
  if (sign == text.npos) return {std::string(text), "", field.span};
  return {std::string(trimmed(text.substr(0, sign))), std::string(trimmed(text.substr(sign + 1))), field.span};
}

}  // namespace

Sheet read_sheet(const syntax::Input& input, Findings& findings) {
  syntax::Csv csv = syntax::parse_csv(input, findings, separator_of(input.text));
  Sheet sheet;
  const auto header = std::find_if_not(csv.rows.begin(), csv.rows.end(), is_blank);
  if (header == csv.rows.end()) return sheet;
  sheet.header = header->span;
  for (const syntax::CsvField& field : header->fields) sheet.columns.push_back(column_of(field));
  // Spreadsheets save empty columns to the right of the table as empty names.
  while (!sheet.columns.empty() && sheet.columns.back().name.empty()) sheet.columns.pop_back();
  for (auto row = header + 1; row != csv.rows.end(); ++row) {
    if (!is_blank(*row)) sheet.rows.push_back(std::move(*row));
  }
  return sheet;
}

bool is_blank(const syntax::CsvRow& row) {
  return std::all_of(row.fields.begin(), row.fields.end(),
                     [](const syntax::CsvField& field) { return trimmed(field.text).empty(); });
}

}  // namespace bifolio::parse
