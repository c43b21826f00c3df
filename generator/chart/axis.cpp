#include <algorithm>

#include "chart/guide.h"
#include "chart/predicate.h"

namespace bifolio::chart {
namespace {

constexpr double kLineHeight = 1.3;
constexpr Color kGrid = {0xdd, 0xdd, 0xdd}, kLine = {0x88, 0x88, 0x88};

struct Tick {
  Value value;
  double at = 0;
  std::string label = {};
};

/// Reads the settings and places the ticks of one axis.
class Axis {
 public:
  Axis(const AxisPlan& plan, Context& context) : plan_(plan), context_(context), scale_(plan.group->scale) {
    is_horizontal_ = plan.group->channel == Channel::x;
    make_ticks();
  }

  DrawingNode grid() const {
    DrawingNode node = make_group();
    node.is_hidden = true;
    if (!flag("grid", default_grid())) return node;
    DrawingPaint paint;
    paint.width = number("gridWidth", 1);
    paint.opacity = number("gridOpacity", 1);
    if (const Tree* dash = setting("gridDash")) {
      for (const Tree& item : dash->items) paint.dashes.push_back(item.number);
    }
    for (const Tick& tick : lines_) {
      paint.stroke = color("gridColor", kGrid, tick);
      const double at = std::round(tick.at) + 0.5;
      if (!paint.stroke) continue;
      node.children.push_back(
          make_path(is_horizontal_ ? line(at, 0, at, plan_.depth) : line(0, at, plan_.depth, at), paint));
    }
    return node;
  }

  DrawingNode draw() const {
    DrawingNode node = make_group("graphics-symbol", "axis", description());
    const double base = base_line();
    const double tick_size = flag("ticks", true) ? number("tickSize", 5) : 0;
    add_ticks(node, base, tick_size);
    const double extent = add_labels(node, base, tick_size);
    add_domain(node, base);
    add_title(node, base, std::clamp(extent, number("minExtent", 0), number("maxExtent", 2000)));
    if (!flag("aria", true)) {
      node.role = node.role_description = node.label = {};
      node.is_hidden = true;
    }
    return node;
  }

 private:
  /// The members' own settings, then the config's for this kind of axis, then for all.
  const Tree* setting(std::string_view key) const {
    for (const ScaleMember* each : plan_.members) {
      if (const Tree* axis = member(each->use->tree, "axis")) {
        if (const Tree* found = axis->find(key)) return found;
      }
    }
    const char* kind = is_discrete(scale_.type)         ? "axisDiscrete"
                       : scale_.type == ScaleType::time ? "axisTemporal"
                                                        : "axisQuantitative";
    const char* side = plan_.side == Side::left    ? "axisLeft"
                       : plan_.side == Side::right ? "axisRight"
                       : plan_.side == Side::top   ? "axisTop"
                                                   : "axisBottom";
    const std::string both = std::string(is_horizontal_ ? "axisX" : "axisY") + std::string(kind + 4);
    for (const std::string& group :
         {both, std::string(is_horizontal_ ? "axisX" : "axisY"), std::string(side), std::string(kind),
          std::string(scale_.type == ScaleType::band    ? "axisBand"
                      : scale_.type == ScaleType::point ? "axisPoint"
                                                        : ""),
          std::string("axis")}) {
      if (group.empty()) continue;
      if (const Tree* found = context_.setting(group, key)) return found;
    }
    return nullptr;
  }
  double number(std::string_view key, double otherwise) const {
    const Tree* found = setting(key);
    return found && found->is_number() ? found->number : otherwise;
  }
  bool flag(std::string_view key, bool otherwise) const {
    const Tree* found = setting(key);
    return found && found->is_boolean() ? found->boolean : otherwise;
  }

  /// A colour; of a tick, perhaps by a condition on its value.
  std::optional<Color> color(std::string_view key, Color otherwise, const Tick& tick) const {
    const Tree* found = setting(key);
    if (!found) return otherwise;
    const Tree* value = found;
    if (found->is_object()) {
      value = found->find("value");
      const Tree* condition = member(found, "condition");
      const Tree* test = member(condition, "test");
      if (test && passes(*test, tick)) value = condition->find("value");
      if (!test) context_.unsupported(*found, key);
    }
    return value && value->is_string() ? parse_color(value->text) : std::nullopt;
  }

  bool passes(const Tree& test, const Tick& tick) const {
    Data data;
    data.columns = {"value", "label"};
    data.rows = {{tick.value, context_.pool.text(tick.label)}};
    return compile_predicate(test, data, context_)(data.rows.front());
  }

  const ScaleMember& first() const { return *plan_.members.front(); }
  const ChannelUse& use() const { return *first().use; }

  bool default_grid() const { return !is_discrete(scale_.type) && !use().bin && !use().is_binned; }
  double base_line() const { return plan_.side == Side::left || plan_.side == Side::top ? 0.5 : plan_.depth + 0.5; }
  /// Outwards from the plot.
  double outward() const { return plan_.side == Side::left || plan_.side == Side::top ? -1 : 1; }

  double tick_count() const {
    if (const Tree* asked = setting("tickCount"); asked && asked->is_number())
      return std::clamp(asked->number, 1.0, 1000.0);
    if (use().bin) return std::ceil(plan_.length / 10);
    const unsigned parts = use().unit ? use().unit->parts : 0;
    if (parts == TimeUnit::month || parts == TimeUnit::hours || parts == TimeUnit::day || parts == TimeUnit::quarter)
      return 10;
    // One tick for 40 px of Vega-Lite's labels of 10; larger letters want more room.
    double count = std::ceil(plan_.length / (4 * std::max(10.0, number("labelFontSize", 10))));
    double least = number("tickMinStep", use().aggregate == "count" && false ? 1 : 0);
    if (least == 0 && text("format") == "d" && scale_.type != ScaleType::time) least = 1;
    if (use().unit && scale_.type == ScaleType::time)
      least = use().unit->next(milliseconds(2001, 0)) - milliseconds(2001, 0);
    if (least > 0)
      count = std::min(count, std::floor(std::fabs(scale_.domain.back() - scale_.domain.front()) / least) + 1);
    return count;
  }

  std::string text(std::string_view key) const {
    const Tree* found = setting(key);
    return found && found->is_string() ? found->text : "";
  }

  std::vector<Value> tick_values() const {
    std::vector<Value> out;
    const bool is_time = scale_.type == ScaleType::time;
    if (const Tree* given = setting("values"); given && given->is_array()) {
      for (const Tree& item : given->items) {
        Value value = value_of(item, context_.pool);
        if (is_time && value.is_text()) value = Value::of_time(parse_date(value.text));
        if (is_time && value.is_number()) value = Value::of_time(value.number);
        out.push_back(value);
      }
      return out;
    }
    if (is_discrete(scale_.type)) return scale_.values;
    std::vector<double> numbers = use().bins ? bin_edges() : scale_.ticks(tick_count());
    for (const double x : numbers) out.push_back(is_time ? Value::of_time(x) : Value::of(x));
    return out;
  }

  std::vector<double> bin_edges() const {
    Bins all = use().bins.value_or(Bins{});
    for (const ScaleMember* each : plan_.members) {
      if (!each->use->bins) continue;
      all.start = std::min(all.start, each->use->bins->start);
      all.stop = std::max(all.stop, each->use->bins->stop);
    }
    const std::vector<double> edges = all.edges();
    const auto stride = static_cast<std::size_t>(static_cast<double>(edges.size()) / tick_count());
    if (stride < 2) return edges;
    std::vector<double> out;
    for (std::size_t i = 0; i < edges.size(); i += stride) out.push_back(edges[i]);
    return out;
  }

  void make_ticks() {
    const double low = std::min(scale_.begin(), scale_.end()) - 0.5,
                 high = std::max(scale_.begin(), scale_.end()) + 0.5;
    const double band = number("bandPosition", 0.5);
    for (const Value& value : tick_values()) {
      Tick tick{value, scale_.number(value)};
      if (scale_.type == ScaleType::band) tick.at += scale_.bandwidth() * band;
      if (!std::isfinite(tick.at) || tick.at < low || tick.at > high) continue;
      ticks_.push_back(std::move(tick));
    }
    label_ticks();
    lines_ = ticks_;
    if (text("tickBand") == "extent" && scale_.type == ScaleType::band) {
      const double gap = std::fabs(scale_.step()) * (scale_.padding_inner) / 2;
      for (Tick& tick : lines_) tick.at -= scale_.bandwidth() / 2 + gap;
      if (!lines_.empty()) {
        Tick last = ticks_.back();
        last.at += scale_.bandwidth() / 2 + gap;
        lines_.push_back(last);
      }
    }
  }

  void label_ticks() {
    const std::string pattern = text("format").empty() && !setting("format") ? "" : text("format");
    NumberFormat numbers;
    const bool is_numeric = is_continuous(scale_.type) && scale_.type != ScaleType::time;
    if (is_numeric) {
      const double low = scale_.domain.front(), high = scale_.domain.back();
      const bool is_share = first().view->stack && first().view->stack->channel == use().channel &&
                            first().view->stack->offset == StackOffset::normalize;
      const std::string config = !pattern.empty() ? pattern
                                 : is_share       ? context_.text_setting("", "normalizedNumberFormat", "%")
                                                  : context_.text_setting("", "numberFormat", "");
      // d3-scale, log `tickFormat`: every digit, since steps differ.
      if (scale_.type == ScaleType::log) {
        parse_number_format(config.empty() ? ",~g" : config, numbers);
        if (numbers.precision < 0) numbers.precision = 12, numbers.trim = true;
      } else {
        numbers = tick_format(low, high, tick_count(), config);
      }
    }
    Tree format = Tree::object();
    if (const Tree* settings = setting("format")) format.set("format", *settings);
    std::optional<Expression> expression;
    if (const Tree* asked = setting("labelExpr"); asked && asked->is_string()) expression = context_.expression(*asked);
    for (std::size_t i = 0; i < ticks_.size(); ++i) {
      Tick& tick = ticks_[i];
      if (is_numeric)
        tick.label = format_number(tick.value.number, numbers);
      else if (scale_.type == ScaleType::time && pattern.empty() && !use().unit)
        tick.label = time_label(tick.value.number);
      else
        tick.label = discrete_label(tick.value, format);
      if (expression) tick.label = expressed(*expression, tick, i);
    }
    if (scale_.type == ScaleType::log) thin_log_labels();
  }

  /// By the language, or by `"format": {"year": "%y", …}`.
  std::string time_label(double time) const {
    const Tree* formats = setting("format");
    if (!formats || !formats->is_object()) return format_time(time, context_.words);
    const Calendar c = calendar(time);
    const char* unit = c.second      ? "seconds"
                       : c.minute    ? "minutes"
                       : c.hour      ? "hours"
                       : c.day != 1  ? "date"
                       : c.month % 3 ? "month"
                       : c.month     ? "quarter"
                                     : "year";
    std::string pattern = text_member(formats, unit);
    if (pattern.empty() && std::string_view(unit) == "quarter") pattern = text_member(formats, "month");
    return pattern.empty() ? format_time(time, context_.words) : format_time(time, pattern, context_.words);
  }

  std::string discrete_label(const Value& value, const Tree& format) const {
    if (!use().bin || !value.is_number()) return print_value(value, use(), &format, context_);
    for (const Row& row : first().view->rows->rows) {
      if (use().end_column >= 0 && row[static_cast<std::size_t>(use().column)] == value) {
        const std::string pattern = text_member(&format, "format");
        return format_number(value.number, pattern) + " – " +
               format_number(to_number(row[static_cast<std::size_t>(use().end_column)]), pattern);
      }
    }
    return format_number(value.number, "");
  }

  std::string expressed(Expression& expression, const Tick& tick, std::size_t i) const {
    Record datum{{"value", "label", "index"},
                 {tick.value, context_.pool.text(tick.label),
                  Value::of(ticks_.size() > 1 ? static_cast<double>(i) / static_cast<double>(ticks_.size() - 1) : 0)}};
    Surroundings around{context_.pool,
                        context_.words,
                        {{"datum", {Value::Kind::record, 0, {}, nullptr, context_.pool.keep(std::move(datum))}},
                         {"width", Value::of(plan_.length)},
                         {"height", Value::of(plan_.length)}}};
    const Value out = expression.evaluate({}, around);
    return out.is_null() ? std::string() : context_.localized(to_text(out));
  }

  // d3-scale, log `tickFormat`: only as many labels as there should be ticks.
  void thin_log_labels() {
    const double most = std::max(1.0, scale_.base * tick_count() / std::max<std::size_t>(1, ticks_.size()));
    for (Tick& tick : ticks_) {
      double lead = std::fabs(tick.value.number) /
                    std::pow(scale_.base, std::round(std::log(std::fabs(tick.value.number)) / std::log(scale_.base)));
      if (lead * scale_.base < scale_.base - 0.5) lead *= scale_.base;
      if (lead > most) tick.label.clear();
    }
  }

  std::string description() const {
    const std::string title = merged_title();
    std::string out = is_horizontal_ ? "X-axis" : "Y-axis";
    if (context_.options.language.starts_with("zh")) out = is_horizontal_ ? "横轴" : "纵轴";
    if (!title.empty()) out += context_.options.language.starts_with("zh") ? "：" + title : " titled '" + title + "'";
    return out;
  }

  std::string merged_title() const {
    std::vector<std::string> titles;
    for (const ScaleMember* each : plan_.members) {
      const auto add = [&](const ChannelUse& use) {
        const std::string title = title_of(use, context_);
        if (!title.empty() && std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
      };
      const bool has_own = each->use->tree->find("title") ||
                           (member(each->use->tree, "axis") && member(each->use->tree, "axis")->find("title"));
      if (has_own) {
        // A title that is given goes before those that fields suggest.
        const std::string title = title_of(*each->use, context_);
        bool is_suggested = false;
        for (const ScaleMember* other : plan_.members) {
          if (other->use->tree->find("title") ||
              (member(other->use->tree, "axis") && member(other->use->tree, "axis")->find("title")))
            continue;
          is_suggested = true;
        }
        if (is_suggested && title.empty()) return {};
      }
      add(*each->use);
      const ChannelUse* second = each->view->encoding.find(second_channel(each->use->channel));
      if (second && second->is_field && !has_own && !second->field.empty()) add(*second);
    }
    const Tree* none = context_.setting("axis", "title");
    if (none && none->is_null() && !given_title()) return {};
    if (const Tree* given = given_title())
      return given->is_string() ? context_.localized(given->text) : given->is_array() ? joined(*given) : "";
    std::string out;
    for (const std::string& title : titles) out += (out.empty() ? "" : ", ") + title;
    return out;
  }

  std::string joined(const Tree& lines) const {
    std::string out;
    for (const Tree& item : lines.items) out += (out.empty() ? "" : " ") + context_.localized(item.text);
    return out;
  }

  /// One title for all members, where they give one.
  const Tree* given_title() const {
    const Tree* found = nullptr;
    std::vector<std::string> texts;
    for (const ScaleMember* each : plan_.members) {
      const Tree* axis = member(each->use->tree, "axis");
      const Tree* title = axis && axis->find("title") ? axis->find("title") : each->use->tree->find("title");
      if (!title) continue;
      if (std::find(texts.begin(), texts.end(), title->text) == texts.end()) texts.push_back(title->text);
      if (!found) found = title;
    }
    return texts.size() == 1 ? found : nullptr;
  }

  void add_ticks(DrawingNode& node, double base, double size) const {
    if (size <= 0) return;
    DrawingPaint paint;
    paint.width = number("tickWidth", 1);
    for (const Tick& tick : lines_) {
      paint.stroke = color("tickColor", kLine, tick);
      if (!paint.stroke || tick.label.empty()) continue;
      const double at = std::round(tick.at) + 0.5, end = base + outward() * size;
      node.children.push_back(make_path(is_horizontal_ ? line(at, base, at, end) : line(base, at, end, at), paint));
    }
  }

  void add_domain(DrawingNode& node, double base) const {
    if (!flag("domain", true)) return;
    DrawingPaint paint;
    paint.width = number("domainWidth", 1);
    paint.stroke = color("domainColor", kLine, {});
    if (!paint.stroke) return;
    node.children.push_back(make_path(
        is_horizontal_ ? line(0.5, base, plan_.length + 0.5, base) : line(base, 0.5, base, plan_.length + 0.5), paint));
  }

  double label_angle() const {
    if (const Tree* asked = setting("labelAngle"); asked && asked->is_number())
      return std::fmod(std::fmod(asked->number, 360) + 360, 360);
    const bool is_turned = is_horizontal_ && is_discrete(scale_.type) && use().is_discrete() && !use().unit &&
                           context_.options.theme == nullptr;
    return is_turned ? 270 : 0;
  }

  TextLook label_look() const {
    TextLook look = guide_look([&](std::string_view key) { return setting(key); }, "label", 10, false);
    look.angle = label_angle();
    if (is_horizontal_) {
      const bool is_top = plan_.side == Side::top;
      look.anchor = DrawingText::Anchor::middle;
      look.baseline = is_top ? Baseline::bottom : Baseline::top;
      if (look.angle > 0) {
        look.baseline = Baseline::middle;
        const bool leans_right = look.angle > 0 && look.angle < 180;
        look.anchor = leans_right != is_top ? DrawingText::Anchor::start : DrawingText::Anchor::end;
        if (look.angle == 180) look.anchor = DrawingText::Anchor::middle;
      }
    } else {
      look.anchor = plan_.side == Side::left ? DrawingText::Anchor::end : DrawingText::Anchor::start;
      look.baseline = Baseline::middle;
      if (look.angle == 90 || look.angle == 270)
        look.anchor = DrawingText::Anchor::middle,
        look.baseline = plan_.side == Side::left ? Baseline::bottom : Baseline::top;
    }
    const std::string align = text("labelAlign");
    if (!align.empty())
      look.anchor = align == "left"    ? DrawingText::Anchor::start
                    : align == "right" ? DrawingText::Anchor::end
                                       : DrawingText::Anchor::middle;
    if (const std::string baseline = text("labelBaseline"); !baseline.empty())
      look.baseline = baseline_named(baseline, look.baseline);
    return look;
  }

  /// Labels that do not run into each other; returns how far they reach from the axis.
  double add_labels(DrawingNode& node, double base, double tick_size) const {
    const double padding = tick_size + number("labelPadding", 2) + number("labelOffset", 0) * 0;
    if (!flag("labels", true)) return tick_size;
    const TextLook look = label_look();
    std::vector<DrawingNode> labels;
    for (std::size_t i = 0; i < ticks_.size(); ++i) labels.push_back(label_node(i, look, base, padding));
    std::vector<std::size_t> kept = thinned(labels);
    remember_labels(labels, kept);
    double extent = padding;
    for (const std::size_t i : kept) {
      const Box box = bounds(labels[i], context_);
      if (is_horizontal_)
        extent = std::max(extent, plan_.side == Side::top ? base - box.top : box.bottom - base);
      else
        extent = std::max(extent, plan_.side == Side::left ? base - box.left : box.right - base);
      if (!labels[i].text.text.empty()) node.children.push_back(std::move(labels[i]));
    }
    return extent;
  }

  void remember_labels(const std::vector<DrawingNode>& labels, const std::vector<std::size_t>& kept) const {
    if (label_angle() != 0) return;  // turned boxes overlap where letters do not
    for (const std::size_t i : kept) {
      const Box box = bounds(labels[i], context_);
      context_.plot_labels.push_back({labels[i].text.text, box.left, box.top, box.right, box.bottom, use().tree->span});
    }
  }

  DrawingNode label_node(std::size_t i, TextLook look, double base, double padding) const {
    const Tick& tick = ticks_[i];
    const bool is_flush = flag("labelFlush", is_horizontal_ && is_continuous(scale_.type) && !use().is_discrete());
    if (is_flush && look.angle == 0 && is_horizontal_) {
      const double low = std::min(scale_.begin(), scale_.end()), high = std::max(scale_.begin(), scale_.end());
      if (tick.at - low < 1)
        look.anchor = DrawingText::Anchor::start;
      else if (high - tick.at < 1)
        look.anchor = DrawingText::Anchor::end;
    }
    const auto paint = color("labelColor", look.color, tick);
    look.color = paint.value_or(look.color);
    const double limit = number("labelLimit", 180);
    std::string text = paint ? shortened(tick.label, limit, look.size, look.is_bold, context_) : std::string();
    const double at = tick.at + number("labelOffset", 0), out = base + outward() * padding;
    return is_horizontal_ ? make_text(text, at, out, look, context_) : make_text(text, out, at, look, context_);
  }

  // vega-view-transforms, `overlap`.
  std::vector<std::size_t> thinned(const std::vector<DrawingNode>& labels) const {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      if (!labels[i].text.text.empty()) all.push_back(i);
    }
    const Tree* asked = setting("labelOverlap");
    const bool by_default = !use().is_discrete() ||
                            (use().unit && !(member(use().tree, "sort") && member(use().tree, "sort")->is_object()));
    const bool thins = asked ? !(asked->is_boolean() && !asked->boolean) : by_default;
    if (!thins || all.size() < 2) return all;
    std::vector<Box> boxes(labels.size());
    for (const std::size_t i : all) boxes[i] = bounds(labels[i], context_);
    const double separation = number("labelSeparation", 0);
    const auto meet = [&](std::size_t a, std::size_t b) {
      return !(boxes[a].right + separation <= boxes[b].left || boxes[b].right + separation <= boxes[a].left ||
               boxes[a].bottom + separation <= boxes[b].top || boxes[b].bottom + separation <= boxes[a].top);
    };
    if ((asked && asked->text == "greedy") || (!asked && scale_.type == ScaleType::log)) {
      std::vector<std::size_t> kept;
      for (const std::size_t i : all) {
        if (kept.empty() || !meet(kept.back(), i)) kept.push_back(i);
      }
      return kept;
    }
    const auto has_overlap = [&](const std::vector<std::size_t>& some) {
      for (std::size_t i = 1; i < some.size(); ++i) {
        if (meet(some[i - 1], some[i])) return true;
      }
      return false;
    };
    std::vector<std::size_t> kept = all;
    while (kept.size() >= 3 && has_overlap(kept)) {
      std::vector<std::size_t> half;
      for (std::size_t i = 0; i < kept.size(); i += 2) half.push_back(kept[i]);
      kept = std::move(half);
    }
    if (kept.size() < 3 && kept.back() != all.back()) {
      if (kept.size() > 1) kept.pop_back();
      kept.push_back(all.back());
    }
    return kept;
  }

  void add_title(DrawingNode& node, double base, double extent) const {
    const std::string title = merged_title();
    if (title.empty()) return;
    TextLook look = guide_look([&](std::string_view key) { return setting(key); }, "title", 11, true);
    const double limit = number("titleLimit", 0);
    const double padding = number("titlePadding", 4);
    const std::string anchor = text("titleAnchor");
    double at = plan_.length / 2;
    look.anchor = DrawingText::Anchor::middle;
    if (anchor == "start") look.anchor = DrawingText::Anchor::start, at = is_horizontal_ ? 0 : plan_.length;
    if (anchor == "end") look.anchor = DrawingText::Anchor::end, at = is_horizontal_ ? plan_.length : 0;
    const double out = base + outward() * (extent + padding);
    const std::string shown = shortened(title, limit, look.size, look.is_bold, context_);
    const double room = context_.options.container_width;
    if (is_horizontal_) {
      look.baseline = plan_.side == Side::top ? Baseline::bottom : Baseline::top;
      std::vector<std::string> lines = {shown};
      if (room > 0 && text_width(shown, look.size, look.is_bold, context_) > plan_.length) {
        // Longer than the plot: it leaves by the left, below the labels there, and in lines that fit the drawing.
        look.anchor = DrawingText::Anchor::end;
        at = plan_.length;
        lines = wrapped(shown, room, look.size, look.is_bold, context_);
      }
      for (std::size_t i = 0; i < lines.size(); ++i)
        node.children.push_back(make_text(
            lines[i], at, out + outward() * kLineHeight * look.size * static_cast<double>(i), look, context_));
      return;
    }
    if (const Tree* angle = setting("titleAngle"); angle && angle->is_number() && angle->number == 0) {
      // A horizontal title stands above the axis, where no one need turn their head.
      const bool at_left = plan_.side == Side::left;
      look.anchor = at_left ? DrawingText::Anchor::start : DrawingText::Anchor::end;
      look.baseline = Baseline::bottom;
      const std::vector<std::string> lines = wrapped(shown, room, look.size, look.is_bold, context_);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const double up = kLineHeight * static_cast<double>(lines.size() - 1 - i) + 0.6;
        node.children.push_back(
            make_text(lines[i], at_left ? base - extent : base + extent, -look.size * up, look, context_));
      }
      return;
    }
    look.angle = plan_.side == Side::left ? -90 : 90;
    look.baseline = Baseline::bottom;
    node.children.push_back(make_text(shown, out, at, look, context_));
  }

  const AxisPlan& plan_;
  Context& context_;
  const Scale& scale_;
  bool is_horizontal_ = true;
  std::vector<Tick> ticks_, lines_;
};

}  // namespace

DrawingNode draw_grid(const AxisPlan& plan, Context& context) {
  return Axis(plan, context).grid();
}
DrawingNode draw_axis(const AxisPlan& plan, Context& context) {
  return Axis(plan, context).draw();
}

}  // namespace bifolio::chart
