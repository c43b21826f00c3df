#include <algorithm>
#include <functional>
#include <set>

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

Inlines text_of(std::string text) {
  if (text.empty() || text == "null") return {};
  return {Inline{Text{std::move(text)}}};
}

/// A cell of data that was not prepared for drawing may still spell its date.
Value dated(const Value& value, const ChannelUse& use) {
  const bool is_date = use.type == FieldType::temporal && !value.is_time() && !value.text.empty();
  return is_date ? Value::of_time(parse_date(value.text), value.text) : value;
}

std::string cell_text(const TableColumn& column, const Row& row, Context& context) {
  const Value value = dated(row[static_cast<std::size_t>(column.column)], *column.use);
  std::string text = print_value(value, *column.use, column.use->field_tree, context);
  if (column.use->bin && column.use->end_column >= 0 && text != "null") {
    text += "–" + format_number(to_number(row[static_cast<std::size_t>(column.use->end_column)]), "");
  }
  return text;
}

/// What one plot shows: columns into its rows.
struct Part {
  std::vector<TableColumn> columns = {};
  std::vector<const Row*> rows = {};
};

/// Units of a plot that speak: not the lines and letters of an annotation.
std::vector<const View*> speaking_units(const View& plot, Context& context) {
  std::vector<const View*> out;
  for_each_unit(const_cast<View&>(plot), [&](View& unit) {
    const Tree* aria = mark_property(unit, "aria", context);
    if (!(aria && aria->is_boolean() && !aria->boolean) && !columns_of(unit, context).empty()) out.push_back(&unit);
  });
  return out;
}

/// The unit that shows most, with the columns that others show of the same rows.
Part richest(const std::vector<const View*>& units, Context& context) {
  Part part;
  const View* best = nullptr;
  for (const View* unit : units) {
    std::vector<TableColumn> columns = columns_of(*unit, context);
    const bool is_more = columns.size() > part.columns.size() || (columns.size() == part.columns.size() && best &&
                                                                  unit->rows->rows.size() > best->rows->rows.size());
    if (is_more) best = unit, part.columns = std::move(columns);
  }
  for (const View* unit : units) {
    if (unit == best || unit->data != best->data || unit->rows->columns != best->rows->columns) continue;
    for (TableColumn& column : columns_of(*unit, context)) {
      const bool is_known = std::any_of(part.columns.begin(), part.columns.end(),
                                        [&](const TableColumn& c) { return c.column == column.column; });
      if (!is_known) part.columns.push_back(std::move(column));
    }
  }
  if (best)
    for (const Row& row : best->rows->rows) part.rows.push_back(&row);
  return part;
}

/// Whether the unit shows rows of the plot's data as they are, though perhaps not all of them.
bool shows_plainly(const View& unit, const Data& data) {
  const bool is_same = unit.data->columns.size() >= data.columns.size() &&
                       std::equal(data.columns.begin(), data.columns.end(), unit.data->columns.begin());
  return is_same && std::all_of(unit.encoding.uses.begin(), unit.encoding.uses.end(), [&](const ChannelUse& use) {
           const bool is_plain = use.aggregate.empty() && !use.bin && !use.unit;
           return !is_shown(use) || (is_plain && (use.field.empty() || data.column(use.field) >= 0));
         });
}

/// Layers over the same data are one table: every row that any of them draws, every column that any shows.
Part united(const View& plot, const std::vector<const View*>& units, Context& context) {
  const Data& data = *plot.data;
  Part part;
  for (const View* unit : units) {
    for (TableColumn& column : columns_of(*unit, context)) {
      column.column = data.column(column.use->field);
      const bool is_known = std::any_of(part.columns.begin(), part.columns.end(),
                                        [&](const TableColumn& c) { return c.column == column.column; });
      if (column.column >= 0 && !is_known) part.columns.push_back(std::move(column));
    }
  }
  const auto by_cells = [&](const Row* a, const Row* b) {
    return std::lexicographical_compare(a->begin(), a->begin() + static_cast<std::ptrdiff_t>(data.columns.size()),
                                        b->begin(), b->begin() + static_cast<std::ptrdiff_t>(data.columns.size()));
  };
  std::set<const Row*, decltype(by_cells)> drawn(by_cells);
  for (const View* unit : units) {
    for (const Row& row : unit->data->rows) drawn.insert(&row);
  }
  for (const Row& row : data.rows) {
    if (drawn.contains(&row)) part.rows.push_back(&row);
  }
  return part;
}

Part part_of(const View& plot, Context& context) {
  const std::vector<const View*> units = speaking_units(plot, context);
  const bool is_plain =
      plot.kind == View::Kind::layer && plot.data &&
      std::all_of(units.begin(), units.end(), [&](const View* u) { return shows_plainly(*u, *plot.data); });
  Part part = is_plain ? united(plot, units, context) : Part();
  // Layers that changed their rows are found in none of the plot's; then one of them speaks for all.
  const bool is_whole =
      std::all_of(units.begin(), units.end(), [&](const View* u) { return u->data->rows.size() <= part.rows.size(); });
  if (!is_plain || !is_whole) part = richest(units, context);
  // What a row is about comes first, then when, then what was measured.
  const auto rank = [](const TableColumn& column) {
    return column.use->is_discrete() ? 0 : column.use->type == FieldType::temporal ? 1 : 2;
  };
  std::stable_sort(part.columns.begin(), part.columns.end(),
                   [&](const TableColumn& a, const TableColumn& b) { return rank(a) < rank(b); });
  return part;
}

/// Units and layers, in drawing order.
void for_each_plot(const View& view, const std::function<void(const View&)>& visit) {
  if (view.kind == View::Kind::unit || view.kind == View::Kind::layer) return visit(view);
  for (const auto& child : view.children) for_each_plot(*child, visit);
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

/// Parts below each other; a column that several show stands once.
class TableWriter {
 public:
  explicit TableWriter(Context& context) : context_(context) {}

  void add(const View& plot) {
    const Part part = part_of(plot, context_);
    if (part.columns.empty()) return;
    const FacetCell facets = facet_cell(plot, context_);
    std::vector<std::size_t> places;
    for (const std::string& title : facets.titles) places.push_back(place({{}, text_of(title)}));
    for (const TableColumn& column : part.columns) {
      const bool is_number = column.use->type == FieldType::quantitative;
      places.push_back(
          place({column.use->field, text_of(column.title), is_number ? Alignment::decimal : Alignment::none,
                 is_number ? ColumnRole::number : ColumnRole::text}));
    }
    for (const Row* row : part.rows) {
      if (table_.rows.size() == kMostTableRows) return;
      bifolio::Row out;
      out.cells.resize(table_.columns.size());
      for (std::size_t i = 0; i < places.size(); ++i) {
        const bool is_facet = i < facets.values.size();
        const std::string text =
            is_facet ? facets.values[i] : cell_text(part.columns[i - facets.values.size()], *row, context_);
        out.cells[places[i]] = {text_of(text)};
      }
      table_.rows.push_back(std::move(out));
    }
  }

  Table take(std::string source) {
    for (bifolio::Row& row : table_.rows) row.cells.resize(table_.columns.size());
    table_.source = std::move(source);
    return std::move(table_);
  }

 private:
  /// Where a column of that name and heading stands.
  std::size_t place(Column column) {
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (table_.columns[i].id == column.id && plain_text(table_.columns[i].heading) == plain_text(column.heading))
        return i;
    }
    table_.columns.push_back(std::move(column));
    return table_.columns.size() - 1;
  }

  Context& context_;
  Table table_;
};

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
  TableWriter writer(context);
  for_each_plot(*root, [&](const View& plot) { writer.add(plot); });
  return writer.take(chart.source);
}

}  // namespace bifolio::chart
