#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "chart/aggregate.h"
#include "chart/predicate.h"
#include "chart/scale_build.h"
#include "chart/transform.h"

namespace bifolio::chart {
namespace {

constexpr std::size_t kMostCategories = 5000;

/// The least and greatest of what the scale must hold.
struct Extent {
  double low = INFINITY, high = -INFINITY;
  void add(double x) {
    if (!std::isfinite(x)) return;
    low = std::min(low, x);
    high = std::max(high, x);
  }
  void add(const Value& value) {
    if (value.is_valid()) add(to_number(value));
  }
  bool is_empty() const { return low > high; }
};

void add_column(Extent& extent, const Data& data, int column) {
  if (column < 0) return;
  for (const Row& row : data.rows) extent.add(row[static_cast<std::size_t>(column)]);
}

void add_member(Extent& extent, const ScaleMember& each) {
  const View& view = *each.view;
  const ChannelUse& use = *each.use;
  if (use.is_datum) extent.add(use.datum);
  if (view.stack && view.stack->channel == use.channel) {
    if (view.stack->offset == StackOffset::normalize) return extent.add(0), extent.add(1);
    add_column(extent, *view.rows, view.stack->begin);
    return add_column(extent, *view.rows, view.stack->end);
  }
  if (use.bins) return extent.add(use.bins->start), extent.add(use.bins->stop);
  add_column(extent, *view.rows, use.column);
  if (use.bin || fills_interval(view, use)) add_column(extent, *view.rows, use.end_column);
  const ChannelUse* second = view.encoding.find(second_channel(use.channel));
  if (second && second != &use && second->is_measured()) {
    if (second->is_datum) extent.add(second->datum);
    add_column(extent, *view.rows, second->column);
  }
}

// Vega-Lite, `zero`.
bool wants_zero(const ScaleGroup& group, const ScaleMember& each, const Context& context) {
  const ChannelUse& use = *each.use;
  const View& view = *each.view;
  if (use.channel == Channel::size && use.type == FieldType::quantitative && !is_discretizing(group.scale.type))
    return true;
  if (is_offset(use.channel)) return view.mark == "bar";
  if (use.bin || use.is_binned || !(is_position(use.channel) || is_polar(use.channel))) return false;
  const bool along = (view.orientation == Orientation::horizontal && use.channel == Channel::y) ||
                     (view.orientation == Orientation::vertical && use.channel == Channel::x);
  if ((view.mark == "bar" || view.mark == "area" || view.mark == "line") && along) return false;
  const ChannelUse* second = view.encoding.find(second_channel(use.channel));
  if ((view.mark == "bar" || view.mark == "area") && !(second && second->is_measured())) return true;
  const Tree* config = context.setting("scale", "zero");
  return !config || !config->is_boolean() || config->boolean;
}

bool takes_zero(ScaleType type) {
  return type == ScaleType::linear || type == ScaleType::pow || type == ScaleType::sqrt || type == ScaleType::symlog ||
         type == ScaleType::quantize;
}

bool includes_zero(const ScaleGroup& group, const Context& context) {
  if (!takes_zero(group.scale.type)) return false;
  const Tree* asked = group.setting("zero");
  if (asked && asked->is_boolean()) return asked->boolean;
  if (group.is_domain_given) return false;
  return std::any_of(group.members.begin(), group.members.end(),
                     [&](const ScaleMember& m) { return wants_zero(group, m, context); });
}

/// A position scale's wish for round ends: a count of ticks, or 0.
double nice_count(const ScaleGroup& group) {
  const Tree* asked = group.setting("nice");
  if (asked && asked->is_boolean()) return asked->boolean ? 10 : 0;
  if (asked && asked->is_number()) return asked->number;
  if (asked) return 10;  // an interval such as "year"
  if (group.is_domain_given || group.setting("domainMin") || group.setting("domainMax") ||
      group.scale.type == ScaleType::time)
    return 0;
  const bool is_binned = std::any_of(group.members.begin(), group.members.end(),
                                     [](const ScaleMember& m) { return m.use->bin != nullptr; });
  return is_position(group.channel) && !is_binned ? 10 : 0;
}

double number_of(const Tree& tree, ScaleType type, Pool& pool) {
  const Value value = value_of(tree, pool);
  return type == ScaleType::time && value.is_text() ? parse_date(value.text) : to_number(value);
}

void read_given_domain(ScaleGroup& group, Context& context) {
  const Tree* domain = group.setting("domain");
  if (!domain || !domain->is_array() || domain->items.empty()) return;
  group.is_domain_given = true;
  for (const Tree& item : domain->items) {
    if (is_discrete(group.scale.type) && group.scale.type != ScaleType::bin_ordinal) {
      Value value = value_of(item, context.pool);
      if (group.scale.field_type == FieldType::temporal && value.is_text())
        value = Value::of_time(parse_date(value.text));
      group.scale.values.push_back(value);
    } else {
      group.scale.domain.push_back(number_of(item, group.scale.type, context.pool));
    }
  }
}

/// Bars keep clear of the ends when their axis measures.
void pad_domain(ScaleGroup& group, const Context& context) {
  Scale& scale = group.scale;
  const Tree* asked = group.setting("padding");
  double padding = asked && asked->is_number() ? asked->number : 0;
  if (!asked && is_position(group.channel)) {
    const Tree* config = context.setting("scale", "continuousPadding");
    if (config && config->is_number()) padding = config->number;
    const bool is_binned = std::any_of(group.members.begin(), group.members.end(),
                                       [](const ScaleMember& m) { return m.use->bin || m.use->is_binned; });
    for (const ScaleMember& m : group.members) {
      if (is_binned) break;
      const bool along = m.view->is_vertical() ? group.channel == Channel::x : group.channel == Channel::y;
      if (m.view->mark == "bar" && along && !m.use->bin && !m.use->unit && !m.use->is_binned)
        padding = std::max(padding, mark_number(*m.view, "continuousBandSize", 5, context));
    }
  }
  // Pixels become units by the size of the plot, known later: `set_ranges` finishes it.
  scale.padding_outer = padding;
}

void find_continuous(ScaleGroup& group, Context& context) {
  Scale& scale = group.scale;
  Extent extent;
  if (!group.is_domain_given) {
    for (const ScaleMember& each : group.members) add_member(extent, each);
    if (const Tree* more = member(group.setting("domain"), "unionWith")) {
      for (const Tree& item : more->items) extent.add(number_of(item, scale.type, context.pool));
    }
    if (extent.is_empty()) extent = {0, scale.type == ScaleType::time ? kDay : 1};
    scale.domain = {extent.low, extent.high};
  }
  if (const Tree* low = group.setting("domainMin")) scale.domain.front() = number_of(*low, scale.type, context.pool);
  if (const Tree* high = group.setting("domainMax")) scale.domain.back() = number_of(*high, scale.type, context.pool);
  for (double& end : scale.domain) end = std::isfinite(end) ? end : 0;
  if (includes_zero(group, context) && !group.setting("domainMin")) {
    // A single value lies at the far end of its axis, which still runs upwards.
    const bool is_upwards = scale.domain.front() <= scale.domain.back();
    if (scale.domain.front() > 0 && scale.domain.back() > 0)
      (is_upwards ? scale.domain.front() : scale.domain.back()) = 0;
    else if (scale.domain.front() < 0 && scale.domain.back() < 0)
      (is_upwards ? scale.domain.back() : scale.domain.front()) = 0;
  }
  if (scale.type == ScaleType::log && scale.domain.front() <= 0 && scale.domain.back() > 0) {
    double least = scale.domain.back();
    for (const ScaleMember& m : group.members) {
      if (m.use->column < 0) continue;
      for (const Row& row : m.view->rows->rows) {
        const double x = to_number(row[static_cast<std::size_t>(m.use->column)]);
        if (x > 0) least = std::min(least, x);
      }
    }
    scale.domain.front() = least;
  }
  if (const Tree* middle = group.setting("domainMid"); middle && scale.domain.size() == 2) {
    scale.domain.insert(scale.domain.begin() + 1, number_of(*middle, scale.type, context.pool));
  }
  pad_domain(group, context);
  if (const double count = nice_count(group); count > 0) scale.nice(count);
}

void find_discretizing(ScaleGroup& group, Context& context) {
  Scale& scale = group.scale;
  if (scale.type == ScaleType::quantize) return find_continuous(group, context);
  if (scale.type == ScaleType::threshold || group.is_domain_given) return;
  std::vector<double> values;
  for (const ScaleMember& m : group.members) {
    if (m.use->column < 0) continue;
    for (const Row& row : m.view->rows->rows) {
      const Value& value = row[static_cast<std::size_t>(m.use->column)];
      if (value.is_valid() && std::isfinite(to_number(value))) values.push_back(to_number(value));
    }
  }
  std::sort(values.begin(), values.end());
  const Tree* range = group.setting("range");
  const std::size_t classes = range && range->is_array() && range->items.size() > 1 ? range->items.size() : 4;
  for (std::size_t i = 1; i < classes; ++i)
    scale.domain.push_back(quantile(values, static_cast<double>(i) / static_cast<double>(classes)));
}

void find_bins(ScaleGroup& group) {
  Bins all = group.members.front().use->bins.value_or(Bins{});
  for (const ScaleMember& m : group.members) {
    if (!m.use->bins) continue;
    all.start = std::min(all.start, m.use->bins->start);
    all.stop = std::max(all.stop, m.use->bins->stop);
  }
  group.scale.domain = all.edges();
}

struct ValueHash {
  std::size_t operator()(const Value& v) const {
    return v.is_text() ? std::hash<std::string_view>()(v.text) : std::hash<double>()(v.number == 0 ? 0 : v.number);
  }
};

/// Distinct values in order of appearance.
std::vector<Value> distinct_values(const ScaleGroup& group, bool& is_cut) {
  std::vector<Value> out;
  std::unordered_map<Value, bool, ValueHash> seen;
  const auto add = [&](const Value& value) {
    if (!seen.try_emplace(value, true).second) return;
    if (out.size() < kMostCategories)
      out.push_back(value);
    else
      is_cut = true;
  };
  for (const ScaleMember& m : group.members) {
    if (m.use->is_datum) add(m.use->datum);
    if (m.use->column < 0) continue;
    for (const Row& row : m.view->rows->rows) add(row[static_cast<std::size_t>(m.use->column)]);
  }
  return out;
}

/// What the author's own column says beside each value of the language's column, so that
/// `group@en` decides order and colour of `group@zh-Hans` too. Empty where they are the same.
using Written = std::unordered_map<Value, Value, ValueHash>;
Written written_values(const ScaleGroup& group) {
  Written out;
  for (const ScaleMember& m : group.members) {
    if (m.use->written == m.use->field) continue;
    const int shown = m.view->data->column(m.use->field), own = m.view->data->column(m.use->written);
    if (shown < 0 || own < 0) continue;
    for (const Row& row : m.view->data->rows)
      out.emplace(row[static_cast<std::size_t>(shown)], row[static_cast<std::size_t>(own)]);
  }
  return out;
}
Value written(const Value& value, const Written& all) {
  const auto at = all.find(value);
  return at == all.end() ? value : at->second;
}

struct SortWish {
  std::string field = {}, op = {};
  bool is_descending = false;
};

/// `"-x"`, `{"encoding": "x"}`, `{"field": …, "op": …}` as a field and an operation.
SortWish sort_wish(const ScaleMember& each, const Tree& sort) {
  SortWish wish;
  std::string encoding;
  if (sort.is_string()) {
    wish.is_descending = sort.text.starts_with('-');
    encoding = sort.text.substr(wish.is_descending ? 1 : 0);
  } else {
    wish.field = text_member(&sort, "field");
    wish.op = text_member(&sort, "op");
    encoding = text_member(&sort, "encoding");
    wish.is_descending = text_member(&sort, "order") == "descending";
  }
  if (const auto channel = channel_named(encoding)) {
    if (const ChannelUse* by = each.view->use(*channel)) {
      wish.field = by->field;
      wish.op = by->aggregate;
    }
  }
  if (wish.op.empty()) wish.op = each.view->stack ? "sum" : "min";
  return wish;
}

/// The values' sort keys, from the data before it was aggregated.
void sort_by_field(std::vector<Value>& values, const ScaleGroup& group, const SortWish& wish, Context& context) {
  std::unordered_map<Value, std::vector<std::size_t>, ValueHash> rows;
  Data all;
  for (const ScaleMember& m : group.members) {
    if (m.use->field.empty()) continue;
    Data data = *m.view->data;
    const int key = data.field(m.use->field, context.pool),
              by = wish.field.empty() ? -1 : data.field(wish.field, context.pool);
    if (key < 0) continue;
    if (m.use->type == FieldType::temporal) make_times(data, static_cast<std::size_t>(key));
    if (all.columns.empty()) all.columns = {"by"};
    for (const Row& row : data.rows) {
      Value value = row[static_cast<std::size_t>(key)];
      if (m.use->unit && value.is_valid()) value = Value::of_time(m.use->unit->floor(value.number));
      rows[value].push_back(all.rows.size());
      all.rows.push_back({by < 0 ? Value{} : row[static_cast<std::size_t>(by)]});
    }
  }
  std::vector<std::pair<Value, Value>> keyed;
  for (const Value& value : values)
    keyed.emplace_back(rows.contains(value) ? summarize(all, rows[value], wish.op, 0, context.pool) : Value{}, value);
  std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
    const int order = compare(a.first, b.first);
    return wish.is_descending ? order > 0 : order < 0;
  });
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = keyed[i].second;
}

void sort_by_list(std::vector<Value>& values, const Tree& list, bool is_temporal, const Written& own,
                  Context& context) {
  std::vector<Value> wanted;
  for (const Tree& item : list.items) {
    Value value = value_of(item, context.pool);
    if (is_temporal && value.is_text()) value = Value::of_time(parse_date(value.text));
    wanted.push_back(value);
  }
  const auto place = [&](const Value& value) {
    return std::find_if(wanted.begin(), wanted.end(),
                        [&](const Value& w) { return loosely_equal(w, written(value, own)); }) -
           wanted.begin();
  };
  std::stable_sort(values.begin(), values.end(), [&](const Value& a, const Value& b) {
    const auto i = place(a), j = place(b);
    return i != j ? i < j : false;
  });
}

/// Bars beside each other stand in the order of their colours, where that is given.
const Tree* color_order(const ScaleGroup& group) {
  if (!is_offset(group.channel)) return nullptr;
  for (const ScaleMember& m : group.members) {
    for (const Channel channel : {Channel::color, Channel::fill, Channel::stroke}) {
      const ChannelUse* color = m.view->use(channel);
      const Tree* domain =
          color && color->field == m.use->field ? member(member(color->field_tree, "scale"), "domain") : nullptr;
      if (domain && domain->is_array()) return domain;
    }
  }
  return nullptr;
}

void sort_values(std::vector<Value>& values, ScaleGroup& group, const Written& own, Context& context) {
  const ScaleMember* sorted_member = nullptr;
  for (const ScaleMember& m : group.members) {
    if (m.use->tree->find("sort") && !sorted_member) sorted_member = &m;
  }
  const Tree* sort = sorted_member ? sorted_member->use->tree->find("sort") : nullptr;
  if (!sort) sort = color_order(group);
  if (sort && sort->is_null()) return;
  if (sort && sort->is_array())
    return sort_by_list(values, *sort, group.scale.field_type == FieldType::temporal, own, context);
  std::sort(values.begin(), values.end(),
            [&](const Value& a, const Value& b) { return written(a, own) < written(b, own); });
  if (!sort || (sort->is_string() && sort->text == "ascending")) return;
  if (sort->is_string() && sort->text == "descending") return std::reverse(values.begin(), values.end());
  const SortWish wish = sort_wish(*sorted_member, *sort);
  if (wish.field.empty() && wish.op != "count") {
    if (wish.is_descending) std::reverse(values.begin(), values.end());
    return;
  }
  sort_by_field(values, group, wish, context);
}

void find_discrete(ScaleGroup& group, Context& context) {
  Scale& scale = group.scale;
  const Written own = written_values(group);
  if (group.is_domain_given) {
    for (Value& value : scale.values) {
      const auto shown = std::find_if(own.begin(), own.end(), [&](const auto& pair) { return pair.second == value; });
      if (shown != own.end()) value = shown->first;
    }
  } else {
    bool is_cut = false;
    std::vector<Value> values = distinct_values(group, is_cut);
    if (is_cut) {
      context.report(rule::chart_too_large, group.members.front().use->field_tree->span,
                     {{"what", "categories", "类别"}, {"limit", std::to_string(kMostCategories)}});
    }
    if (const Tree* more = member(group.setting("domain"), "unionWith")) {
      // What the author gives stands first.
      std::vector<Value> given;
      for (const Tree& item : more->items) given.push_back(value_of(item, context.pool));
      std::erase_if(values, [&](const Value& v) { return std::find(given.begin(), given.end(), v) != given.end(); });
      values.insert(values.begin(), given.begin(), given.end());
    }
    sort_values(values, group, own, context);
    scale.values = std::move(values);
  }
  scale.index_values();
}

}  // namespace

void find_domain(ScaleGroup& group, Context& context) {
  read_given_domain(group, context);
  if (group.scale.type == ScaleType::bin_ordinal)
    find_bins(group);
  else if (is_discrete(group.scale.type))
    find_discrete(group, context);
  else if (is_discretizing(group.scale.type))
    find_discretizing(group, context);
  else
    find_continuous(group, context);
}

}  // namespace bifolio::chart
