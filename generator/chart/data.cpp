#include "chart/data.h"

#include <algorithm>
#include <cmath>

#include "chart/context.h"
#include "chart/time.h"
#include "syntax/syntax.h"

namespace bifolio::chart {
namespace {

/// `type` says it, or else the name's ending.
std::string format_of(const Tree& data, std::string_view url) {
  const std::string type = text_member(member(&data, "format"), "type");
  if (!type.empty()) return type;
  const std::size_t dot = url.find_last_of('.');
  const std::string ending = dot == std::string_view::npos ? "" : std::string(url.substr(dot + 1));
  return ending == "csv" || ending == "tsv" ? ending : "json";
}

void append_record(Data& data, const Value& value) {
  Row row(data.columns.size());
  if (value.kind == Value::Kind::record) {
    for (std::size_t i = 0; i < value.record->names.size(); ++i) {
      // Rows of one file name the same things in the same order.
      const std::string& name = value.record->names[i];
      const std::size_t at = i < data.columns.size() && data.columns[i] == name ? i : data.add_column(name);
      if (row.size() <= at) row.resize(data.columns.size());
      row[at] = value.record->values[i];
    }
  } else {
    const std::size_t at = data.add_column("data");
    row.resize(data.columns.size());
    row[at] = value;
  }
  data.rows.push_back(std::move(row));
}

std::shared_ptr<Data> from_values(const Tree& values, Pool& pool) {
  auto data = std::make_shared<Data>();
  if (!values.is_array()) {
    append_record(*data, from_tree(values, pool));
  } else {
    data->rows.reserve(values.items.size());
    for (const Tree& item : values.items) {
      // Each record may bring new columns along.
      if (data->rows.size() >= most_rows(data->columns.size())) break;
      append_record(*data, from_tree(item, pool));
    }
  }
  for (Row& row : data->rows) row.resize(data->columns.size());
  return data;
}

std::shared_ptr<Data> from_csv(std::string_view text, FileId file, char separator, Pool& pool, Findings& findings) {
  auto data = std::make_shared<Data>();
  const syntax::Csv csv = syntax::parse_csv({text, file}, findings, separator);
  if (csv.rows.empty()) return data;
  for (const syntax::CsvField& field : csv.rows.front().fields) data->columns.push_back(field.text);
  data->rows.reserve(csv.rows.size());
  for (std::size_t i = 1; i < csv.rows.size() && data->rows.size() < most_rows(data->columns.size()); ++i) {
    const auto& fields = csv.rows[i].fields;
    if (fields.size() == 1 && fields[0].text.empty()) continue;
    Row row(data->columns.size());
    for (std::size_t c = 0; c < row.size() && c < fields.size(); ++c) {
      if (!fields[c].text.empty()) row[c] = pool.text(fields[c].text);
    }
    data->rows.push_back(std::move(row));
  }
  for (std::size_t c = 0; c < data->columns.size(); ++c) convert_column(*data, c, "auto", pool);
  return data;
}

std::shared_ptr<Data> from_text(std::string_view text, FileId file, const std::string& type, const Tree& data,
                                Pool& pool, Findings& findings) {
  if (type == "csv" || type == "tsv" || type == "dsv") {
    const std::string delimiter = text_member(member(&data, "format"), "delimiter", ",");
    return from_csv(text, file,
                    type == "tsv"                         ? '\t'
                    : type == "dsv" && !delimiter.empty() ? delimiter[0]
                                                          : ',',
                    pool, findings);
  }
  const Tree tree = syntax::parse_json({text, file}, findings);
  const std::string property = text_member(member(&data, "format"), "property");
  const Tree* values = property.empty() ? &tree : tree.find(property);
  return values ? from_values(*values, pool) : std::make_shared<Data>();
}

std::shared_ptr<Data> from_url(const Tree& url, const Tree& data, const Chart& chart, Pool& pool, Findings& findings) {
  const auto file = chart.data.find(url.text);
  if (file == chart.data.end()) return std::make_shared<Data>();  // reported by who looked for it
  return from_text(file->second.bytes, file->second.file, format_of(data, url.text), data, pool, findings);
}

void apply_parse(Data& data, const Tree& parse, Pool& pool) {
  for (const Member& each : parse.members) {
    const int column = data.field(each.key, pool);
    if (column >= 0 && each.value.is_string())
      convert_column(data, static_cast<std::size_t>(column), each.value.text, pool);
  }
}

bool looks_numeric(const Data& data, std::size_t column) {
  bool is_any = false;
  for (const Row& row : data.rows) {
    const Value& value = row[column];
    if (value.is_null()) continue;
    if (!value.is_text() || std::isnan(parse_number(value.text))) return false;
    is_any = true;
  }
  return is_any;
}

bool looks_boolean(const Data& data, std::size_t column) {
  return std::all_of(data.rows.begin(), data.rows.end(), [&](const Row& row) {
    return row[column].is_null() || row[column].text == "true" || row[column].text == "false";
  });
}

Value converted(const Value& value, std::string_view kind, std::string_view pattern, Pool& pool) {
  if (value.is_null()) return value;
  if (kind == "number") {
    if (value.is_text() && value.text.empty()) return {};
    Value number = Value::of(to_number(value));
    number.text = value.text;  // "1900" is also a year, should a channel ask for dates
    return number;
  }
  if (kind == "boolean") return Value::of_boolean(value.is_text() ? value.text == "true" : to_boolean(value));
  if (kind == "string") return value.is_text() ? value : pool.text(to_text(value));
  if (kind != "date" && kind != "utc") return value;
  if (!value.is_text() && pattern.empty()) return value.is_number() ? Value::of_time(value.number) : value;
  const std::string text = to_text(value);
  return pattern.empty() ? Value::of_time(parse_date(text), value.text) : Value::of_time(parse_date(text, pattern));
}

}  // namespace

int Data::column(std::string_view name) const {
  const auto at = std::find(columns.begin(), columns.end(), name);
  return at == columns.end() ? -1 : static_cast<int>(at - columns.begin());
}

std::size_t Data::add_column(std::string_view name) {
  if (const int at = column(name); at >= 0) return static_cast<std::size_t>(at);
  columns.emplace_back(name);
  for (Row& row : rows) row.resize(columns.size());
  return columns.size() - 1;
}

namespace {

/// The parts of `a.b[0]['c d']` and `a\.b`.
std::vector<std::string> path_parts(std::string_view path) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < path.size(); ++i) {
    const char c = path[i];
    if (c == '\\' && i + 1 < path.size()) {
      parts.back() += path[++i];
    } else if (c == '.' || c == '[') {
      if (!parts.back().empty()) parts.emplace_back();
    } else if (c != ']' && c != '\'' && c != '"') {
      parts.back() += c;
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

Value walk(Value value, const std::vector<std::string>& parts) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (value.kind == Value::Kind::record) {
      const Value* found = value.record->find(parts[i]);
      value = found ? *found : Value{};
    } else if (value.kind == Value::Kind::list) {
      const double at = parse_number(parts[i]);
      value = at >= 0 && at < static_cast<double>(value.list->size()) ? (*value.list)[static_cast<std::size_t>(at)]
                                                                      : Value{};
    } else {
      return {};
    }
  }
  return value;
}

}  // namespace

bool Data::has_field(std::string_view path) const {
  if (column(path) >= 0) return true;
  const std::vector<std::string> parts = path_parts(path);
  return !parts.empty() && column(parts.front()) >= 0;
}

int Data::field(std::string_view path, Pool&) {
  if (const int at = column(path); at >= 0) return at;
  const std::vector<std::string> parts = path_parts(path);
  const int first = parts.empty() ? -1 : column(parts.front());
  if (first < 0 || parts.size() == 1) return first;
  const std::size_t at = add_column(path);
  for (Row& row : rows) row[at] = walk(row[static_cast<std::size_t>(first)], parts);
  return static_cast<int>(at);
}

void convert_column(Data& data, std::size_t column, std::string_view kind, Pool& pool) {
  if (kind == "auto") {
    if (looks_numeric(data, column))
      kind = "number";
    else if (looks_boolean(data, column))
      kind = "boolean";
    else
      return;
  }
  // "date:'%Y'" and "utc:'%d.%m.%Y'" bring their pattern along.
  std::string_view pattern;
  if (const std::size_t colon = kind.find(':'); colon != std::string_view::npos) {
    pattern = kind.substr(colon + 1);
    kind = kind.substr(0, colon);
    if (pattern.size() >= 2 && (pattern.front() == '\'' || pattern.front() == '"'))
      pattern = pattern.substr(1, pattern.size() - 2);
  }
  for (Row& row : data.rows) row[column] = converted(row[column], kind, pattern, pool);
}

std::shared_ptr<Data> load(const Tree& data, const Chart& chart, const Tree* datasets, Pool& pool, Findings& findings) {
  std::shared_ptr<Data> out;
  if (const Tree* url = member(&data, "url"); url && url->is_string()) {
    out = from_url(*url, data, chart, pool, findings);
  } else if (const Tree* values = member(&data, "values")) {
    out = values->is_string() ? from_text(values->text, chart.file, format_of(data, ""), data, pool, findings)
                              : from_values(*values, pool);
  } else if (const Tree* sequence = member(&data, "sequence")) {
    out = std::make_shared<Data>();
    out->add_column(text_member(sequence, "as", "data"));
    const double stop = number_member(sequence, "stop", 0), step = number_member(sequence, "step", 1);
    for (double x = number_member(sequence, "start", 0); step > 0 && x < stop && out->rows.size() < kMostRows;
         x += step) {
      out->rows.push_back({Value::of(x)});
    }
  } else if (const Tree* named = member(datasets, text_member(&data, "name"))) {
    out = from_values(*named, pool);
  } else {
    out = std::make_shared<Data>();
  }
  const std::size_t most = most_rows(out->columns.size());
  if (out->rows.size() >= most)
    findings.add({&rule::chart_too_large, data.span, {{"what", "rows", "行"}, {"limit", std::to_string(most)}}});
  if (const Tree* parse = member(member(&data, "format"), "parse")) apply_parse(*out, *parse, pool);
  return out;
}

}  // namespace bifolio::chart
