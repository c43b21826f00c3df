// The rows that a unit draws: its encoding's bins, time units, aggregates,
// imputed values and stacks.
#include <algorithm>
#include <cmath>

#include "chart/aggregate.h"
#include "chart/bin.h"
#include "chart/normalize.h"
#include "chart/transform.h"
#include "chart/view.h"

namespace bifolio::chart {
namespace {

double default_maxbins(Channel channel) {
  switch (channel) {
    case Channel::row:
    case Channel::column:
    case Channel::size:
    case Channel::color:
    case Channel::fill:
    case Channel::stroke:
    case Channel::stroke_width:
    case Channel::opacity:
    case Channel::fill_opacity:
    case Channel::stroke_opacity:
    case Channel::shape: return 6;
    case Channel::stroke_dash: return 4;
    default: return 10;
  }
}

void make_numbers(Data& data, std::size_t column) {
  for (Row& row : data.rows) {
    if (row[column].is_text())
      row[column] = row[column].text.empty() ? Value{} : Value::of(parse_number(row[column].text));
  }
}

void convert(Data& data, std::size_t column, const ChannelUse& use) {
  if (use.aggregate == "count" || use.aggregate == "argmax" || use.aggregate == "argmin") return;
  if (use.type == FieldType::temporal || use.unit)
    make_times(data, column);
  else if (use.type == FieldType::quantitative)
    make_numbers(data, column);
}

std::string bin_name(const ChannelUse& use) {
  const double maxbins = number_member(use.bin, "maxbins", default_maxbins(use.channel));
  return "bin_" + print_number(maxbins) + "_" + print_number(number_member(use.bin, "step", 0)) + "_" + use.field;
}

std::string aggregate_name(const ChannelUse& use) {
  if (use.aggregate == "count") return "__count";
  return use.aggregate + "_" + (use.argument.empty() ? use.field : use.argument);
}

/// Bins and time units beside the field; `column_name` becomes what the channel reads.
void derive(View& view, ChannelUse& use, Context& context) {
  Data& data = *view.rows;
  const int column = use.field.empty() ? -1 : data.field(use.field, context.pool);
  use.column_name = use.field;
  if (column < 0) return;
  const auto at = static_cast<std::size_t>(column);
  use.column_name = data.columns[at];  // `a\\.b` means the column a.b
  convert(data, at, use);
  if (use.bin) {
    use.column_name = bin_name(use);
    if (data.column(use.column_name) < 0) {
      view.bins[use.column_name] =
          bin_column(data, at, use.bin, default_maxbins(use.channel), use.column_name, use.column_name + "_end");
    }
    use.bins = view.bins[use.column_name];
  } else if (use.unit && !use.unit->is_binned) {
    use.column_name = use.unit->name() + "_" + use.field;
    if (data.column(use.column_name) >= 0) return;
    const std::size_t begin = data.add_column(use.column_name), end = data.add_column(use.column_name + "_end");
    for (Row& row : data.rows) {
      if (!row[at].is_valid()) continue;
      const double floored = use.unit->floor(row[at].number);
      row[begin] = Value::of_time(floored);
      row[end] = Value::of_time(use.unit->next(floored));
    }
  } else if (use.unit) {
    const std::size_t end = data.add_column(use.column_name + "_end");
    for (Row& row : data.rows) {
      if (row[at].is_valid()) row[end] = Value::of_time(use.unit->next(row[at].number));
    }
  }
}

void add_unique(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

/// The columns by which the encoding groups its rows.
std::vector<std::string> grouping(const View& view, const Data& data) {
  std::vector<std::string> names;
  for (const ChannelUse& use : view.encoding.uses) {
    if (!use.is_field || !use.aggregate.empty()) continue;
    add_unique(names, use.column_name);
    if (data.column(use.column_name + "_end") >= 0) add_unique(names, use.column_name + "_end");
    const Tree* sort = member(use.tree, "sort");
    if (sort && sort->is_object() && !sort->find("op") && !sort->find("encoding")) {
    }
    // A condition's field is read from the row as well.
    const Tree* condition = member(use.tree, "condition");
    if (condition && condition->is_object()) add_unique(names, text_member(member(condition, "test"), "field"));
  }
  return names;
}

void run_aggregate(View& view, Context& context) {
  std::vector<AggregateField> fields;
  for (ChannelUse& use : view.encoding.uses) {
    if (use.aggregate.empty()) continue;
    if (!is_aggregate(use.aggregate)) {
      context.report(rule::chart_value, use.field_tree->span, {{"value", use.aggregate}, {"property", "aggregate"}});
      use.aggregate = "mean";
    }
    use.column_name = aggregate_name(use);
    const bool is_known =
        std::any_of(fields.begin(), fields.end(), [&](const AggregateField& f) { return f.as == use.column_name; });
    if (!is_known) fields.push_back({use.aggregate, use.argument.empty() ? use.field : use.argument, use.column_name});
  }
  if (fields.empty()) return;
  *view.rows = aggregate(*view.rows, grouping(view, *view.rows), fields, context.pool);
  for (ChannelUse& use : view.encoding.uses) {
    if (use.aggregate != "argmax" && use.aggregate != "argmin") continue;
    // The row that has the extreme is a record; the channel shows its field.
    const int record = view.rows->column(use.column_name);
    const std::size_t shown = view.rows->add_column(use.column_name + "." + use.field);
    for (Row& row : view.rows->rows) {
      const Value& best = row[static_cast<std::size_t>(record)];
      const Value* found = best.record ? best.record->find(use.field) : nullptr;
      row[shown] = found ? *found : Value{};
    }
    use.column_name += "." + use.field;
    if (use.type == FieldType::temporal) make_times(*view.rows, shown);
    if (use.type == FieldType::quantitative) make_numbers(*view.rows, shown);
  }
}

std::vector<std::string> distinguishing_columns(const View& view) {
  std::vector<std::string> names;
  for (const ChannelUse& use : view.encoding.uses) {
    if (use.is_field && use.aggregate.empty() && is_distinguishing(use.channel)) add_unique(names, use.column_name);
  }
  return names;
}

void run_impute(View& view, Context& context) {
  for (const Channel channel : {Channel::x, Channel::y}) {
    const ChannelUse* use = view.use(channel);
    const Tree* how = use ? member(use->tree, "impute") : nullptr;
    const ChannelUse* key = view.use(channel == Channel::x ? Channel::y : Channel::x);
    if (how && key) impute(*view.rows, *how, use->column_name, key->column_name, distinguishing_columns(view), context);
  }
}

/// The column by which parts stack: the field's own, or its places in the order that the author gives its colours.
std::string order_column(Data& data, const ChannelUse& use, Context& context) {
  const Tree* domain = is_color(use.channel) ? member(member(use.field_tree, "scale"), "domain") : nullptr;
  const int column = data.column(use.column_name);
  if (!domain || !domain->is_array() || column < 0) return use.column_name;
  std::vector<Value> wanted;
  for (const Tree& item : domain->items) wanted.push_back(from_tree(item, context.pool));
  const std::string name = "stack_order_" + use.column_name;
  const std::size_t at = data.add_column(name);
  for (Row& row : data.rows) {
    const Value value = row[static_cast<std::size_t>(column)];
    const auto found =
        std::find_if(wanted.begin(), wanted.end(), [&](const Value& w) { return loosely_equal(w, value); });
    row[at] = Value::of(static_cast<double>(found - wanted.begin()));
  }
  return name;
}

void run_stack(View& view, Context& context) {
  if (!view.stack) return;
  const ChannelUse& stacked = *view.use(view.stack->channel);
  StackParameters parameters;
  parameters.field = stacked.column_name;
  parameters.offset = view.stack->offset;
  parameters.as = "stack_begin";
  parameters.as_end = "stack_end";
  const Channel dimension = view.stack->channel == Channel::x       ? Channel::y
                            : view.stack->channel == Channel::y     ? Channel::x
                            : view.stack->channel == Channel::theta ? Channel::radius
                                                                    : Channel::theta;
  for (const Channel channel : {dimension, dimension == Channel::x ? Channel::x_offset : Channel::y_offset}) {
    const ChannelUse* use = view.use(channel);
    if (use && use->is_field && use->column_name != parameters.field) parameters.groupby.push_back(use->column_name);
  }
  // Missing parts of a stacked area count as zero.
  if ((view.mark == "area" || view.mark == "line") && !parameters.groupby.empty()) {
    const Tree zero = [] {
      Tree tree = Tree::object();
      tree.set("value", Tree::of(0));
      return tree;
    }();
    impute(*view.rows, zero, parameters.field, parameters.groupby.front(), distinguishing_columns(view), context);
  }
  bool has_order = false;
  for (const ChannelUse& use : view.encoding.uses) {
    if (use.channel != Channel::order || !use.is_field) continue;
    has_order = true;
    parameters.sort.push_back({use.column_name, text_member(use.tree, "sort") == "descending"});
  }
  const ChannelUse* order = view.encoding.find(Channel::order);
  const std::string asked = order ? text_member(order->tree, "sort") : "";
  for (const Channel channel : has_order ? std::vector<Channel>{} : view.stack->by) {
    const bool is_descending = asked.empty() ? view.stack->channel == Channel::y : asked == "descending";
    for (const ChannelUse& use : view.encoding.uses) {
      if (use.channel == channel && use.is_field)
        parameters.sort.push_back({order_column(*view.rows, use, context), is_descending});
    }
  }
  stack(*view.rows, parameters, context.pool);
  view.stack->begin = view.rows->column("stack_begin");
  view.stack->end = view.rows->column("stack_end");
}

// Marks other than lines and areas leave out rows that lack a measured value, and
// so do their scales; `"invalid": null` asks to take it for zero.
void drop_invalid(View& view, const Context& context) {
  if (view.mark == "line" || view.mark == "area") return;
  const Tree* invalid = mark_property(view, "invalid", context);
  if (invalid && (invalid->is_null() || invalid->text == "show")) return;
  for (const ChannelUse& use : view.encoding.uses) {
    if (!use.is_field || use.is_discrete() || use.aggregate == "count" || !has_scale(use.channel)) continue;
    if (const Tree* scale = member(use.field_tree, "scale");
        scale && !text_member(scale, "type").empty() && text_member(scale, "type") != "linear")
      continue;
    const int column = view.rows->column(use.column_name);
    if (column < 0) continue;
    std::erase_if(view.rows->rows, [&](const Row& row) {
      const Value& value = row[static_cast<std::size_t>(column)];
      return !value.is_valid() || !std::isfinite(to_number(value));
    });
  }
}

void find_columns(View& view) {
  for (ChannelUse& use : view.encoding.uses) {
    use.column = use.column_name.empty() ? -1 : view.rows->column(use.column_name);
    const bool is_raw_count = !use.aggregate.empty();
    use.end_column = use.column_name.empty() || is_raw_count ? -1 : view.rows->column(use.column_name + "_end");
    if (!use.bin && !use.unit) use.end_column = -1;
  }
}

}  // namespace

void prepare_rows(View& view, Context& context) {
  view.rows = std::make_shared<Data>(*view.data);
  // Marks without any field still draw once.
  const bool has_field = std::any_of(view.encoding.uses.begin(), view.encoding.uses.end(),
                                     [](const ChannelUse& use) { return use.is_field; });
  if (!has_field && view.rows->rows.empty() && view.data->columns.empty()) view.rows->rows.emplace_back();
  for (ChannelUse& use : view.encoding.uses) derive(view, use, context);
  run_aggregate(view, context);
  run_impute(view, context);
  drop_invalid(view, context);
  run_stack(view, context);
  find_columns(view);
}

namespace {

bool is_stackable(std::string_view mark) {
  static constexpr std::string_view kMarks[] = {"arc",    "bar",    "area", "rule", "point",
                                                "circle", "square", "line", "text", "tick"};
  return std::find(std::begin(kMarks), std::end(kMarks), mark) != std::end(kMarks);
}

// Vega-Lite, `potentialStackedChannel`.
std::optional<Channel> potential_channel(const View& view, Channel first, Channel second) {
  const ChannelUse *a = view.use(first), *b = view.use(second);
  const bool a_measures = a && a->is_field && a->is_unbinned_quantitative(),
             b_measures = b && b->is_field && b->is_unbinned_quantitative();
  if (a_measures && b_measures) {
    if (const Tree* asked = a->tree->find("stack"); asked && !asked->is_null()) return first;
    if (const Tree* asked = b->tree->find("stack"); asked && !asked->is_null()) return second;
    if (a->aggregate.empty() != b->aggregate.empty()) return a->aggregate.empty() ? second : first;
    if (first == Channel::x && (view.mark == "bar" || view.mark == "area")) return view.is_vertical() ? second : first;
    return std::nullopt;
  }
  // Bars that stand along their only measure are placed, not measured.
  const bool is_bar = first == Channel::x && (view.mark == "bar" || view.mark == "area");
  if (a_measures && !(is_bar && view.is_vertical())) return first;
  if (b_measures && !(is_bar && view.orientation == Orientation::horizontal)) return second;
  return std::nullopt;
}

}  // namespace

std::optional<StackPlan> plan_stack(const View& view) {
  if (!is_stackable(view.mark)) return std::nullopt;
  auto channel = potential_channel(view, Channel::x, Channel::y);
  if (!channel) channel = potential_channel(view, Channel::theta, Channel::radius);
  if (!channel) return std::nullopt;
  const ChannelUse& stacked = *view.use(*channel);
  StackPlan plan;
  plan.channel = *channel;
  const bool by_default = view.mark == "bar" || view.mark == "area" || view.mark == "arc";
  const Tree* asked = stacked.tree->find("stack");
  if (asked ? asked->is_null() || (asked->is_boolean() && !asked->boolean) : !by_default) return std::nullopt;
  if (asked && asked->is_string())
    plan.offset = asked->text == "normalize" ? StackOffset::normalize
                  : asked->text == "center"  ? StackOffset::center
                                             : StackOffset::zero;
  const Channel dimension = *channel == Channel::x       ? Channel::y
                            : *channel == Channel::y     ? Channel::x
                            : *channel == Channel::theta ? Channel::radius
                                                         : Channel::theta;
  const ChannelUse* across = view.use(dimension);
  bool has_aggregate = false;
  for (const ChannelUse& use : view.encoding.uses) {
    if (!use.aggregate.empty()) has_aggregate = true;
    const bool counts = is_distinguishing(use.channel) || use.channel == Channel::order ||
                        use.channel == Channel::text || use.channel == Channel::href;
    if (counts && use.is_field && use.aggregate.empty() &&
        !(across && is_position(dimension) && across->field == use.field && !across->bin && !across->unit))
      plan.by.push_back(use.channel);
  }
  if (has_aggregate && plan.by.empty()) return std::nullopt;
  const std::string scale = text_member(member(stacked.tree, "scale"), "type");
  if (!scale.empty() && scale != "linear") return std::nullopt;
  const ChannelUse* second = view.encoding.find(second_channel(*channel));
  if (second && second->is_measured()) return std::nullopt;
  return plan;
}

std::string stacked_channel(const Tree& spec, Pool& pool) {
  View view;
  view.spec = &spec;
  view.mark = mark_type(spec);
  view.encoding = read_encoding(spec.find("encoding"), pool);
  view.orientation = Orientation::vertical;
  const auto plan = plan_stack(view);
  return plan ? std::string(name(plan->channel)) : std::string();
}

}  // namespace bifolio::chart
