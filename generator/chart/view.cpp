#include "chart/view.h"

#include <algorithm>

#include "chart/aggregate.h"
#include "chart/bin.h"
#include "chart/normalize.h"
#include "chart/scale_build.h"
#include "chart/transform.h"

namespace bifolio::chart {
namespace {

constexpr std::size_t kMostCells = 2500;

SharedData data_for(const Tree& spec, SharedData inherited, Context& context) {
  if (spec.find("data") == nullptr) return inherited ? inherited : std::make_shared<Data>();
  const Tree* data = member(&spec, "data");
  if (data == nullptr) return std::make_shared<Data>();
  return load(*data, context.chart, context.chart.specification.find("datasets"), context.pool, context.findings);
}

// Vega-Lite, `orient`: which way bars grow and lines run.
Orientation find_orientation(const View& view) {
  using enum Orientation;
  const ChannelUse *x = view.use(Channel::x), *y = view.use(Channel::y);
  const ChannelUse *x2 = view.encoding.find(Channel::x2), *y2 = view.encoding.find(Channel::y2);
  const std::string asked = text_member(view.mark_tree, "orient");
  const Orientation wish = asked == "horizontal" ? horizontal : asked == "vertical" ? vertical : none;
  const std::string& mark = view.mark;
  if (mark == "point" || mark == "circle" || mark == "square" || mark == "rect" || mark == "arc" || mark == "text")
    return none;
  const auto binned = [](const ChannelUse* use) { return use && use->is_binned; };
  if (mark == "bar") {
    if (x && (x->is_binned || (y && !y->aggregate.empty() && x->aggregate.empty() && y->is_field))) return vertical;
    if (y && (y->is_binned || (x && !x->aggregate.empty() && y->aggregate.empty() && x->is_field))) return horizontal;
    if ((x2 || y2) && wish != none) return wish;
    if (y2 && !x2 && x && x->is_unbinned_quantitative()) return binned(y) ? horizontal : vertical;
    if (x2 && !y2 && y && y->is_unbinned_quantitative()) return binned(x) ? vertical : horizontal;
  }
  if (mark == "bar" || mark == "rule") {
    if (x2 && !binned(x) && y2 && !binned(y)) return none;
  }
  if (mark == "bar" || mark == "rule" || mark == "area") {
    if (y2) return binned(y) ? horizontal : vertical;
    if (x2) return binned(x) ? vertical : horizontal;
    if (mark == "rule" && x && !y) return vertical;
    if (mark == "rule" && y && !x) return horizontal;
  }
  if (wish != none) return wish;
  const bool is_tick = mark == "tick";
  const bool x_measures = x && x->is_unbinned_quantitative(), y_measures = y && y->is_unbinned_quantitative();
  if (x_measures && !y_measures) return is_tick ? vertical : horizontal;
  if (!x_measures && y_measures) return is_tick ? horizontal : vertical;
  if (x_measures && y_measures && !x->aggregate.empty() && y->aggregate.empty()) return is_tick ? vertical : horizontal;
  if (x_measures && y_measures) return is_tick ? horizontal : vertical;
  // Neither measures: dates run along, categories stand beside each other.
  if (x && y && mark == "bar") return x->type == FieldType::temporal && y->is_discrete() ? horizontal : vertical;
  if (x && !y) return is_tick ? vertical : horizontal;
  return vertical;
}

void check_columns(View& view, Context& context) {
  if (!view.data || view.data->columns.empty()) return;
  const Data& data = *view.data;
  for (const ChannelUse& use : view.encoding.uses) {
    const std::string& field = use.field;
    if (!field.empty() && !data.has_field(field)) {
      report_missing_column(context, *use.field_tree->find("field"), field, data);
    }
  }
}

/// `name@en` stands for `name@zh-Hans` where the data has that.
void choose_language(ChannelUse& use, const Data& data, const Context& context) {
  const std::string localized = std::string(without_language(use.field)) + "@" + context.options.language;
  const bool has_language = use.field.rfind('@') != std::string::npos;
  if (data.column(localized) >= 0 && (has_language || data.column(use.field) < 0)) use.field = localized;
}

/// x2 is what x is: `"x2": {"datum": "2026-01-01"}` is a date where x measures dates.
void read_seconds(Encoding& encoding) {
  for (ChannelUse& use : encoding.uses) {
    const ChannelUse* main = encoding.find(main_channel(use.channel));
    if (main_channel(use.channel) == use.channel || !main || main->is_discrete()) continue;
    use.type = main->type;
    if (use.type == FieldType::temporal && use.datum.is_text())
      use.datum = Value::of_time(parse_date(use.datum.text), use.datum.text);
  }
}

void build_unit(View& view, Context& context) {
  view.kind = View::Kind::unit;
  view.mark = mark_type(*view.spec);
  const Tree* mark = view.spec->find("mark");
  view.mark_tree = mark && mark->is_object() ? mark : nullptr;
  view.encoding = read_encoding(view.spec->find("encoding"), context.pool);
  read_seconds(view.encoding);
  for (ChannelUse& use : view.encoding.uses) {
    if (view.data) choose_language(use, *view.data, context);
  }
  check_columns(view, context);
  view.orientation = find_orientation(view);
  view.stack = plan_stack(view);
  prepare_rows(view, context);
}

/// The facet's own column in the data: binned or floored to a time unit where it says so.
std::size_t facet_column(Data& data, const ChannelUse& use, Context& context) {
  const int column = data.field(use.field, context.pool);
  if (column < 0) {
    if (!data.rows.empty()) report_missing_column(context, *use.tree, use.field, data);
    return data.add_column(use.field);
  }
  const auto at = static_cast<std::size_t>(column);
  if (use.bin) {
    bin_column(data, at, use.bin, 6, "facet_bin_" + use.field, "facet_bin_end_" + use.field);
    return data.add_column("facet_bin_" + use.field);
  }
  if (use.type == FieldType::temporal || use.unit) {
    make_times(data, at);
    if (use.unit) {
      const std::size_t floored = data.add_column("facet_" + use.unit->name() + "_" + use.field);
      for (Row& row : data.rows) {
        if (row[at].is_valid()) row[floored] = Value::of_time(use.unit->floor(row[at].number));
      }
      return floored;
    }
  }
  return at;
}

std::string facet_label(const Value& value, const ChannelUse& use, const Data& data, std::size_t column,
                        Context& context) {
  const Tree* header = member(use.tree, "header");
  if (!use.bin) return print_value(value, use, header, context);
  const int end = data.column("facet_bin_end_" + use.field);
  for (const Row& row : data.rows) {
    if (row[column] == value && end >= 0) {
      return format_number(to_number(value), "") + " – " +
             format_number(to_number(row[static_cast<std::size_t>(end)]), "");
    }
  }
  return "null";
}

/// Distinct values in the order in which their cells stand.
std::vector<Value> facet_values(Data& data, const ChannelUse& use, std::size_t column, Context& context) {
  std::vector<Value> values;
  const std::size_t columns[] = {column};
  const auto groups = group_rows(data, columns);
  std::vector<std::pair<Value, Value>> keyed;  // what it is sorted by, the value
  const Tree* sort = use.tree->find("sort");
  for (const auto& rows : groups) {
    const Value value = data.rows[rows.front()][column];
    // Cells stand in one order in all languages.
    const int written = use.bin || use.unit ? -1 : data.column(use.written);
    const Value own = written < 0 ? value : data.rows[rows.front()][static_cast<std::size_t>(written)];
    Value key = own;
    if (sort && sort->is_object()) {
      const std::string field = text_member(sort, "field");
      key = summarize(data, rows, text_member(sort, "op", "min"), field.empty() ? -1 : data.field(field, context.pool),
                      context.pool);
    } else if (sort && sort->is_array()) {
      double at = static_cast<double>(sort->items.size());
      for (std::size_t i = 0; i < sort->items.size(); ++i) {
        if (loosely_equal(from_tree(sort->items[i], context.pool), own)) at = static_cast<double>(i);
      }
      key = Value::of(at);
    }
    keyed.emplace_back(key, value);
  }
  const std::string order = sort && sort->is_object()   ? text_member(sort, "order")
                            : sort && sort->is_string() ? sort->text
                                                        : "";
  const bool keeps = sort && sort->is_null();
  if (!keeps)
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
      return order == "descending" ? b.first < a.first : a.first < b.first;
    });
  for (const auto& [key, value] : keyed) values.push_back(value);
  return values;
}

SharedData rows_where(const Data& data, const std::vector<std::pair<std::size_t, Value>>& wanted) {
  auto out = std::make_shared<Data>();
  out->columns = data.columns;
  std::copy_if(data.rows.begin(), data.rows.end(), std::back_inserter(out->rows), [&](const Row& row) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& want) { return row[want.first] == want.second; });
  });
  return out;
}

void build_facet(View& view, Context& context) {
  view.kind = View::Kind::facet;
  auto data = std::make_shared<Data>(*view.data);
  const Tree& facet = *view.spec->find("facet");
  const Tree& inner = *view.spec->find("spec");
  struct Axis {
    std::size_t column = 0;
    std::vector<Value> values = {};
  };
  Axis rows, columns;
  const auto read = [&](Channel channel, const Tree& definition, Axis& axis, std::vector<FacetKey>& keys) {
    ChannelUse use = read_channel(channel, definition, context.pool);
    choose_language(use, *data, context);
    axis.column = facet_column(*data, use, context);
    axis.values = facet_values(*data, use, axis.column, context);
    if (axis.values.size() > kMostCells) {
      context.report(rule::chart_too_large, definition.span,
                     {{"what", "cells", "分面"}, {"limit", std::to_string(kMostCells)}});
      axis.values.resize(kMostCells);
    }
    for (const Value& value : axis.values)
      keys.push_back({value, facet_label(value, use, *data, axis.column, context)});
    view.facet_uses.push_back(std::move(use));
  };
  const auto add_cell = [&](const std::vector<std::pair<std::size_t, Value>>& wanted) {
    if (view.children.size() < kMostCells)
      view.children.push_back(build(inner, &view, rows_where(*data, wanted), context));
  };
  if (facet.find("field")) {
    read(Channel::facet, facet, columns, view.cell_keys);
    view.columns = static_cast<std::size_t>(std::clamp(
        number_member(view.spec, "columns", static_cast<double>(std::max<std::size_t>(1, columns.values.size()))), 1.0,
        1e4));
    for (const Value& value : columns.values) add_cell({{columns.column, value}});
    return;
  }
  if (const Tree* row = member(&facet, "row")) read(Channel::row, *row, rows, view.row_keys);
  if (const Tree* column = member(&facet, "column")) read(Channel::column, *column, columns, view.column_keys);
  view.columns = std::max<std::size_t>(1, columns.values.size());
  const bool has_rows = facet.find("row"), has_columns = facet.find("column");
  for (std::size_t r = 0; r < (has_rows ? rows.values.size() : 1); ++r) {
    for (std::size_t c = 0; c < (has_columns ? columns.values.size() : 1); ++c) {
      std::vector<std::pair<std::size_t, Value>> wanted;
      if (has_rows) wanted.emplace_back(rows.column, rows.values[r]);
      if (has_columns) wanted.emplace_back(columns.column, columns.values[c]);
      add_cell(wanted);
    }
  }
}

void build_children(View& view, View::Kind kind, const Tree& list, Context& context) {
  view.kind = kind;
  for (const Tree& child : list.items) {
    if (child.is_object() && view.children.size() < kMostCells)
      view.children.push_back(build(child, &view, view.data, context));
  }
}

}  // namespace

std::unique_ptr<View> build(const Tree& spec, View* parent, SharedData data, Context& context) {
  auto view = std::make_unique<View>();
  view->spec = &spec;
  view->parent = parent;
  view->data = transform(data_for(spec, std::move(data), context), spec.find("transform"), context);
  if (const Tree* layers = member(&spec, "layer")) {
    build_children(*view, View::Kind::layer, *layers, context);
  } else if (spec.find("facet") && spec.find("spec")) {
    build_facet(*view, context);
  } else if (const Tree* row = member(&spec, "hconcat")) {
    build_children(*view, View::Kind::concat, *row, context);
    view->columns = std::max<std::size_t>(1, view->children.size());
  } else if (const Tree* column = member(&spec, "vconcat")) {
    build_children(*view, View::Kind::concat, *column, context);
  } else if (const Tree* grid = member(&spec, "concat")) {
    build_children(*view, View::Kind::concat, *grid, context);
    view->columns = static_cast<std::size_t>(std::clamp(
        number_member(&spec, "columns", static_cast<double>(std::max<std::size_t>(1, grid->items.size()))), 1.0, 1e4));
  } else {
    build_unit(*view, context);
  }
  return view;
}

void for_each_unit(View& view, const std::function<void(View&)>& visit) {
  if (view.kind == View::Kind::unit) visit(view);
  for (const auto& child : view.children) for_each_unit(*child, visit);
}

const Scale* View::scale(Channel channel) const {
  const auto at = scales.find(main_channel(channel));
  return at == scales.end() ? nullptr : &at->second->scale;
}

const Tree* mark_property(const View& view, std::string_view key, const Context& context) {
  if (const Tree* own = view.mark_tree ? view.mark_tree->find(key) : nullptr) return own;
  const Tree* style = member(view.mark_tree, "style");
  const auto styled = [&](const std::string& name) {
    for (const Tree* source : {context.config, &context.theme}) {
      if (const Tree* found = member(member(member(source, "style"), name), key)) return found;
    }
    return static_cast<const Tree*>(nullptr);
  };
  if (style && style->is_string()) {
    if (const Tree* found = styled(style->text)) return found;
  } else if (style) {
    for (auto item = style->items.rbegin(); item != style->items.rend(); ++item) {
      if (const Tree* found = styled(item->text)) return found;
    }
  }
  if (const Tree* found = context.setting(view.mark, key)) return found;
  return context.setting("mark", key);
}

bool is_aggregated(const View& view) {
  return std::any_of(view.encoding.uses.begin(), view.encoding.uses.end(),
                     [](const ChannelUse& use) { return !use.aggregate.empty(); });
}

double mark_number(const View& view, std::string_view key, double otherwise, const Context& context) {
  const Tree* found = mark_property(view, key, context);
  return found && found->is_number() ? found->number : otherwise;
}

namespace {

/// `title` of the channel or its guide: text, or null where it is switched off.
const Tree* given_title(const ChannelUse& use) {
  for (const char* guide : {"axis", "legend", "header"}) {
    const Tree* settings = member(use.field_tree, guide);
    if (!settings) settings = member(use.tree, guide);
    if (const Tree* title = settings ? settings->find("title") : nullptr) return title;
  }
  const Tree* title = use.field_tree->find("title");
  return title ? title : use.tree->find("title");
}

std::string suggested_title(const ChannelUse& use, Context& context) {
  ChannelUse shown = use;
  shown.field = context.localized(without_language(use.field));
  return default_title(shown, context.options.language);
}

}  // namespace

void gather_titles(const Tree& tree, Context& context, int depth) {
  if (depth > 60) return;
  const Tree* field = tree.find("field");
  const Tree* title = tree.find("title");
  for (const char* guide : {"axis", "legend", "header"}) {
    const Tree* settings = member(&tree, guide);
    if (!title && settings) title = settings->find("title");
  }
  const bool is_plain = !tree.find("aggregate") && !tree.find("bin") && !tree.find("timeUnit");
  if (field && title && is_plain && field->is_string() && title->is_string())
    context.field_titles.emplace(without_language(field->text), title);
  for (const Tree& item : tree.items) gather_titles(item, context, depth + 1);
  for (const Member& each : tree.members) {
    if (each.key != "values" && each.key != "datasets") gather_titles(each.value, context, depth + 1);
  }
}

std::string spoken_title(const ChannelUse& use, Context& context) {
  const bool is_plain = use.aggregate.empty() && !use.bin && !use.unit;
  const Tree* named = context.strings ? context.strings->find(without_language(use.field)) : nullptr;
  if (is_plain && named && named->is_string()) return named->text;
  const Tree* given = given_title(use);
  if (given && given->is_string()) return context.localized(given->text);
  const auto elsewhere = context.field_titles.find(without_language(use.field));
  if (is_plain && elsewhere != context.field_titles.end()) return context.localized(elsewhere->second->text);
  return suggested_title(use, context);
}

std::string title_of(const ChannelUse& use, Context& context) {
  if (const Tree* title = given_title(use)) return title->is_string() ? context.localized(title->text) : "";
  return use.is_datum ? std::string() : suggested_title(use, context);
}

namespace {

/// A year or a month that was written without its day is never printed with one.
std::string_view precision_of(const Value& time, const Locale& words) {
  const bool is_plain =
      std::all_of(time.text.begin(), time.text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
  if (is_plain && time.text.size() == 4) return words.unit_year;
  return is_plain && time.text.size() == 7 ? words.unit_year_month : words.unit_year_month_date;
}

}  // namespace

std::string print_value(const Value& value, const ChannelUse& use, const Tree* guide, Context& context) {
  const std::string pattern = text_member(guide, "format");
  if (value.is_time() || (value.is_number() && (use.type == FieldType::temporal || use.unit))) {
    if (!pattern.empty()) return format_time(value.number, pattern, context.words);
    if (use.unit) return format_time(value.number, time_pattern(*use.unit, context.words), context.words);
    return format_time(value.number, context.text_setting("", "timeFormat", precision_of(value, context.words)),
                       context.words);
  }
  if (value.is_number() && (!pattern.empty() || use.type == FieldType::quantitative)) {
    return format_number(value.number, pattern.empty() ? context.text_setting("", "numberFormat", "") : pattern);
  }
  if (value.is_null()) return "null";
  // A column of this language is its own translation.
  const bool is_own = use.field.ends_with("@" + context.options.language);
  return is_own ? to_text(value) : context.localized(to_text(value));
}

}  // namespace bifolio::chart
