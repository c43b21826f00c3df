#include "chart/checks.h"

#include <algorithm>
#include <cmath>

#include "chart/scale_build.h"
#include "chart/theme_config.h"
#include "syntax/syntax.h"

namespace bifolio::chart {
namespace {

void check_description(Context& context) {
  const Tree& specification = context.chart.specification;
  const Tree* description = member(&specification, "description");
  if (description && description->is_string() && !description->text.empty()) return;
  Span place = description ? description->span : specification.span;
  if (!description) place.end = std::min(place.end, place.begin + 1);
  context.report(rule::chart_description_missing, place);
}

void check_empty(const View& unit, Context& context) {
  if (!unit.rows->rows.empty() || unit.data->columns.empty() || unit.parent) return;
  const Tree* data = unit.spec->find("data");
  context.report(rule::chart_data_empty, data ? data->span : unit.spec->span);
}

// Lengths of bars compare only from zero. Ranges (x2, y2) have two ends and lie nowhere.
void check_baseline(const View& unit, Context& context) {
  if (unit.mark != "bar" && unit.mark != "area") return;
  const Channel channel = unit.is_vertical() ? Channel::y : Channel::x;
  const ChannelUse* use = unit.use(channel);
  const Scale* scale = unit.scale(channel);
  const ChannelUse* second = unit.encoding.find(second_channel(channel));
  if (!use || !scale || second || use->bin || use->is_discrete() || use->type == FieldType::temporal) return;
  if (!is_continuous(scale->type) || scale->domain.size() < 2) return;
  const double low = std::min(scale->domain.front(), scale->domain.back());
  const double high = std::max(scale->domain.front(), scale->domain.back());
  if (scale->type != ScaleType::log && low <= 0 && high >= 0) return;
  const Tree* where = member(use->field_tree, "scale");
  context.report(rule::chart_bar_baseline, where ? where->span : use->tree->span);
}

/// Whether the field is also told by a place, a shape, a dash, or words in any layer of the same plot.
bool is_said_twice(const View& plot, const std::string& field) {
  for (const ChannelUse& use : plot.encoding.uses) {
    if (use.field != field) continue;
    if (!is_color(use.channel) && use.channel != Channel::opacity && use.channel != Channel::tooltip &&
        use.channel != Channel::detail && use.channel != Channel::order)
      return true;
  }
  return std::any_of(plot.children.begin(), plot.children.end(),
                     [&](const auto& child) { return is_said_twice(*child, field); });
}

const View& outermost_layer(const View& unit) {
  const View* at = &unit;
  while (at->parent && at->parent->kind == View::Kind::layer) at = at->parent;
  return *at;
}

void check_color(const View& unit, Context& context) {
  for (const ChannelUse& use : unit.encoding.uses) {
    if (!is_color(use.channel) || !use.is_field || !use.is_discrete()) continue;
    const Scale* scale = unit.scale(use.channel);
    const bool is_marked = context.options.theme && (unit.mark == "line" || unit.mark == "point");
    if (!scale || scale->values.size() < 2 || is_marked || is_said_twice(outermost_layer(unit), use.field)) continue;
    context.report(rule::chart_colour_only, use.tree->span, {{"field", use.field}});
  }
}

// ---- units

bool is_absent(std::string_view text) {
  static constexpr std::string_view kWords[] = {"", "NA", "N/A", "n/a", "null", "NaN", "-", "–", "—", "无", "未报告"};
  return std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords);
}

struct CellText {
  std::string text;
  Span span;
  bool is_number = false;
};

void report_odd_cells(const std::vector<CellText>& cells, const ChannelUse& use, Context& context) {
  const auto numbers = std::count_if(cells.begin(), cells.end(), [](const CellText& cell) { return cell.is_number; });
  if (numbers * 2 < static_cast<std::ptrdiff_t>(cells.size())) return;
  for (const CellText& cell : cells) {
    if (cell.is_number) continue;
    const bool has_unit = cell.text[0] >= '0' && cell.text[0] <= '9';
    if (has_unit)
      context.report(rule::chart_mixed_units, cell.span, {{"field", use.field}, {"text", cell.text}});
    else
      context.report(rule::chart_data_value, cell.span,
                     {{"text", cell.text}, {"field", use.field}, {"kind", "number", "数字"}});
  }
}

/// The column's cells in the CSV files of the chart.
void check_csv(const Chart::DataFile& file, std::string_view url, const ChannelUse& use, Context& context) {
  const bool is_tsv = url.ends_with(".tsv");
  if (!is_tsv && !url.ends_with(".csv")) return;
  Findings ignored;  // reported when it was loaded
  const syntax::Csv csv = syntax::parse_csv({file.bytes, file.file}, ignored, is_tsv ? '\t' : ',');
  if (csv.rows.empty()) return;
  const auto& head = csv.rows.front().fields;
  const auto column = static_cast<std::size_t>(
      std::find_if(head.begin(), head.end(), [&](const auto& field) { return field.text == use.field; }) -
      head.begin());
  std::vector<CellText> cells;
  for (std::size_t i = 1; i < csv.rows.size(); ++i) {
    if (column >= csv.rows[i].fields.size()) continue;
    const syntax::CsvField& field = csv.rows[i].fields[column];
    if (!is_absent(field.text)) cells.push_back({field.text, field.span, !std::isnan(parse_number(field.text))});
  }
  report_odd_cells(cells, use, context);
}

/// `data.values` of that view or one above.
void check_values(const View& unit, const ChannelUse& use, Context& context) {
  for (const View* view = &unit; view; view = view->parent) {
    const Tree* values = member(member(view->spec, "data"), "values");
    if (!values || !values->is_array()) continue;
    std::vector<CellText> cells;
    for (const Tree& item : values->items) {
      const Tree* value = member(&item, use.field);
      if (value && value->is_number()) cells.push_back({value->text, value->span, true});
      if (value && value->is_string() && !is_absent(value->text))
        cells.push_back({value->text, value->span, !std::isnan(parse_number(value->text))});
    }
    return report_odd_cells(cells, use, context);
  }
}

void check_units(const View& unit, Context& context) {
  for (const ChannelUse& use : unit.encoding.uses) {
    if (use.type != FieldType::quantitative || use.field.empty()) continue;
    for (const auto& [url, file] : context.chart.data) check_csv(file, url, use, context);
    check_values(unit, use, context);
  }
}

// ---- text

bool is_text_size(std::string_view key) {
  return key == "fontSize" || key.ends_with("FontSize");
}

void check_text_sizes(const Tree& tree, double least, Context& context, int depth = 0) {
  if (depth > 40) return;
  for (const Member& each : tree.members) {
    if (is_text_size(each.key) && each.value.is_number() && each.value.number < least) {
      context.report(rule::chart_text_small, each.value.span,
                     {{"size", format_number(each.value.number, "")}, {"least", format_number(least, "")}});
    } else if (each.key != "values" && each.key != "datasets") {
      check_text_sizes(each.value, least, context, depth + 1);
    }
  }
  for (const Tree& item : tree.items) check_text_sizes(item, least, context, depth + 1);
}

}  // namespace

void check(View& root, Context& context) {
  check_description(context);
  for_each_unit(root, [&](View& unit) {
    check_empty(unit, context);
    check_baseline(unit, context);
    check_color(unit, context);
    check_units(unit, context);
  });
  if (context.options.theme)
    check_text_sizes(context.chart.specification, std::min(8.0, label_size(context.options)), context);
}

}  // namespace bifolio::chart
