#include <algorithm>
#include <numbers>

#include "chart/aggregate.h"
#include "chart/mark.h"
#include "chart/scale_build.h"

namespace bifolio::chart {
namespace {

constexpr std::size_t kMostNamedMarks = 5000;

}  // namespace

const Value& cell(const Row& row, int column) {
  static const Value null;
  return column < 0 ? null : row[static_cast<std::size_t>(column)];
}

const Value& value_in(const ChannelUse& use, const Row& row) {
  return use.is_datum ? use.datum : cell(row, use.column);
}

Brush::Brush(const View& view, Context& context) : view_(view), context_(context) {
  const std::vector<std::pair<std::string_view, Value>> names = {{"width", Value::of(view.width)},
                                                                 {"height", Value::of(view.height)}};
  for (const ChannelUse& use : view.encoding.uses) {
    if (const Tree* condition = member(use.tree, "condition")) {
      const auto add = [&](const Tree& item) {
        const Tree* test = member(&item, "test");
        if (!test) return context_.unsupported(item, "param");
        Predicate predicate = compile_predicate(*test, *view.rows, context_, names);
        if (&item == use.field_tree)
          field_tests_.emplace_back(&use, std::move(predicate));
        else
          conditions_.push_back({use.channel, std::move(predicate), &item});
      };
      if (condition->is_array())
        for (const Tree& item : condition->items) add(item);
      else
        add(*condition);
    }
    const bool is_said = use.is_field && use.channel != Channel::order && use.channel != Channel::tooltip &&
                         use.channel != Channel::href && use.channel != Channel::key && flag("aria", true);
    if (!is_said) continue;
    std::string title = spoken_title(use, context_);
    const bool is_known = std::any_of(named_.begin(), named_.end(), [&](const auto& n) { return n.first == title; });
    if (!is_known) named_.emplace_back(std::move(title), &use);
  }
  // Nobody steps through thousands of marks; the data table tells what they are.
  has_names_ = view.rows->rows.size() <= kMostNamedMarks;
  const bool is_varied = std::any_of(view.encoding.uses.begin(), view.encoding.uses.end(), [](const ChannelUse& use) {
    const bool paints = use.channel >= Channel::color && use.channel <= Channel::size && use.channel != Channel::shape;
    return paints && (use.is_measured() || use.tree->find("condition"));
  });
  if (!is_varied) constant_paint_ = computed_paint({});
}

double Brush::property(std::string_view key, double otherwise) const {
  return mark_number(view_, key, otherwise, context_);
}
std::string Brush::property(std::string_view key, std::string_view otherwise) const {
  const Tree* found = mark_property(view_, key, context_);
  return found && found->is_string() ? found->text : std::string(otherwise);
}
bool Brush::flag(std::string_view key, bool otherwise) const {
  const Tree* found = mark_property(view_, key, context_);
  return found && found->is_boolean() ? found->boolean : otherwise;
}

// A mark stands nowhere when a measured value is missing; `"invalid": null` asks to take it for zero.
bool Brush::is_defined(const Row& row) const {
  const Tree* invalid = mark_property(view_, "invalid", context_);
  if (invalid && (invalid->is_null() || invalid->text == "show")) return true;
  return std::all_of(view_.encoding.uses.begin(), view_.encoding.uses.end(), [&](const ChannelUse& use) {
    if (!use.is_field || use.column < 0 || use.aggregate == "count") return true;
    const Scale* scale = view_.scale(use.channel);
    if (!scale || !is_continuous(scale->type)) return true;
    const Value& value = cell(row, use.column);
    if (view_.stack && view_.stack->channel == use.channel && (view_.mark == "area" || view_.mark == "line"))
      return true;
    return value.is_valid() && std::isfinite(to_number(value)) &&
           !(scale->type == ScaleType::log && to_number(value) <= 0 && scale->domain.front() > 0);
  });
}

std::vector<std::size_t> Brush::drawable_rows() const {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < rows().rows.size(); ++i) {
    if (is_defined(rows().rows[i])) out.push_back(i);
  }
  return out;
}

std::vector<std::vector<std::size_t>> Brush::series() const {
  std::vector<std::size_t> columns;
  for (const ChannelUse& use : view_.encoding.uses) {
    if (use.is_field && use.aggregate.empty() && is_distinguishing(use.channel) && use.column >= 0)
      columns.push_back(static_cast<std::size_t>(use.column));
  }
  auto groups = group_rows(rows(), columns);
  std::vector<SortField> sort;
  for (const ChannelUse& use : view_.encoding.uses) {
    if (use.channel == Channel::order && use.is_field)
      sort.push_back({use.column_name, text_member(use.tree, "sort") == "descending"});
  }
  const ChannelUse* order = view_.encoding.find(Channel::order);
  const ChannelUse* along = view_.use(view_.orientation == Orientation::horizontal ? Channel::y : Channel::x);
  if (sort.empty() && along && along->is_field && !(order && order->tree->find("value"))) {
    const Scale* scale = view_.scale(along->channel);
    for (auto& group : groups) {
      std::stable_sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) {
        const Value &v = cell(rows().rows[a], along->column), &w = cell(rows().rows[b], along->column);
        return scale && is_discrete(scale->type) ? scale->index(v) < scale->index(w) : compare(v, w) < 0;
      });
    }
  }
  Data& data = *view_.rows;
  if (!sort.empty())
    for (auto& group : groups) sort_rows(data, group, sort, context_.pool);
  return groups;
}

std::string Brush::print(const ChannelUse& use, const Row& row) const {
  return print_value(value_in(use, row), use, use.field_tree, context_);
}

std::string Brush::label(const Row& row) const {
  if (const ChannelUse* description = view_.encoding.find(Channel::description)) {
    return description->is_measured() ? print(*description, row) : text_member(description->tree, "value");
  }
  std::string out;
  for (const auto& [title, use] : named_) {
    if (!out.empty()) out += "; ";
    out += title + ": " + print(*use, row);
    if (use->bin && use->end_column >= 0) out += " – " + format_number(to_number(cell(row, use->end_column)), "");
  }
  return out;
}

DrawingNode Brush::finished(DrawingNode node, const Row& row, std::string_view role_description) const {
  // A mark that stands for no data says nothing: the text of an annotation is read as text.
  if (named_.empty() || !has_names_ || !flag("aria", true)) return node;
  node.role = "graphics-symbol";
  node.role_description = property("ariaRoleDescription", role_description);
  node.label = label(row);
  return node;
}

const MarkKind* find_mark(std::string_view name) {
  static const MarkKind* const all[] = {
#define CHART(kind) &marks::kind##_mark,
#include "chart/kinds.def"
#undef CHART
  };
  for (const MarkKind* kind : all) {
    if (kind->name == name) return kind;
  }
  return nullptr;
}

DrawingNode draw_marks(const View& view, Context& context) {
  const MarkKind* kind = find_mark(view.mark);
  if (!kind) {
    const Tree* mark = view.spec->find("mark");
    context.report(rule::chart_unsupported, mark ? mark->span : view.spec->span,
                   {{"property", view.mark.empty() ? "mark" : view.mark}});
    return make_group();
  }
  const Brush brush(view, context);
  DrawingNode container = make_group("graphics-object", std::string(kind->container));
  container.is_hidden = !brush.flag("aria", true);
  kind->draw(brush, container);
  if (container.children.empty()) container.role = container.role_description = {};
  const Scale *x = view.scale(Channel::x), *y = view.scale(Channel::y);
  if (brush.flag("clip", false) && (x || y)) container.clip = {{0, 0, view.width, view.height}};
  return container;
}

}  // namespace bifolio::chart
