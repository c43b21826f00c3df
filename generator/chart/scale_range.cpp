#include <algorithm>
#include <cmath>

#include "chart/scale_build.h"

namespace bifolio::chart {
namespace {

constexpr std::string_view kShapes[] = {"circle",  "square",         "triangle-up",   "cross",
                                        "diamond", "triangle-right", "triangle-down", "triangle-left"};

std::size_t class_count(const Scale& scale) {
  if (scale.type == ScaleType::bin_ordinal) return std::max<std::size_t>(2, scale.domain.size()) - 1;
  if (scale.type == ScaleType::threshold || scale.type == ScaleType::quantile) return scale.domain.size() + 1;
  if (scale.type == ScaleType::quantize) return 4;
  return std::max<std::size_t>(1, scale.values.size());
}

/// A list of colours, or the name of a scheme, as `range` or `config.range.NAME` gives it.
std::optional<Scheme> colors_of(const Tree* range, Context& context, int depth = 0) {
  if (range == nullptr || depth > 3) return std::nullopt;
  if (range->is_array()) {
    Scheme out;
    out.is_categorical = true;
    for (const Tree& item : range->items) {
      const auto color = item.is_string() ? parse_color(item.text) : std::nullopt;
      if (!color && item.is_string())
        context.report(rule::chart_value, item.span, {{"value", item.text}, {"property", "range"}});
      out.colors.push_back(color.value_or(Color{}));
    }
    return out.colors.empty() ? std::nullopt : std::optional(out);
  }
  if (range->is_string()) {
    if (const auto named = colors_of(context.setting("range", range->text), context, depth + 1)) return named;
    static constexpr std::pair<std::string_view, std::string_view> kDefaults[] = {{"category", "tableau10"},
                                                                                  {"diverging", "blueorange"},
                                                                                  {"heatmap", "yellowgreenblue"},
                                                                                  {"ordinal", "blues"},
                                                                                  {"ramp", "blues"}};
    for (const auto& [name, scheme] : kDefaults) {
      if (name != range->text) continue;
      auto found = scheme_named(scheme);
      // Vega's configuration turns it round: `"extent": [1, 0]`.
      if (found && name == "diverging") std::reverse(found->colors.begin(), found->colors.end());
      return found;
    }
    return scheme_named(range->text);
  }
  const Tree* scheme = member(range, "scheme");
  if (scheme && scheme->is_object()) scheme = member(scheme, "name");
  if (scheme && scheme->is_array()) return colors_of(scheme, context, depth + 1);
  if (!scheme || !scheme->is_string()) return std::nullopt;
  std::string name = scheme->text;
  const std::size_t dash = name.find('-');  // "blues-5"
  auto found = scheme_named(name.substr(0, dash));
  if (!found) context.report(rule::chart_value, scheme->span, {{"value", name}, {"property", "scheme"}});
  return found;
}

const char* default_range(const ScaleGroup& group) {
  const Scale& scale = group.scale;
  if (scale.type == ScaleType::ordinal || scale.type == ScaleType::point || scale.type == ScaleType::band) {
    return scale.field_type == FieldType::nominal ? "category" : "ordinal";
  }
  if (scale.domain.size() > 2 && scale.type != ScaleType::bin_ordinal && !is_discretizing(scale.type))
    return "diverging";
  const bool is_heatmap = std::any_of(group.members.begin(), group.members.end(),
                                      [](const ScaleMember& m) { return m.view->mark == "rect"; });
  return is_heatmap ? "heatmap" : "ramp";
}

/// `"range": {"field": "c"}`: each category brings its colour along.
bool read_range_field(ScaleGroup& group, const Tree& range, Context& context) {
  const std::string field = text_member(&range, "field");
  if (field.empty()) return false;
  for (const Value& value : group.scale.values) {
    Color color;
    for (const ScaleMember& m : group.members) {
      Data data = *m.view->data;
      const int from = data.field(m.use->field, context.pool), to = data.field(field, context.pool);
      for (const Row& row : data.rows) {
        if (from < 0 || to < 0 || !(row[static_cast<std::size_t>(from)] == value)) continue;
        color = parse_color(to_text(row[static_cast<std::size_t>(to)])).value_or(color);
        break;
      }
    }
    group.scale.colors.push_back(color);
  }
  return true;
}

void set_colors(ScaleGroup& group, Context& context) {
  Scale& scale = group.scale;
  const Tree* range = group.setting("range");
  if (range && read_range_field(group, *range, context)) return;
  std::optional<Scheme> scheme;
  if (const Tree* given = group.setting("scheme")) {
    Tree wrapped = Tree::object();
    wrapped.set("scheme", *given);
    scheme = colors_of(&wrapped, context);
  }
  if (!scheme) scheme = colors_of(range, context);
  if (!scheme) {
    const Tree name = Tree::of(default_range(group));
    scheme = colors_of(&name, context);
  }
  if (!scheme) return;
  if (const Tree* reverse = group.setting("reverse"); reverse && reverse->is_boolean() && reverse->boolean)
    std::reverse(scheme->colors.begin(), scheme->colors.end());
  if (is_continuous(scale.type) || scheme->is_categorical) {
    scale.colors = scheme->colors;
    if (scheme->is_categorical && is_discretizing(scale.type) && range && range->is_array() &&
        scheme->colors.size() != class_count(scale))
      scale.colors = sample(scheme->colors, class_count(scale));
    return;
  }
  // Classes of a ramp leave out its palest and darkest ends, as vega-scale's quantizeInterpolator does.
  const auto count = static_cast<double>(class_count(scale));
  scale.colors = sample(scheme->colors, class_count(scale), 1 / (count + 1), count / (count + 1));
}

double least_step(const ScaleGroup& group) {
  double least = INFINITY;
  for (const ScaleMember& m : group.members) {
    for (const Channel channel : {Channel::x, Channel::y}) {
      const Scale* scale = m.view->scale(channel);
      if (!scale) continue;
      if (is_discrete(scale->type)) least = std::min(least, std::fabs(scale->step()));
      const ChannelUse* use = m.view->use(channel);
      if (use && use->bin && use->end_column >= 0) {
        for (const Row& row : m.view->rows->rows) {
          const double a = scale->number(row[static_cast<std::size_t>(use->column)]),
                       b = scale->number(row[static_cast<std::size_t>(use->end_column)]);
          if (std::isfinite(a) && std::isfinite(b)) {
            least = std::min(least, std::fabs(b - a));
            break;
          }
        }
      }
    }
  }
  return std::isfinite(least) ? least : 20;
}

std::pair<double, double> size_range(const ScaleGroup& group, const Context& context) {
  const std::string& mark = group.members.front().view->mark;
  const auto config = [&](const char* key, double otherwise) {
    return context.number_setting("scale", key, otherwise);
  };
  if (mark == "bar" || mark == "tick")
    return {config("minBandSize", mark == "bar" ? 5 : 2), config("maxBandSize", least_step(group) - 1)};
  if (mark == "line" || mark == "rule") return {config("minStrokeWidth", 1), config("maxStrokeWidth", 4)};
  if (mark == "text") return {config("minFontSize", 8), config("maxFontSize", 40)};
  const double side = 0.95 * least_step(group);
  const bool zero = is_continuous(group.scale.type) && !group.scale.domain.empty() &&
                    std::min(group.scale.domain.front(), group.scale.domain.back()) <= 0;
  return {zero ? 0 : config("minSize", 9), config("maxSize", side * side)};
}

void spread(Scale& scale, double low, double high) {
  if (is_continuous(scale.type)) {
    scale.numbers = {low, high};
    return;
  }
  const std::size_t count = class_count(scale);
  scale.numbers.clear();
  for (std::size_t i = 0; i < count; ++i)
    scale.numbers.push_back(count == 1 ? (scale.type == ScaleType::point ? (low + high) / 2 : low)
                                       : low + (high - low) * static_cast<double>(i) / static_cast<double>(count - 1));
  if (scale.type == ScaleType::point || scale.type == ScaleType::band) scale.type = ScaleType::ordinal;
}

bool read_numbers(ScaleGroup& group) {
  const Tree* range = group.setting("range");
  if (!range || !range->is_array() || range->items.empty() || !range->items.front().is_number()) return false;
  group.scale.numbers.clear();
  for (const Tree& item : range->items) group.scale.numbers.push_back(item.number);
  if (is_discrete(group.scale.type) && range->items.size() == 2)
    spread(group.scale, range->items[0].number, range->items[1].number);
  return true;
}

void set_numbers(ScaleGroup& group, double low, double high) {
  if (read_numbers(group)) return;
  if (const Tree* t = group.setting("rangeMin"); t && t->is_number()) low = t->number;
  if (const Tree* t = group.setting("rangeMax"); t && t->is_number()) high = t->number;
  spread(group.scale, low, high);
}

void set_shapes(ScaleGroup& group, const Context& context) {
  const Tree* range = group.setting("range");
  if (!range) range = context.setting("range", "symbol");
  for (const Tree& item : range ? range->items : std::vector<Tree>()) {
    if (item.is_string()) group.scale.texts.push_back(item.text);
  }
  if (group.scale.texts.empty()) group.scale.texts.assign(std::begin(kShapes), std::end(kShapes));
}

void set_dashes(ScaleGroup& group, const Context& context) {
  const Tree* range = group.setting("range");
  if (!range) range = context.setting("range", "strokeDash");
  for (const Tree& item : range ? range->items : std::vector<Tree>()) {
    std::vector<double> dash;
    for (const Tree& length : item.items) dash.push_back(length.number);
    group.scale.dashes.push_back(std::move(dash));
  }
  if (group.scale.dashes.empty()) group.scale.dashes = {{}, {4, 2}, {2, 1}, {1, 1}, {1, 2, 4, 2}};
}

/// Pixels that bars want beside the domain become units of it.
void apply_padding(Scale& scale, bool was_nice) {
  const double span = std::fabs(scale.end() - scale.begin());
  if (!is_continuous(scale.type) || scale.padding_outer <= 0 || span <= 2 * scale.padding_outer ||
      scale.type == ScaleType::log)
    return;
  const double width = scale.domain.back() - scale.domain.front();
  const double extra = width * scale.padding_outer / (span - 2 * scale.padding_outer);
  scale.domain.front() -= extra;
  scale.domain.back() += extra;
  scale.padding_outer = 0;
  if (was_nice) scale.nice(10);
}

void set_position(ScaleGroup& group) {
  Scale& scale = group.scale;
  const View& view = *group.members.front().view;
  const double length = group.channel == Channel::x ? view.width : view.height;
  if (!read_numbers(group)) {
    const bool upwards = group.channel == Channel::y && is_continuous(scale.type);
    scale.numbers = upwards ? std::vector<double>{length, 0} : std::vector<double>{0, length};
    if (const Tree* t = group.setting("rangeMin"); t && t->is_number()) scale.numbers.front() = t->number;
    if (const Tree* t = group.setting("rangeMax"); t && t->is_number()) scale.numbers.back() = t->number;
  }
  if (const Tree* reverse = group.setting("reverse"); reverse && reverse->is_boolean() && reverse->boolean)
    std::reverse(scale.numbers.begin(), scale.numbers.end());
  if (is_continuous(scale.type)) {
    for (const ScaleMember& m : group.members) {
      const Tree* sort = member(m.use->tree, "sort");
      if (sort && sort->text == "descending") {
        std::reverse(scale.numbers.begin(), scale.numbers.end());
        break;
      }
    }
  }
  const Tree* nice = group.setting("nice");
  apply_padding(scale, !group.is_domain_given && scale.type != ScaleType::time &&
                           !(nice && nice->is_boolean() && !nice->boolean));
}

void set_offset(ScaleGroup& group) {
  const View& view = *group.members.front().view;
  const Channel main = group.channel == Channel::x_offset ? Channel::x : Channel::y;
  const Scale* around = view.scale(main);
  double width = around ? around->bandwidth() : main == Channel::x ? view.width : view.height;
  if (around && around->type == ScaleType::point) width = std::fabs(around->step()) * 0.8;
  const ChannelUse* use = view.use(main);
  if (around && is_continuous(around->type) && use && use->end_column >= 0 && !view.rows->rows.empty()) {
    const Row& row = view.rows->rows.front();
    width = std::fabs(around->number(row[static_cast<std::size_t>(use->end_column)]) -
                      around->number(row[static_cast<std::size_t>(use->column)]));
  }
  if (!std::isfinite(width)) width = 0;
  const bool upwards = group.channel == Channel::y_offset && is_continuous(group.scale.type);
  if (!read_numbers(group))
    group.scale.numbers = upwards ? std::vector<double>{width, 0} : std::vector<double>{0, width};
}

void set_range(ScaleGroup& group, Context& context) {
  const View& view = *group.members.front().view;
  switch (group.channel) {
    case Channel::x:
    case Channel::y: return set_position(group);
    case Channel::x_offset:
    case Channel::y_offset: return set_offset(group);
    case Channel::theta:
      if (!read_numbers(group)) group.scale.numbers = {0, 6.283185307179586};
      return;
    case Channel::radius: {
      double low = 0, high = std::min(view.width, view.height) / 2;
      if (const Tree* t = group.setting("rangeMin"); t && t->is_number()) low = t->number;
      if (const Tree* t = group.setting("rangeMax"); t && t->is_number()) high = t->number;
      if (!read_numbers(group)) group.scale.numbers = {low, high};
      return;
    }
    case Channel::color:
    case Channel::fill:
    case Channel::stroke: return set_colors(group, context);
    case Channel::shape: return set_shapes(group, context);
    case Channel::stroke_dash: return set_dashes(group, context);
    case Channel::size: {
      const auto [low, high] = size_range(group, context);
      return set_numbers(group, low, high);
    }
    case Channel::stroke_width: return set_numbers(group, 1, 4);
    case Channel::angle: return set_numbers(group, 0, 360);
    default:
      return set_numbers(group, context.number_setting("scale", "minOpacity", 0.3),
                         context.number_setting("scale", "maxOpacity", 0.8));
  }
}

}  // namespace

void set_ranges(ScaleGroups& groups, Context& context) {
  // Offsets stand within the bands of positions, sizes fit between them: positions come first.
  for (const bool positions : {true, false}) {
    for (const auto& group : groups) {
      if (is_position(group->channel) == positions) set_range(*group, context);
    }
  }
}

}  // namespace bifolio::chart
