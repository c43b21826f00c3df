#include <algorithm>

#include "chart/chart.h"
#include "chart/normalize.h"
#include "chart/view.h"

namespace bifolio::chart {
namespace {

struct TableColumn {
  std::string title;
  const ChannelUse* use = nullptr;
  int column = -1;
};

bool is_shown(const ChannelUse& use) {
  return use.is_field && use.channel != Channel::order && use.channel != Channel::key && use.channel != Channel::href;
}

/// The fields of a unit, each once, under the title that the chart gives it.
std::vector<TableColumn> columns_of(const View& unit, Context& context) {
  std::vector<TableColumn> out;
  for (const ChannelUse& use : unit.encoding.uses) {
    if (!is_shown(use) || use.column < 0) continue;
    const bool is_known =
        std::any_of(out.begin(), out.end(), [&](const TableColumn& c) { return c.column == use.column; });
    if (is_known) continue;
    std::string title = spoken_title(use, context);
    out.push_back({std::move(title), &use, use.column});
  }
  return out;
}

/// The unit that shows most: of layers over the same data, the one with the most columns, then the most rows.
const View* richest_unit(View& root, Context& context) {
  const View* best = nullptr;
  std::size_t most = 0;
  for_each_unit(root, [&](View& unit) {
    const std::size_t columns = columns_of(unit, context).size();
    const bool is_more =
        columns > most || (columns == most && best && unit.rows->rows.size() > best->rows->rows.size());
    if (columns > 0 && is_more) best = &unit, most = columns;
  });
  return best;
}

Inlines text_of(std::string text) {
  if (text.empty() || text == "null") return {};
  return {Inline{Text{std::move(text)}}};
}

std::string cell_text(const TableColumn& column, const Row& row, Context& context) {
  std::string text =
      print_value(row[static_cast<std::size_t>(column.column)], *column.use, column.use->field_tree, context);
  if (column.use->bin && column.use->end_column >= 0 && text != "null") {
    text += "–" + format_number(to_number(row[static_cast<std::size_t>(column.use->end_column)]), "");
  }
  return text;
}

/// Columns of other layers' fields over the same data join those of the richest.
void add_columns_beside(View& root, const View& unit, std::vector<TableColumn>& columns, Context& context) {
  for_each_unit(root, [&](View& other) {
    if (&other == &unit || other.data != unit.data || other.rows->columns != unit.rows->columns) return;
    for (TableColumn& column : columns_of(other, context)) {
      const bool is_known =
          std::any_of(columns.begin(), columns.end(), [&](const TableColumn& c) { return c.column == column.column; });
      if (!is_known) columns.push_back(std::move(column));
    }
  });
}

/// A facet's cells are parts of one table.
std::vector<const View*> siblings(View& root, const View& unit) {
  std::vector<const View*> out;
  for_each_unit(root, [&](View& other) {
    if (other.spec == unit.spec) out.push_back(&other);
  });
  return out;
}

struct FacetCell {
  std::vector<std::string> titles, values;
};

/// What the facets around a cell are called, and their values there.
FacetCell facet_cell(const View& unit, Context& context) {
  FacetCell out;
  for (const View *child = &unit, *parent = unit.parent; parent; child = parent, parent = parent->parent) {
    if (parent->kind != View::Kind::facet) continue;
    const auto at = static_cast<std::size_t>(std::find_if(parent->children.begin(), parent->children.end(),
                                                          [&](const auto& c) { return c.get() == child; }) -
                                             parent->children.begin());
    for (const ChannelUse& use : parent->facet_uses) {
      const auto& keys = use.channel == Channel::row      ? parent->row_keys
                         : use.channel == Channel::column ? parent->column_keys
                                                          : parent->cell_keys;
      const std::size_t i = use.channel == Channel::row      ? at / parent->columns
                            : use.channel == Channel::column ? at % parent->columns
                                                             : at;
      out.titles.push_back(spoken_title(use, context));
      out.values.push_back(i < keys.size() ? keys[i].label : "");
    }
  }
  return out;
}

const Tree* strings_of(const Chart& chart, const std::string& language) {
  return member(member(member(member(&chart.specification, "usermeta"), "bifolio"), "strings"), language);
}

}  // namespace

Table data_table(const Chart& chart, const Options& options, Findings& findings) {
  Context context{chart, options, nullptr, findings, locale(options.language)};
  context.config = member(&chart.specification, "config");
  context.strings = strings_of(chart, options.language);
  const Tree specification = normalize(chart.specification, context);
  gather_titles(chart.specification, context);
  const auto root = build(specification, nullptr, nullptr, context);
  Table table;
  table.source = chart.source;
  const View* unit = richest_unit(*root, context);
  if (!unit) return table;
  std::vector<TableColumn> columns = columns_of(*unit, context);
  add_columns_beside(*root, *unit, columns, context);
  const FacetCell facets = facet_cell(*unit, context);
  for (const std::string& title : facets.titles) table.columns.push_back({{}, text_of(title)});
  for (const TableColumn& column : columns) {
    const bool is_number = column.use->type == FieldType::quantitative;
    table.columns.push_back({column.use->field, text_of(column.title), is_number ? Alignment::decimal : Alignment::none,
                             is_number ? ColumnRole::number : ColumnRole::text});
  }
  for (const View* cell : siblings(*root, *unit)) {
    const FacetCell keys = facet_cell(*cell, context);
    for (const bifolio::chart::Row& row : cell->rows->rows) {
      if (table.rows.size() == kMostTableRows) return table;
      bifolio::Row out;
      for (const std::string& value : keys.values) out.cells.push_back({text_of(value)});
      for (const TableColumn& column : columns) out.cells.push_back({text_of(cell_text(column, row, context))});
      table.rows.push_back(std::move(out));
    }
  }
  return table;
}

}  // namespace bifolio::chart
