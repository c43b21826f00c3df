#include "layout/table_columns.h"

#include <algorithm>

#include "layout/columns.h"
#include "model/number_text.h"

namespace bifolio::layout {
namespace {

constexpr std::size_t kMeasuredRows = 1000;  ///< of a longer table, spread over its length

std::size_t step_of(const Table& table) {
  return table.rows.size() / kMeasuredRows + 1;
}

Widths measure_text(Workbench& bench, const Place& place, const Inlines& text, const TextStyle& style) {
  if (text.empty()) return {};
  const std::optional<Inlines> shown = with_minus_sign(text);
  const Collected plain =
      collect(bench, shown ? *shown : text, {style.character, kArtifact, place.language, place.document});
  ParagraphStyle paragraph{.measure = place.measure, .leading = style.leading, .language = place.language};
  paragraph.setting = ParagraphStyle::Setting::left;
  return measure(plain.pieces, paragraph, bench.fonts);
}

ColumnNeed need_of(Workbench& bench, const Place& place, const Table& table, const TableStyle& style,
                   std::size_t column) {
  const TextStyle& cells = style.cells;
  Widths widest = measure_text(bench, place, table.columns[column].heading, style.head);
  const auto widen = [&](Widths one) {
    widest.minimum = std::max(widest.minimum, one.minimum);
    widest.natural = std::max(widest.natural, one.natural);
  };
  for (std::size_t i = 0; i < table.rows.size(); i += step_of(table)) {
    const Row& row = table.rows[i];
    if (row.kind == Row::Kind::group || column >= row.cells.size() || row.cells[column].is_covered) continue;
    widen(measure_text(bench, place, row.cells[column].content, cells));
    if (table.has_evidence && column == table.evidence_column)
      widen(measure_text(bench, place, row.evidence_sentence, cells));
  }
  // Four Han characters a line is the least that still reads.
  const Length least = std::min(widest.natural, cells.character.size * 4);
  return {std::max(widest.minimum, least), widest.natural, table.columns[column].width};
}

Length widest_before_point(Workbench& bench, const Place& place, const Table& table, const TextStyle& style,
                           std::size_t column) {
  Length widest;
  for (std::size_t i = 0; i < table.rows.size(); i += step_of(table)) {
    if (column >= table.rows[i].cells.size()) continue;
    widest = std::max(widest, width_before_point(bench, place, table.rows[i].cells[column].content, style));
  }
  return widest;
}

}  // namespace

std::vector<SetColumn> set_columns(Workbench& bench, const Place& place, const Table& table, const TableStyle& style) {
  std::vector<ColumnNeed> needs;
  for (std::size_t i = 0; i < table.columns.size(); ++i) needs.push_back(need_of(bench, place, table, style, i));
  const Length gaps = kColumnGap * static_cast<std::int64_t>(needs.size() - 1);
  std::vector<SetColumn> columns;
  Length x = place.x;
  for (const Length width : column_widths(needs, place.measure - gaps)) {
    columns.push_back({x, width});
    x += width + kColumnGap;
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (table.columns[i].alignment == Alignment::decimal)
      columns[i].point = widest_before_point(bench, place, table, style.cells, i);
  }
  return columns;
}

Length width_before_point(Workbench& bench, const Place& place, const Inlines& content, const TextStyle& style) {
  const std::string written = plain_text(content), minus = with_minus_sign(written);
  const std::string& text = minus.empty() ? written : minus;
  const Inlines before{{Text{text.substr(0, text.find('.'))}, {}}};
  return measure_text(bench, place, before, style).natural;
}

ParagraphStyle::Setting setting_of(Alignment alignment) {
  switch (alignment) {
    case Alignment::right: return ParagraphStyle::Setting::right;
    case Alignment::center: return ParagraphStyle::Setting::center;
    default: return ParagraphStyle::Setting::left;
  }
}

}  // namespace bifolio::layout
