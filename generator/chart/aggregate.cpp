#include "chart/aggregate.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace bifolio::chart {
namespace {

struct Hash {
  std::size_t operator()(const Value& value) const {
    const auto kind = value.is_text() ? 2U : value.is_null() ? 0U : 1U;
    const std::size_t inner = value.is_text()              ? std::hash<std::string_view>()(value.text)
                              : value.list || value.record ? 0
                                                           : std::hash<double>()(value.number == 0 ? 0 : value.number);
    return inner * 31 + kind;
  }
};
struct Key {
  const Data* data;
  std::span<const std::size_t> columns;
  std::size_t row;
};
struct KeyHash {
  std::size_t operator()(const Key& key) const {
    std::size_t out = 17;
    for (const std::size_t column : key.columns) out = out * 1000003 + Hash()(key.data->rows[key.row][column]);
    return out;
  }
};
struct KeyEqual {
  bool operator()(const Key& a, const Key& b) const {
    return std::all_of(a.columns.begin(), a.columns.end(),
                       [&](std::size_t column) { return a.data->rows[a.row][column] == b.data->rows[b.row][column]; });
  }
};

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}
double mean(const std::vector<double>& values) {
  return values.empty() ? kNaN : sum(values) / static_cast<double>(values.size());
}
double variance(const std::vector<double>& values, std::size_t lost) {
  if (values.size() <= lost) return lost == 1 && values.size() == 1 ? 0 : kNaN;
  const double center = mean(values);
  double total = 0;
  for (const double value : values) total += (value - center) * (value - center);
  return total / static_cast<double>(values.size() - lost);
}
double standard_error(const std::vector<double>& values) {
  return values.empty() ? kNaN : std::sqrt(variance(values, 1)) / std::sqrt(static_cast<double>(values.size()));
}

std::vector<double> valid_numbers(const Data& data, std::span<const std::size_t> rows, std::size_t column) {
  std::vector<double> out;
  out.reserve(rows.size());
  for (const std::size_t row : rows) {
    const Value& value = data.rows[row][column];
    if (!value.is_valid() || (value.is_text() && value.text.empty())) continue;
    const double number = to_number(value);
    if (!std::isnan(number)) out.push_back(number);
  }
  return out;
}

/// The row with the least or greatest value, as a record.
Value extreme_row(const Data& data, std::span<const std::size_t> rows, std::size_t column, bool is_max, Pool& pool) {
  std::ptrdiff_t best = -1;
  double best_value = 0;
  for (const std::size_t row : rows) {
    const Value& value = data.rows[row][column];
    const double number = value.is_valid() ? to_number(value) : kNaN;
    if (std::isnan(number) || (best >= 0 && !(is_max ? number > best_value : number < best_value))) continue;
    best = static_cast<std::ptrdiff_t>(row);
    best_value = number;
  }
  if (best < 0) return {};
  return {
      Value::Kind::record, 0, {}, nullptr, pool.keep(Record{data.columns, data.rows[static_cast<std::size_t>(best)]})};
}

double distinct(const Data& data, std::span<const std::size_t> rows, std::size_t column) {
  std::unordered_map<Value, int, Hash> seen;
  for (const std::size_t row : rows) seen.try_emplace(data.rows[row][column], 0);
  return static_cast<double>(seen.size());
}

/// min and max of dates are dates.
Value::Kind kind_of(const Data& data, std::span<const std::size_t> rows, std::size_t column) {
  for (const std::size_t row : rows) {
    if (data.rows[row][column].is_valid()) return data.rows[row][column].kind;
  }
  return Value::Kind::number;
}

double summarize_numbers(std::vector<double> values, std::string_view op) {
  if (op == "mean" || op == "average") return mean(values);
  if (op == "sum") return values.empty() ? kNaN : sum(values);
  if (op == "variance") return variance(values, 1);
  if (op == "variancep") return variance(values, 0);
  if (op == "stdev") return std::sqrt(variance(values, 1));
  if (op == "stdevp") return std::sqrt(variance(values, 0));
  if (op == "stderr") return standard_error(values);
  // Vega draws these limits by lot; we take the normal ones, the same in every run.
  if (op == "ci0") return mean(values) - 1.959963984540054 * standard_error(values);
  if (op == "ci1") return mean(values) + 1.959963984540054 * standard_error(values);
  if (op == "product") {
    double out = 1;
    for (const double value : values) out *= value;
    return out;
  }
  std::sort(values.begin(), values.end());
  if (op == "min") return values.empty() ? kNaN : values.front();
  if (op == "max") return values.empty() ? kNaN : values.back();
  return quantile(values, op == "q1" ? 0.25 : op == "q3" ? 0.75 : 0.5);
}

std::vector<std::size_t> columns_of(Data& data, const std::vector<std::string>& names, Pool& pool) {
  std::vector<std::size_t> out;
  for (const std::string& name : names) {
    if (const int column = data.field(name, pool); column >= 0) out.push_back(static_cast<std::size_t>(column));
  }
  return out;
}

}  // namespace

bool is_aggregate(std::string_view op) {
  static constexpr std::string_view kOps[] = {"argmax", "argmin", "average", "count",    "distinct", "max",
                                              "mean",   "median", "min",     "missing",  "product",  "q1",
                                              "q3",     "ci0",    "ci1",     "stderr",   "stdev",    "stdevp",
                                              "sum",    "valid",  "values",  "variance", "variancep"};
  return std::find(std::begin(kOps), std::end(kOps), op) != std::end(kOps);
}

double quantile(const std::vector<double>& sorted, double p) {
  if (sorted.empty()) return kNaN;
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  if (low + 1 >= sorted.size()) return sorted.back();
  return sorted[low] + (sorted[low + 1] - sorted[low]) * (at - static_cast<double>(low));
}

std::vector<std::vector<std::size_t>> group_rows(const Data& data, std::span<const std::size_t> columns) {
  std::vector<std::vector<std::size_t>> groups;
  std::unordered_map<Key, std::size_t, KeyHash, KeyEqual> index;
  for (std::size_t row = 0; row < data.rows.size(); ++row) {
    const auto [at, is_new] = index.try_emplace(Key{&data, columns, row}, groups.size());
    if (is_new) groups.emplace_back();
    groups[at->second].push_back(row);
  }
  return groups;
}

Value summarize(const Data& data, std::span<const std::size_t> rows, std::string_view op, int column, Pool& pool) {
  if (op == "count") return Value::of(static_cast<double>(rows.size()));
  if (column < 0) return {};
  const auto at = static_cast<std::size_t>(column);
  if (op == "argmax" || op == "argmin") return extreme_row(data, rows, at, op == "argmax", pool);
  if (op == "distinct") return Value::of(distinct(data, rows, at));
  if (op == "values") {
    List list;
    for (const std::size_t row : rows) list.push_back(data.rows[row][at]);
    return {Value::Kind::list, 0, {}, pool.keep(std::move(list))};
  }
  if (op == "valid" || op == "missing") {
    const auto valid =
        std::count_if(rows.begin(), rows.end(), [&](std::size_t row) { return data.rows[row][at].is_valid(); });
    return Value::of(static_cast<double>(op == "valid" ? valid : static_cast<std::ptrdiff_t>(rows.size()) - valid));
  }
  const double number = summarize_numbers(valid_numbers(data, rows, at), op);
  if (std::isnan(number)) return {};
  const bool is_time =
      kind_of(data, rows, at) == Value::Kind::time && (op == "min" || op == "max" || op == "median" || op == "mean");
  return is_time ? Value::of_time(number) : Value::of(number);
}

Data aggregate(Data& data, const std::vector<std::string>& groupby, const std::vector<AggregateField>& fields,
               Pool& pool) {
  const std::vector<std::size_t> keys = columns_of(data, groupby, pool);
  std::vector<int> inputs;
  for (const AggregateField& field : fields) inputs.push_back(field.field.empty() ? -1 : data.field(field.field, pool));
  Data out;
  for (const std::size_t key : keys) out.columns.push_back(data.columns[key]);
  for (const AggregateField& field : fields) out.columns.push_back(field.as);
  auto groups = group_rows(data, keys);
  if (groups.empty() && keys.empty()) groups.emplace_back();  // a total of nothing is still one row
  for (const auto& rows : groups) {
    Row row;
    for (const std::size_t key : keys) row.push_back(data.rows[rows.front()][key]);
    for (std::size_t i = 0; i < fields.size(); ++i) row.push_back(summarize(data, rows, fields[i].op, inputs[i], pool));
    out.rows.push_back(std::move(row));
  }
  return out;
}

void join_aggregate(Data& data, const std::vector<std::string>& groupby, const std::vector<AggregateField>& fields,
                    Pool& pool) {
  const std::vector<std::size_t> keys = columns_of(data, groupby, pool);
  const auto groups = group_rows(data, keys);
  for (const AggregateField& field : fields) {
    const int input = field.field.empty() ? -1 : data.field(field.field, pool);
    const std::size_t output = data.add_column(field.as);
    for (const auto& rows : groups) {
      const Value value = summarize(data, rows, field.op, input, pool);
      for (const std::size_t row : rows) data.rows[row][output] = value;
    }
  }
}

}  // namespace bifolio::chart
