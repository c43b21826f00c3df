#include "chart/transform.h"

#include <algorithm>
#include <cmath>

#include "chart/aggregate.h"
#include "chart/bin.h"
#include "chart/predicate.h"
#include "chart/stack.h"

namespace bifolio::chart {
namespace {

std::vector<std::string> names(const Tree* list) {
  std::vector<std::string> out;
  if (list == nullptr) return out;
  if (list->is_string()) return {list->text};
  for (const Tree& item : list->items) {
    if (item.is_string()) out.push_back(item.text);
  }
  return out;
}

std::string nth(const std::vector<std::string>& list, std::size_t i, std::string otherwise) {
  return i < list.size() ? list[i] : std::move(otherwise);
}

/// The column, or a finding that lists those there are.
int needed(Data& data, const Tree& where, std::string_view key, Context& context) {
  const std::string name = text_member(&where, key);
  const int column = data.field(name, context.pool);
  if (column < 0 && !data.rows.empty()) report_missing_column(context, *where.find(key), name, data);
  return column;
}

void filter(Data& data, const Tree& step, Context& context) {
  const Predicate keep = compile_predicate(*step.find("filter"), data, context);
  std::erase_if(data.rows, [&](const Row& row) { return !keep(row); });
}

void calculate(Data& data, const Tree& step, Context& context) {
  const Tree* source = step.find("calculate");
  if (!source->is_string()) return context.unsupported(*source, "calculate");
  Expression expression = context.expression(*source);
  const std::size_t column = data.add_column(text_member(&step, "as", "calculated"));
  expression.bind(data);
  Surroundings around{context.pool, context.words};
  around.random_calls = context.random_calls;
  for (Row& row : data.rows) row[column] = expression.evaluate(row, around);
  context.random_calls = around.random_calls;
}

std::vector<AggregateField> aggregate_fields(const Tree* list, Context& context) {
  std::vector<AggregateField> out;
  if (list == nullptr) return out;
  for (const Tree& item : list->items) {
    AggregateField field{text_member(&item, "op"), text_member(&item, "field"), text_member(&item, "as")};
    if (field.as.empty()) field.as = field.field.empty() ? field.op : field.op + "_" + field.field;
    if (is_aggregate(field.op))
      out.push_back(std::move(field));
    else
      context.unsupported(item, field.op);
  }
  return out;
}

void run_bin(Data& data, const Tree& step, Context& context) {
  const int column = needed(data, step, "field", context);
  if (column < 0) return;
  const std::vector<std::string> as = names(step.find("as"));
  const std::string begin = nth(as, 0, "bin_" + text_member(&step, "field"));
  bin_column(data, static_cast<std::size_t>(column), step.find("bin"), 10, begin, nth(as, 1, begin + "_end"));
}

void run_time_unit(Data& data, const Tree& step, Context& context) {
  const Tree* name = step.find("timeUnit");
  auto unit = parse_time_unit(name->is_string() ? name->text : text_member(name, "unit"));
  const int column = needed(data, step, "field", context);
  if (!unit || column < 0) return unit ? void() : context.unsupported(*name, "timeUnit");
  unit->step = static_cast<int>(std::clamp(number_member(name, "step", 1), 1.0, 1000.0));
  make_times(data, static_cast<std::size_t>(column));
  const std::size_t begin = data.add_column(text_member(&step, "as", unit->name() + "_" + text_member(&step, "field")));
  const std::size_t end = data.add_column(data.columns[begin] + "_end");
  for (Row& row : data.rows) {
    if (!row[static_cast<std::size_t>(column)].is_valid()) continue;
    const double floored = unit->floor(row[static_cast<std::size_t>(column)].number);
    row[begin] = Value::of_time(floored);
    row[end] = Value::of_time(unit->next(floored));
  }
}

/// A transform that multiplies rows stops at the limit, and says so.
void report_if_full(const Data& data, const Tree& step, Context& context) {
  const std::size_t most = most_rows(data.columns.size());
  if (data.rows.size() >= most)
    context.report(rule::chart_too_large, step.span, {{"what", "rows", "行"}, {"limit", std::to_string(most)}});
}

void fold(Data& data, const Tree& step, Context& context) {
  const std::vector<std::string> fields = names(step.find("fold")), as = names(step.find("as"));
  std::vector<int> inputs;
  for (const std::string& field : fields) inputs.push_back(data.field(field, context.pool));
  const std::size_t key = data.add_column(nth(as, 0, "key")), value = data.add_column(nth(as, 1, "value"));
  std::vector<Row> rows;
  for (const Row& row : data.rows) {
    for (std::size_t i = 0; i < fields.size() && rows.size() < most_rows(data.columns.size()); ++i) {
      Row copy = row;
      copy[key] = context.pool.text(fields[i]);
      copy[value] = inputs[i] >= 0 ? row[static_cast<std::size_t>(inputs[i])] : Value{};
      rows.push_back(std::move(copy));
    }
  }
  data.rows = std::move(rows);
  report_if_full(data, step, context);
}

void flatten(Data& data, const Tree& step, Context& context) {
  const std::vector<std::string> fields = names(step.find("flatten")), as = names(step.find("as"));
  std::vector<std::pair<int, std::size_t>> columns;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const int input = data.field(fields[i], context.pool);
    columns.emplace_back(input, data.add_column(nth(as, i, fields[i])));
  }
  std::vector<Row> rows;
  for (const Row& row : data.rows) {
    std::size_t count = 0;
    for (const auto& [input, output] : columns) {
      if (input >= 0 && row[static_cast<std::size_t>(input)].list)
        count = std::max(count, row[static_cast<std::size_t>(input)].list->size());
    }
    for (std::size_t i = 0; i < count && rows.size() < most_rows(data.columns.size()); ++i) {
      Row copy = row;
      for (const auto& [input, output] : columns) {
        const List* list = input >= 0 ? row[static_cast<std::size_t>(input)].list : nullptr;
        copy[output] = list && i < list->size() ? (*list)[i] : Value{};
      }
      rows.push_back(std::move(copy));
    }
  }
  data.rows = std::move(rows);
  report_if_full(data, step, context);
}

std::vector<SortField> sort_fields(const Tree* sort) {
  std::vector<SortField> out;
  if (sort == nullptr) return out;
  for (const Tree& item : sort->items)
    out.push_back({text_member(&item, "field"), text_member(&item, "order") == "descending"});
  return out;
}

void run_stack(Data& data, const Tree& step, Context& context) {
  const std::vector<std::string> as = names(step.find("as"));
  const std::string offset = text_member(&step, "offset", "zero");
  StackParameters parameters;
  parameters.field = text_member(&step, "stack");
  parameters.groupby = names(step.find("groupby"));
  parameters.sort = sort_fields(step.find("sort"));
  parameters.offset = offset == "normalize" ? StackOffset::normalize
                      : offset == "center"  ? StackOffset::center
                                            : StackOffset::zero;
  parameters.as = nth(as, 0, "stack_start");
  parameters.as_end = nth(as, 1, parameters.as + "_end");
  stack(data, parameters, context.pool);
}

/// Rows that all frames of a window may look at together.
constexpr std::size_t kMostFramed = 50'000'000;

/// `window`: running row numbers, ranks and sums over sorted groups.
void window(Data& data, const Tree& step, Context& context) {
  std::vector<std::size_t> keys;
  for (const std::string& name : names(step.find("groupby"))) {
    if (const int column = data.field(name, context.pool); column >= 0)
      keys.push_back(static_cast<std::size_t>(column));
  }
  const std::vector<SortField> sort = sort_fields(step.find("sort"));
  const Tree* frame = step.find("frame");
  const auto bound = [&](std::size_t i, double otherwise) {
    if (!frame || i >= frame->items.size()) return otherwise;
    return frame->items[i].is_number() ? frame->items[i].number : i == 0 ? -INFINITY : INFINITY;
  };
  const double before = bound(0, -INFINITY), after = bound(1, 0);
  std::size_t framed = 0;
  for (auto& rows : group_rows(data, keys)) {
    sort_rows(data, rows, sort, context.pool);
    for (const Tree& each : step.find("window")->items) {
      const std::string op = text_member(&each, "op"), field = text_member(&each, "field");
      const int input = field.empty() ? -1 : data.field(field, context.pool);
      const std::size_t output = data.add_column(text_member(&each, "as", op));
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const double at = static_cast<double>(i), last = static_cast<double>(rows.size()) - 1;
        const auto begin = static_cast<std::size_t>(std::clamp(at + before, 0.0, last));
        const auto end = static_cast<std::size_t>(std::clamp(at + after, 0.0, last)) + 1;
        Value& out = data.rows[rows[i]][output];
        const auto other = [&](double shift) {
          return at + shift >= 0 && at + shift <= last && input >= 0
                     ? data.rows[rows[static_cast<std::size_t>(at + shift)]][static_cast<std::size_t>(input)]
                     : Value{};
        };
        if (op == "row_number" || op == "rank" || op == "dense_rank")
          out = Value::of(at + 1);
        else if (op == "lag")
          out = other(-number_member(&each, "param", 1));
        else if (op == "lead")
          out = other(number_member(&each, "param", 1));
        else if (op == "first_value")
          out = other(-at);
        else if (op == "last_value")
          out = other(last - at);
        else if (is_aggregate(op) && end > begin && (framed += end - begin) > kMostFramed)
          return context.report(rule::chart_too_large, each.span,
                                {{"what", "rows in its window", "窗口内的行"}, {"limit", std::to_string(kMostFramed)}});
        else if (is_aggregate(op) && end > begin)
          out = summarize(data, std::span(rows).subspan(begin, end - begin), op, input, context.pool);
        else
          context.unsupported(each, op);
      }
    }
  }
}

void run_impute(Data& data, const Tree& step, Context& context) {
  impute(data, step, text_member(&step, "impute"), text_member(&step, "key"), names(step.find("groupby")), context);
}

void apply(Data& data, const Tree& step, Context& context) {
  if (step.find("filter")) return filter(data, step, context);
  if (step.find("calculate")) return calculate(data, step, context);
  if (step.find("joinaggregate"))
    return join_aggregate(data, names(step.find("groupby")), aggregate_fields(step.find("joinaggregate"), context),
                          context.pool);
  if (step.find("aggregate")) {
    data =
        aggregate(data, names(step.find("groupby")), aggregate_fields(step.find("aggregate"), context), context.pool);
    return;
  }
  if (step.find("bin")) return run_bin(data, step, context);
  if (step.find("timeUnit")) return run_time_unit(data, step, context);
  if (step.find("fold")) return fold(data, step, context);
  if (step.find("flatten")) return flatten(data, step, context);
  if (step.find("stack")) return run_stack(data, step, context);
  if (step.find("window")) return window(data, step, context);
  if (step.find("impute")) return run_impute(data, step, context);
  context.unsupported(step, step.members.empty() ? "transform" : step.members.front().key);
}

/// The value that fills the hole at `position` of a sorted series, from its neighbours in the frame.
Value filler(const Data& data, const std::vector<std::size_t>& series, const std::vector<double>& positions,
             double position, std::size_t column, const Tree& how, Context& context) {
  const std::string method = text_member(&how, "method", "value");
  if (method == "value") return how.find("value") ? from_tree(*how.find("value"), context.pool) : Value{};
  double before = -INFINITY, after = INFINITY;
  if (const Tree* frame = member(&how, "frame"); frame && frame->items.size() == 2) {
    if (frame->items[0].is_number()) before = frame->items[0].number;
    if (frame->items[1].is_number()) after = frame->items[1].number;
  }
  std::vector<std::size_t> near;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const double distance = positions[i] - position;
    if (distance >= before && distance <= after) near.push_back(series[i]);
  }
  return summarize(data, near, method, static_cast<int>(column), context.pool);
}

}  // namespace

void report_missing_column(Context& context, const Tree& where, const std::string& name, const Data& data) {
  std::string columns;
  for (std::size_t i = 0; i < data.columns.size() && i < 12; ++i) columns += (i ? ", " : "") + data.columns[i];
  context.report(rule::chart_column_missing, where.span, {{"field", name}, {"columns", columns}});
}

void make_times(Data& data, std::size_t column) {
  for (Row& row : data.rows) {
    Value& value = row[column];
    if (!value.text.empty() && !value.is_time())
      value = Value::of_time(parse_date(value.text), value.text);
    else if (value.is_number())
      value = Value::of_time(value.number);
  }
}

void impute(Data& data, const Tree& how, std::string_view field, std::string_view key,
            const std::vector<std::string>& groupby, Context& context) {
  const int value_column = data.field(field, context.pool), key_column = data.field(key, context.pool);
  if (value_column < 0 || key_column < 0) return;
  const auto value_at = static_cast<std::size_t>(value_column), key_at = static_cast<std::size_t>(key_column);
  std::vector<Value> wanted;
  for (const Row& row : data.rows) wanted.push_back(row[key_at]);
  if (const Tree* extra = member(&how, "keyvals")) {
    for (const Tree& item : extra->items) wanted.push_back(from_tree(item, context.pool));
    const double step = number_member(extra, "step", 1);
    for (double x = number_member(extra, "start", 0), i = 0;
         extra->is_object() && step > 0 && x < number_member(extra, "stop", 0) && i < 1e5; x += step, ++i) {
      wanted.push_back(Value::of(x));
    }
  }
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  std::vector<std::size_t> columns;
  for (const std::string& name : groupby) {
    if (const int column = data.field(name, context.pool); column >= 0)
      columns.push_back(static_cast<std::size_t>(column));
  }
  std::vector<Row> added;
  std::vector<std::pair<std::size_t, Value>> filled;
  for (const auto& series : group_rows(data, columns)) {
    if (added.size() >= kMostRows) break;
    std::vector<double> positions;
    for (const std::size_t row : series) {
      positions.push_back(
          static_cast<double>(std::lower_bound(wanted.begin(), wanted.end(), data.rows[row][key_at]) - wanted.begin()));
    }
    // The series' row at each of the wanted keys: one look-up a key, however long the series is.
    std::vector<std::ptrdiff_t> row_at(wanted.size(), -1);
    for (std::size_t i = positions.size(); i-- > 0;) {
      row_at[static_cast<std::size_t>(positions[i])] = static_cast<std::ptrdiff_t>(series[i]);
    }
    for (std::size_t i = 0; i < wanted.size() && added.size() < kMostRows; ++i) {
      const auto at = static_cast<double>(i);
      if (row_at[i] >= 0) {
        const auto row = static_cast<std::size_t>(row_at[i]);
        if (!data.rows[row][value_at].is_valid())
          filled.emplace_back(row, filler(data, series, positions, at, value_at, how, context));
        continue;
      }
      Row row(data.columns.size());
      for (const std::size_t column : columns) row[column] = data.rows[series.front()][column];
      row[key_at] = wanted[i];
      row[value_at] = filler(data, series, positions, at, value_at, how, context);
      added.push_back(std::move(row));
    }
  }
  for (auto& [row, value] : filled) data.rows[row][value_at] = value;
  for (Row& row : added) data.rows.push_back(std::move(row));
  report_if_full(data, how, context);
}

SharedData transform(SharedData data, const Tree* transforms, Context& context) {
  if (transforms == nullptr || !transforms->is_array() || transforms->items.empty()) return data;
  auto copy = std::make_shared<Data>(*data);
  for (const Tree& step : transforms->items) {
    if (step.is_object()) apply(*copy, step, context);
  }
  return copy;
}

}  // namespace bifolio::chart
