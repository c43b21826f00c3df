#include <algorithm>

#include "chart/guide.h"
#include "chart/predicate.h"

namespace bifolio::chart {
namespace {

constexpr double kSymbolRoom = 16, kRowGap = 2, kTitleGap = 5, kLegendGap = 18;
constexpr std::size_t kMostEntries = 30;

bool has_legend(const ScaleMember& each) {
  return !is_null_member(each.use->field_tree, "legend") && !is_null_member(each.use->tree, "legend");
}

/// Scales whose legends are one: the same field seen the same way.
struct LegendPlan {
  std::vector<const ScaleGroup*> groups;
  const ScaleMember& first() const { return groups.front()->members.front(); }
};

std::string identity(const ChannelUse& use) {
  return use.field + "|" + use.aggregate + "|" + std::string(name(use.type)) + (use.bin ? "|bin" : "") +
         (use.unit ? use.unit->name() : "");
}

bool is_gradient(const ScaleGroup& group) {
  if (!is_color(group.channel) || !is_continuous(group.scale.type)) return false;
  const ChannelUse& use = *group.members.front().use;
  const unsigned parts = use.unit ? use.unit->parts : 0;
  return parts != TimeUnit::quarter && parts != TimeUnit::month && parts != TimeUnit::day;
}

std::vector<LegendPlan> plan_legends(const View& owner) {
  std::vector<LegendPlan> plans;
  for (const ScaleGroup* group : owner.owned_scales) {
    const bool is_legend_channel = group->channel >= Channel::color && group->channel <= Channel::size;
    const bool is_shown = std::any_of(group->members.begin(), group->members.end(), has_legend);
    if (!is_legend_channel || !is_shown ||
        std::any_of(group->members.begin(), group->members.end(), [](const ScaleMember& m) { return !has_legend(m); }))
      continue;
    const auto same = std::find_if(plans.begin(), plans.end(), [&](const LegendPlan& plan) {
      return identity(*plan.first().use) == identity(*group->members.front().use);
    });
    if (same != plans.end())
      same->groups.push_back(group);
    else
      plans.push_back({{group}});
  }
  return plans;
}

struct Entry {
  Value value;
  std::string label;
};

class Legend {
 public:
  Legend(const LegendPlan& plan, double width, double height, Context& context)
      : plan_(plan), width_(width), height_(height), context_(context) {
    is_horizontal_ = text("direction").empty() ? text("orient") == "top" || text("orient") == "bottom"
                                               : text("direction") == "horizontal";
  }

  std::string text(std::string_view key) const {
    const Tree* found = setting(key);
    return found && found->is_string() ? found->text : "";
  }

  DrawingNode draw() const {
    const std::string title = legend_title();
    DrawingNode node = make_group("graphics-symbol", "legend", description(title));
    double top = 0, left = 0;
    if (!title.empty()) {
      TextLook look = guide_look([&](std::string_view key) { return setting(key); }, "title", 11, true);
      look.baseline = Baseline::top;
      const double limit = number("titleLimit", 180);
      const std::string shown = shortened(title, limit, look.size, look.is_bold, context_);
      const bool at_left = text("titleOrient") == "left";
      node.children.push_back(make_text(shown, 0, 0, look, context_));
      if (at_left)
        left = text_width(shown, look.size, look.is_bold, context_) + number("titlePadding", kTitleGap);
      else
        top = look.size + number("titlePadding", kTitleGap);
    }
    DrawingNode body = is_gradient_legend() ? gradient() : symbols();
    body.offset = {left, top};
    node.children.push_back(std::move(body));
    return node;
  }

 private:
  const Tree* setting(std::string_view key) const {
    for (const ScaleGroup* group : plan_.groups) {
      for (const ScaleMember& each : group->members) {
        const Tree* legend = member(each.use->field_tree, "legend");
        if (const Tree* found = legend ? legend->find(key) : nullptr) return found;
      }
    }
    return context_.setting("legend", key);
  }
  double number(std::string_view key, double otherwise) const {
    const Tree* found = setting(key);
    return found && found->is_number() ? found->number : otherwise;
  }

  // vega-parser, legends: where several scales share a legend, sizes and shapes say what its entries are.
  const ScaleGroup& main() const {
    const auto rank = [](const ScaleGroup* g) {
      return g->channel == Channel::size ? 0 : g->channel == Channel::shape ? 1 : 2;
    };
    return **std::min_element(plan_.groups.begin(), plan_.groups.end(),
                              [&](const ScaleGroup* a, const ScaleGroup* b) { return rank(a) < rank(b); });
  }
  const ChannelUse& use() const { return *plan_.first().use; }
  bool is_gradient_legend() const {
    return text("type") != "symbol" && plan_.groups.size() == 1 && is_gradient(main());
  }

  std::string legend_title() const {
    if (const Tree* given = setting("title")) {
      if (given->is_null()) return {};
      if (given->is_string()) return context_.localized(given->text);
    }
    std::vector<std::string> titles;
    for (const ScaleGroup* group : plan_.groups) {
      for (const ScaleMember& each : group->members) {
        const std::string title = title_of(*each.use, context_);
        if (!title.empty() && std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
      }
    }
    std::string out;
    for (const std::string& title : titles) out += (out.empty() ? "" : ", ") + title;
    return out;
  }

  std::string description(const std::string& title) const {
    if (context_.options.language.starts_with("zh")) return title.empty() ? "图例" : "图例：" + title;
    return title.empty() ? "Legend" : "Legend titled '" + title + "'";
  }

  TextLook label_look() const {
    TextLook look = guide_look([&](std::string_view key) { return setting(key); }, "label", 10, false);
    look.baseline = Baseline::middle;
    return look;
  }

  std::vector<Entry> entries() const {
    const Scale& scale = main().scale;
    std::vector<Entry> out;
    if (const Tree* given = setting("values"); given && given->is_array()) {
      for (const Tree& item : given->items) {
        Value value = value_of(item, context_.pool);
        if (scale.type == ScaleType::time && value.is_text()) value = Value::of_time(parse_date(value.text));
        out.push_back({value, print(value)});
      }
      return out;
    }
    if (scale.type == ScaleType::bin_ordinal || is_discretizing(scale.type)) return classes();
    if (use().bin) return bin_classes();
    if (is_discrete(scale.type) || !scale.values.empty()) {
      for (const Value& value : scale.values) out.push_back({value, print(value)});
      return out;
    }
    const double count = number("tickCount", 5);
    for (const double tick : scale.ticks(count))
      out.push_back({scale.type == ScaleType::time ? Value::of_time(tick) : Value::of(tick), {}});
    for (Entry& entry : out) entry.label = label_of_tick(entry.value, count);
    return out;
  }

  std::string print(const Value& value) const {
    Tree guide = Tree::object();
    if (const Tree* format = setting("format")) guide.set("format", *format);
    std::string label = print_value(value, use(), &guide, context_);
    const Tree* expression_text = setting("labelExpr");
    if (!expression_text || !expression_text->is_string()) return label;
    const Expression expression = context_.expression(*expression_text);
    Record datum{{"value", "label"}, {value, context_.pool.text(label)}};
    Surroundings around{context_.pool,
                        context_.words,
                        {{"datum", {Value::Kind::record, 0, {}, nullptr, context_.pool.keep(std::move(datum))}}}};
    const Value out = expression.evaluate({}, around);
    return out.is_null() ? std::string() : context_.localized(to_text(out));
  }

  std::string label_of_tick(const Value& value, double count) const {
    const Scale& scale = main().scale;
    const std::string pattern = text("format");
    if (scale.type == ScaleType::time)
      return pattern.empty() && !use().unit ? format_time(value.number, context_.words) : print(value);
    return format_number(value.number,
                         tick_format(scale.domain.front(), scale.domain.back(), count,
                                     pattern.empty() ? context_.text_setting("", "numberFormat", "") : pattern));
  }

  /// “10 – 20” for bins, “< 30”, “30 – 70”, “≥ 70” for thresholds.
  std::vector<Entry> classes() const {
    const Scale& scale = main().scale;
    std::vector<double> edges = scale.type == ScaleType::bin_ordinal ? scale.domain : scale.thresholds();
    const std::string pattern = text("format");
    const auto label = [&](double x) {
      if (!pattern.empty()) return format_number(x, pattern);
      if (edges.size() < 2) return format_number(x, "");
      return format_number(x, tick_format(edges.front(), edges.back(), 5, ""));
    };
    std::vector<Entry> out;
    if (scale.type == ScaleType::bin_ordinal) {
      for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        out.push_back({Value::of(edges[i]), label(edges[i]) + " – " + label(edges[i + 1])});
      return out;
    }
    for (std::size_t i = 0; i <= edges.size(); ++i) {
      const double inside = edges.empty() ? 0
                            : i == 0      ? edges.front() - 1e-9 * std::max(1.0, std::fabs(edges.front()))
                                          : edges[i - 1];
      const std::string text = edges.empty()       ? ""
                               : i == 0            ? "< " + label(edges.front())
                               : i == edges.size() ? "≥ " + label(edges.back())
                                                   : label(edges[i - 1]) + " – " + label(edges[i]);
      out.push_back({Value::of(inside), text});
    }
    return out;
  }

  /// Bins of a size or an opacity: the bins that occur.
  std::vector<Entry> bin_classes() const {
    std::vector<std::pair<double, double>> bins;
    for (const ScaleMember& each : main().members) {
      if (each.use->column < 0 || each.use->end_column < 0) continue;
      for (const Row& row : each.view->rows->rows) {
        const Value &begin = row[static_cast<std::size_t>(each.use->column)],
                    &end = row[static_cast<std::size_t>(each.use->end_column)];
        if (begin.is_valid()) bins.emplace_back(begin.number, end.number);
      }
    }
    std::sort(bins.begin(), bins.end());
    bins.erase(std::unique(bins.begin(), bins.end()), bins.end());
    std::vector<Entry> out;
    for (const auto& [begin, end] : bins) {
      out.push_back(
          {Value::of(begin), format_number(begin, text("format")) + " – " + format_number(end, text("format"))});
    }
    return out;
  }

  /// What a symbol looks like for a value: each channel of the legend says its part, the mark the rest.
  struct Look {
    DrawingPaint paint;
    std::string shape = "circle";
    double area = 100;
  };

  Look look_of(const Value& value) const {
    const View& view = *plan_.first().view;
    Look look;
    const bool is_line = view.mark == "line" || view.mark == "rule";
    const Tree* filled = mark_property(view, "filled", context_);
    const bool fills = filled && filled->is_boolean() ? filled->boolean : view.mark != "point" && !is_line;
    look.shape = is_line                                                              ? "stroke"
                 : view.mark == "bar" || view.mark == "rect" || view.mark == "square" ? "square"
                                                                                      : "circle";
    if (view.mark == "point") {
      if (const Tree* shape = mark_property(view, "shape", context_); shape && shape->is_string())
        look.shape = shape->text;
    }
    look.paint.width = is_line ? mark_number(view, "strokeWidth", 2, context_) : 1.5;
    const bool has_color =
        std::any_of(plan_.groups.begin(), plan_.groups.end(), [](const ScaleGroup* g) { return is_color(g->channel); });
    const Tree* own = mark_property(view, "color", context_);
    const Color base = own && own->is_string() ? parse_color(own->text).value_or(Color{})
                       : has_color || !fills   ? Color{0x4c, 0x78, 0xa8}
                                               : Color{0, 0, 0};
    if (fills)
      look.paint.fill = has_color ? base : own ? base : Color{0x4c, 0x78, 0xa8};
    else
      look.paint.stroke = base;
    if (const Tree* opacity = mark_property(view, "opacity", context_); opacity && opacity->is_number())
      look.paint.opacity = opacity->number;
    else if (view.mark == "point" || view.mark == "circle" || view.mark == "square")
      look.paint.opacity = is_aggregated(view) ? 1 : 0.7;
    apply_groups(look, value, fills);
    return look;
  }

  void apply_groups(Look& look, const Value& value, bool fills) const {
    for (const ScaleGroup* group : plan_.groups) {
      const Scale& scale = group->scale;
      switch (group->channel) {
        case Channel::color: (fills ? look.paint.fill : look.paint.stroke) = scale.color(value); break;
        case Channel::fill: look.paint.fill = scale.color(value); break;
        case Channel::stroke: look.paint.stroke = scale.color(value); break;
        case Channel::shape:
          look.shape = scale.texts.empty() ? "circle" : scale.texts[scale.slot(value) % scale.texts.size()];
          break;
        case Channel::size:
          if (look.shape == "stroke")
            look.paint.width = scale.number(value);
          else
            look.area = scale.number(value);
          break;
        case Channel::stroke_width: look.paint.width = scale.number(value); break;
        case Channel::stroke_dash: {
          look.shape = "stroke";
          look.paint.fill.reset();
          if (!look.paint.stroke) look.paint.stroke = Color{0x4c, 0x78, 0xa8};
          if (!scale.dashes.empty()) look.paint.dashes = scale.dashes[scale.slot(value) % scale.dashes.size()];
          if (look.paint.dashes.size() == 2 && look.paint.dashes[1] == 0) look.paint.dashes.clear();
          break;
        }
        default: look.paint.opacity = std::clamp(scale.number(value), 0.0, 1.0); break;
      }
    }
    if (!std::isfinite(look.area)) look.area = 0;
  }

  DrawingNode symbols() const {
    std::vector<Entry> all = entries();
    const std::size_t total = all.size();
    const double most = number("symbolLimit", kMostEntries);
    const bool is_cut = most > 0 && static_cast<double>(total) > most;
    if (is_cut) all.resize(static_cast<std::size_t>(most) - 1);
    double widest = 0;
    std::vector<Look> looks;
    for (const Entry& entry : all) {
      looks.push_back(look_of(entry.value));
      widest = std::max(widest, std::sqrt(looks.back().area));
    }
    if (is_cut)
      all.push_back({{},
                     context_.options.language.starts_with("zh")
                         ? "……还有" + std::to_string(total - all.size()) + "项"
                         : "…" + std::to_string(total - all.size()) + " entries"});
    return place_entries(all, looks,
                         std::max(widest, number("symbolSize", 100) > 0 ? std::sqrt(number("symbolSize", 100)) : 10.0));
  }

  DrawingNode place_entries(const std::vector<Entry>& all, const std::vector<Look>& looks, double widest) const {
    DrawingNode node = make_group();
    const TextLook look = label_look();
    const double columns = number("columns", is_horizontal_ ? 0 : 1), limit = number("labelLimit", 160);
    const bool has_strokes = std::any_of(looks.begin(), looks.end(), [](const Look& l) { return l.shape == "stroke"; });
    const double usual = widest <= 12 ? std::max(kSymbolRoom - 4, widest + 2) : widest + 2;
    // In a theme long enough to show the dashes.
    const double room = has_strokes && context_.options.theme ? 2.4 * look.size : usual;
    double x = 0, y = 0, row_height = 0, column = 0;
    std::vector<double> widths;
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string label = shortened(all[i].label, limit, look.size, look.is_bold, context_);
      const double own = i < looks.size() ? std::sqrt(looks[i].area) : 0;
      const double height = std::max(std::ceil(look.size * 1.1), own + 1);
      const double center = y + height / 2;
      if (i < looks.size()) {
        DrawingPaint paint = looks[i].paint;
        const bool is_stroke = looks[i].shape == "stroke";
        if (is_stroke && !paint.stroke) paint.stroke = paint.fill;
        const double area = is_stroke ? room * room : looks[i].area;
        if (area > 0)
          node.children.push_back(make_symbol(looks[i].shape, area, x + room / 2, center, std::move(paint)));
      }
      node.children.push_back(
          make_text(label, x + (i < looks.size() ? room + number("labelOffset", 4) : 0), center, look, context_));
      const double width = room + 4 + text_width(label, look.size, look.is_bold, context_);
      row_height = std::max(row_height, height);
      if (++column == columns || columns == 1) {
        column = 0;
        x = 0;
        y += row_height + number("rowPadding", kRowGap);
        row_height = 0;
      } else {
        x += width + number("columnPadding", 10);
        if (columns == 0 && width_ > 0 && i + 1 < all.size() && x + width > std::max(width_, width))
          x = 0, y += row_height + kRowGap, row_height = 0;
      }
    }
    return node;
  }

  /// A bar of colour, made of slices that overlap so that no seam shows.
  DrawingNode gradient() const {
    DrawingNode node = make_group();
    const Scale& scale = main().scale;
    const double length = number("gradientLength", std::clamp(is_horizontal_ ? width_ : height_, 100.0, 200.0)),
                 thickness = number("gradientThickness", 16);
    constexpr int kSlices = 64;
    for (int i = 0; i < kSlices; ++i) {
      const double t = i / static_cast<double>(kSlices);
      DrawingPaint paint;
      paint.fill = mix(scale.colors, (i + 0.5) / kSlices);
      node.children.push_back(make_path(is_horizontal_ ? rectangle(t * length, 0, length - t * length, thickness)
                                                       : rectangle(0, 0, thickness, length - t * length),
                                        paint));
    }
    add_gradient_labels(node, length, thickness);
    return node;
  }

  void add_gradient_labels(DrawingNode& node, double length, double thickness) const {
    const Scale& scale = main().scale;
    TextLook look = label_look();
    const double count = std::clamp(number("tickCount", std::max(2.0, 2 * std::floor(length / 100))), 1.0, 100.0);
    double low = scale.domain.front(), high = scale.domain.back(), last = -INFINITY;
    for (const double tick : scale.ticks(count)) {
      Scale straight = scale;
      straight.domain = {low, high};
      double t = straight.fraction(tick);
      if (scale.domain.size() > 2) {  // as the colours run
        std::size_t i = 1;
        while (i + 1 < scale.domain.size() && tick > scale.domain[i]) ++i;
        t = (static_cast<double>(i - 1) + (tick - scale.domain[i - 1]) / (scale.domain[i] - scale.domain[i - 1])) /
            static_cast<double>(scale.domain.size() - 1);
      }
      const std::string label =
          label_of_tick(scale.type == ScaleType::time ? Value::of_time(tick) : Value::of(tick), count);
      if (is_horizontal_) {
        look.baseline = Baseline::top;
        look.anchor = t < 0.02   ? DrawingText::Anchor::start
                      : t > 0.98 ? DrawingText::Anchor::end
                                 : DrawingText::Anchor::middle;
        DrawingNode text = make_text(label, t * length, thickness + 2, look, context_);
        const Box box = bounds(text, context_);
        if (box.left <= last) continue;
        last = box.right;
        node.children.push_back(std::move(text));
      } else {
        node.children.push_back(make_text(label, thickness + 2,
                                          (1 - t) * length + (t < 0.02   ? -look.size / 2 + 1
                                                              : t > 0.98 ? look.size / 2
                                                                         : 0),
                                          look, context_));
      }
    }
  }

  const LegendPlan& plan_;
  double width_, height_;
  Context& context_;
  bool is_horizontal_ = false;
};

}  // namespace

std::vector<Legends> draw_legends(const View& owner, double plot_width, double plot_height, Context& context) {
  std::vector<Legends> out;
  for (const LegendPlan& plan : plan_legends(owner)) {
    const Legend legend(plan, plot_width, plot_height, context);
    std::string orient = legend.text("orient");
    if (orient.empty()) orient = "right";
    auto same = std::find_if(out.begin(), out.end(), [&](const Legends& l) { return l.orient == orient; });
    if (same == out.end()) {
      Legends fresh;
      fresh.orient = orient;
      same = out.insert(out.end(), std::move(fresh));
    }
    const Box before = bounds(same->node, context);
    DrawingNode node = legend.draw();
    const bool is_row = orient == "top" || orient == "bottom";
    if (!before.is_empty())
      node.offset = is_row ? DrawingPoint{before.right + kLegendGap, 0} : DrawingPoint{0, before.bottom + kLegendGap};
    same->node.children.push_back(std::move(node));
  }
  return out;
}

}  // namespace bifolio::chart
