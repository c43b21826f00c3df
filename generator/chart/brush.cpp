#include <algorithm>
#include <numbers>

#include "chart/aggregate.h"
#include "chart/mark.h"
#include "chart/scale_build.h"

namespace bifolio::chart {
namespace {

constexpr Color kDefaultColor = {0x4c, 0x78, 0xa8};
constexpr std::size_t kMostNamedMarks = 5000;

const Value& cell(const Row& row, int column) {
  static const Value null;
  return column < 0 ? null : row[static_cast<std::size_t>(column)];
}

const Value& value_in(const ChannelUse& use, const Row& row) {
  return use.is_datum ? use.datum : cell(row, use.column);
}

Channel offset_of(Channel channel) {
  return channel == Channel::y || channel == Channel::y2 ? Channel::y_offset : Channel::x_offset;
}
bool is_horizontal(Channel channel) {
  return channel == Channel::x || channel == Channel::x2;
}

}  // namespace

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

double Brush::offset(Channel channel, const Row& row, bool is_centered) const {
  const Channel offset_channel = offset_of(channel);
  double shift = 0;
  const char* key = channel == Channel::x    ? "xOffset"
                    : channel == Channel::y  ? "yOffset"
                    : channel == Channel::x2 ? "x2Offset"
                                             : "y2Offset";
  shift += property(key, 0.0);
  const ChannelUse* use = view_.encoding.find(offset_channel);
  if (!use) return shift;
  if (!use->is_measured()) return shift + number_member(use->tree, "value", 0);
  const Scale* scale = view_.scale(offset_channel);
  if (!scale) return shift + to_number(value_in(*use, row));
  const double at = scale->number(value_in(*use, row));
  return shift + (std::isnan(at) ? 0 : at) + (is_centered ? scale->bandwidth() / 2 : 0);
}

double Brush::scaled(const ChannelUse& use, const Scale& scale, const Row& row, double band) const {
  const Value& value = value_in(use, row);
  if (scale.type == ScaleType::band) {
    const ChannelUse* nested = view_.use(offset_of(use.channel));
    return scale.number(value) + (nested ? 0 : scale.bandwidth() * band);
  }
  if (scale.type == ScaleType::point && view_.use(offset_of(use.channel))) {
    const Scale* inner = view_.scale(offset_of(use.channel));
    return scale.number(value) - (inner ? std::fabs(inner->end() - inner->begin()) / 2 : 0);
  }
  const double at = scale.number(value.is_null() && is_continuous(scale.type) ? Value::of(0) : value);
  if (use.end_column < 0 || band == 0 || is_discrete(scale.type)) return at;
  const double end = scale.number(cell(row, use.end_column));
  return at + (end - at) * band;
}

double Brush::place(Channel channel, const Row& row, std::optional<double> band) const {
  const Channel main = main_channel(channel);
  const double length = is_horizontal(channel) || channel == Channel::x ? view_.width : view_.height;
  const ChannelUse* use = view_.encoding.find(channel);
  if (!use) {
    const Tree* fixed = mark_property(view_, name(channel), context_);
    if (fixed && fixed->is_number())
      return fixed->number + property(channel == Channel::x ? "xOffset" : "yOffset", 0.0);
    if (fixed && fixed->is_string()) return length;
    return length / 2 + (channel == main ? offset(channel, row, true) : 0);
  }
  if (!use->is_measured()) {
    const Tree* value = chosen(channel, row);
    if (value && value->is_number()) return value->number;
    return value && value->is_string() ? length : length / 2;
  }
  const Scale* scale = view_.scale(main);
  if (!scale) return to_number(value_in(*use, row));
  const double share = band.value_or(band_position(view_, *use, context_));
  if (view_.stack && view_.stack->channel == channel) {
    const double from = scale->number(cell(row, view_.stack->begin)), to = scale->number(cell(row, view_.stack->end));
    const Tree* own = member(use->tree, "bandPosition");
    return (own && own->is_number() ? from + (to - from) * own->number : to) + offset(channel, row, true);
  }
  return scaled(*use, *scale, row, share) + offset(channel, row, true);
}

double Brush::zero_line(Channel channel) const {
  const Scale* scale = view_.scale(channel);
  if (!scale || scale->domain.empty()) return channel == Channel::x ? 0 : view_.height;
  const double low = std::min(scale->domain.front(), scale->domain.back()),
               high = std::max(scale->domain.front(), scale->domain.back());
  const bool has_zero = scale->type != ScaleType::log && scale->type != ScaleType::time && low <= 0 && high >= 0;
  return scale->number(Value::of(has_zero ? 0 : scale->domain.front()));
}

std::pair<double, double> Brush::reach(Channel channel, const Row& row) const {
  const Scale* scale = view_.scale(channel);
  const ChannelUse* second = view_.encoding.find(second_channel(channel));
  if (view_.stack && view_.stack->channel == channel && scale) {
    const double shift = offset(channel, row, false);
    return {scale->number(cell(row, view_.stack->begin)) + shift, scale->number(cell(row, view_.stack->end)) + shift};
  }
  const double to = place(channel, row, 0);
  if (second && second->is_measured() && scale)
    return {scaled(*second, *scale, row, 0) + offset(second_channel(channel), row, false), to};
  if (second) return {place(second_channel(channel), row), to};
  const Tree* fixed = mark_property(view_, name(second_channel(channel)), context_);
  if (fixed && fixed->is_number()) return {fixed->number, to};
  if (fixed && fixed->is_string()) return {channel == Channel::x ? view_.width : view_.height, to};
  return {zero_line(channel), to};
}

// Vega-Lite, `rectPosition`.
std::pair<double, double> Brush::extent(Channel channel, const Row& row) const {
  const bool is_bar = view_.mark == "bar";
  const char* size_key = channel == Channel::x ? "width" : "height";
  const ChannelUse* use = view_.encoding.find(channel);
  const Scale* scale = use && use->is_measured() ? view_.scale(channel) : nullptr;
  const ChannelUse* second = view_.encoding.find(second_channel(channel));
  const double length = channel == Channel::x ? view_.width : view_.height;
  const bool across = is_bar && ((view_.orientation == Orientation::vertical) == (channel == Channel::x)) &&
                      view_.orientation != Orientation::none;

  const Tree* wish = mark_property(view_, size_key, context_);
  std::optional<double> size;
  if (wish && wish->is_number()) size = wish->number;
  if (is_bar && across) {
    if (view_.encoding.find(Channel::size))
      size = number(Channel::size, row, "size", 5);
    else if (!size && mark_property(view_, "size", context_) && mark_property(view_, "size", context_)->is_number())
      size = property("size", 5.0);
  }
  const auto around = [&](double center, double width) { return std::pair(center - width / 2, center + width / 2); };
  const bool has_second = second && !(use && use->is_binned && second->is_measured());
  if (use && use->is_measured() && !(view_.stack && view_.stack->channel == channel) && !has_second && !size) {
    // Bins and time units that are not discrete fill their interval, less a little air between them.
    const bool is_interval =
        scale && !is_discrete(scale->type) && ((use->bin && use->end_column >= 0) || fills_interval(view_, *use));
    if (is_interval || (use->is_binned && second)) {
      double begin = scale->number(cell(row, use->column));
      double end = is_interval ? scale->number(cell(row, use->end_column)) : scale->number(value_in(*second, row));
      const double shift = is_interval && use->unit ? (0.5 - band_position(view_, *use, context_)) * (end - begin) : 0;
      begin -= shift;
      end -= shift;
      if (const ChannelUse* nested = view_.use(offset_of(channel))) {
        const Scale* inner = view_.scale(nested->channel);
        const double at = std::min(begin, end) + (inner ? inner->number(value_in(*nested, row)) : 0);
        return {at, at + (inner ? inner->bandwidth() : 0)};
      }
      const double air = std::min(property("binSpacing", is_bar ? 1.0 : 0.0), std::fabs(end - begin) * 0.75);
      return begin <= end ? std::pair(begin + air / 2, end - air / 2) : std::pair(begin - air / 2, end + air / 2);
    }
  }
  if (scale && is_discrete(scale->type) && !has_second) {
    const Value& value = value_in(*use, row);
    const ChannelUse* nested = view_.use(offset_of(channel));
    const Scale* inner = nested ? view_.scale(nested->channel) : nullptr;
    if (scale->type == ScaleType::band) {
      const double begin = scale->number(value);
      const bool discrete_inner = inner && is_discrete(inner->type);
      const double width = discrete_inner ? inner->bandwidth() : scale->bandwidth();
      const double share = wish && wish->is_object() ? number_member(wish, "band", 1) : 1;
      if (inner && !discrete_inner) {
        const double at = begin + offset(channel, row, false);
        return (view_.orientation == Orientation::vertical) == (channel == Channel::y)
                   ? std::pair(begin + scale->bandwidth(), at)
                   : around(at, size.value_or(5));
      }
      const double at = begin + (discrete_inner ? 0 : 0) + offset(channel, row, false);
      if (size) return around(at + width / 2, *size);
      return around(at + width / 2, width * share);
    }
    return around(place(channel, row), size.value_or(std::fabs(scale->step()) * 0.9));
  }
  if (!use && !second && !mark_property(view_, name(channel), context_)) {
    const ChannelUse* nested = view_.use(offset_of(channel));
    if (nested && view_.scale(nested->channel) && view_.scale(nested->channel)->type == ScaleType::band) {
      const double at = offset(channel, row, false);
      return {at, at + view_.scale(nested->channel)->bandwidth()};
    }
    if (is_bar)
      return around(length / 2,
                    size.value_or(std::max(1.0, std::min(length, context_.number_setting("view", "step", 20)) - 2)));
    return {0, length};
  }
  if (size) return around(place(channel, row), *size);
  if (across && !second) return around(place(channel, row), property("continuousBandSize", 5.0));
  if (!is_bar && use && use->is_measured() && !second && !(view_.stack && view_.stack->channel == channel))
    return around(place(channel, row), property("continuousBandSize", 5.0));
  return reach(channel, row);
}

bool Brush::uses_field(const ChannelUse& use, const Row& row) const {
  if (!use.is_measured()) return false;
  for (const Conditional& each : conditions_) {
    if (each.channel == use.channel && each.test(row)) return false;
  }
  for (const auto& [tested, test] : field_tests_) {
    if (tested == &use) return test(row);
  }
  return true;
}

const Tree* Brush::chosen(Channel channel, const Row& row) const {
  for (const Conditional& each : conditions_) {
    if (each.channel == channel && each.test(row)) return each.definition->find("value");
  }
  const ChannelUse* use = view_.encoding.find(channel);
  return use ? use->tree->find("value") : nullptr;
}

double Brush::number(Channel channel, const Row& row, std::string_view key, double otherwise) const {
  const ChannelUse* use = view_.encoding.find(channel);
  if (use && uses_field(*use, row)) {
    const Scale* scale = view_.scale(channel);
    const double out = scale ? scale->number(value_in(*use, row)) : to_number(value_in(*use, row));
    return std::isnan(out) ? otherwise : out;
  }
  const Tree* value = chosen(channel, row);
  if (value && value->is_number()) return value->number;
  return key.empty() ? otherwise : property(key, otherwise);
}

std::string Brush::text_value(Channel channel, const Row& row, std::string_view key, std::string_view otherwise) const {
  const ChannelUse* use = view_.encoding.find(channel);
  if (use && uses_field(*use, row)) {
    const Scale* scale = view_.scale(channel);
    if (!scale) return to_text(value_in(*use, row));
    return scale->texts.empty() ? std::string(otherwise)
                                : scale->texts[scale->slot(value_in(*use, row)) % scale->texts.size()];
  }
  const Tree* value = chosen(channel, row);
  if (value && value->is_string()) return value->text;
  return key.empty() ? std::string(otherwise) : property(key, otherwise);
}

std::optional<Color> Brush::color_of(const ChannelUse& use, const Row& row) const {
  const Scale* scale = view_.scale(use.channel);
  const Value& value = value_in(use, row);
  if (!scale) return parse_color(to_text(value));
  return scale->color(value);
}

bool Brush::is_filled() const {
  const std::string& mark = view_.mark;
  const bool by_default = mark != "point" && mark != "line" && mark != "rule";
  return flag("filled", by_default);
}

// fill and stroke go before color, an encoding before the mark's own properties.
std::optional<Color> Brush::color(Channel channel, const Row& row) const {
  const bool is_main = (channel == Channel::fill) == is_filled();
  for (const Channel each : {channel, Channel::color}) {
    if (each == Channel::color && !is_main) continue;
    const ChannelUse* use = view_.encoding.find(each);
    if (!use) continue;
    if (uses_field(*use, row)) return color_of(*use, row);
    const Tree* value = chosen(each, row);
    if (value && value->is_null()) return std::nullopt;
    if (value && value->is_string()) return parse_color(value->text);
  }
  for (const std::string_view key : {channel == Channel::fill ? "fill" : "stroke", "color"}) {
    if (key == "color" && !is_main) continue;
    const Tree* value = mark_property(view_, key, context_);
    if (value && value->is_string()) return parse_color(value->text);
    if (value) return std::nullopt;
  }
  if (!is_main) return std::nullopt;
  return view_.mark == "text" || view_.mark == "rule" ? Color{} : kDefaultColor;
}

double Brush::default_opacity() const {
  const std::string& mark = view_.mark;
  const bool is_scatter = mark == "point" || mark == "tick" || mark == "circle" || mark == "square";
  return is_scatter && !is_aggregated(view_) ? 0.7 : 1;
}

std::vector<double> Brush::dashes(const Row& row) const {
  const ChannelUse* use = view_.encoding.find(Channel::stroke_dash);
  const Tree* list = nullptr;
  if (use && uses_field(*use, row)) {
    const Scale* scale = view_.scale(Channel::stroke_dash);
    if (scale && !scale->dashes.empty()) {
      const std::vector<double>& dash = scale->dashes[scale->slot(value_in(*use, row)) % scale->dashes.size()];
      // [1, 0] is Vega's way to say: no gaps.
      return dash.size() == 2 && dash[1] == 0 ? std::vector<double>{} : dash;
    }
  } else if (use) {
    list = chosen(Channel::stroke_dash, row);
  }
  if (!list) list = mark_property(view_, "strokeDash", context_);
  std::vector<double> out;
  for (const Tree& item : list ? list->items : std::vector<Tree>()) {
    if (item.is_number() && item.number >= 0) out.push_back(item.number);
  }
  return out.size() == 2 && out[1] == 0 ? std::vector<double>{} : out;
}

DrawingPaint Brush::paint(const Row& row) const {
  return constant_paint_ ? *constant_paint_ : computed_paint(row);
}

DrawingPaint Brush::computed_paint(const Row& row) const {
  DrawingPaint paint;
  paint.fill = color(Channel::fill, row);
  paint.stroke = color(Channel::stroke, row);
  const bool is_path = view_.mark == "line";
  const double width = is_path ? 2
                       : view_.mark == "point" || view_.mark == "circle" || view_.mark == "square"
                           ? (is_filled() ? 1 : 2)
                           : 1;
  if (view_.mark == "point" && !is_filled())
    paint.width = number(Channel::stroke_width, row, "strokeWidth", 2);
  else
    paint.width = number(Channel::stroke_width, row, "strokeWidth", width);
  if ((view_.mark == "line" || view_.mark == "rule") && !view_.encoding.find(Channel::stroke_width))
    paint.width = number(Channel::size, row, "size", paint.width);
  paint.opacity = std::clamp(number(Channel::opacity, row, "opacity", default_opacity()), 0.0, 1.0);
  paint.fill_opacity = std::clamp(number(Channel::fill_opacity, row, "fillOpacity", 1), 0.0, 1.0);
  paint.stroke_opacity = std::clamp(number(Channel::stroke_opacity, row, "strokeOpacity", 1), 0.0, 1.0);
  paint.dashes = dashes(row);
  const std::string cap = property("strokeCap", "");
  paint.cap = cap == "round"    ? DrawingPaint::Cap::round
              : cap == "square" ? DrawingPaint::Cap::square
                                : DrawingPaint::Cap::butt;
  if (paint.width <= 0) paint.stroke.reset();
  return paint;
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
