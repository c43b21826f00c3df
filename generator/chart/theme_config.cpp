#include "chart/theme_config.h"

#include <charconv>

namespace bifolio::chart {
namespace {

constexpr double kWebText = 16, kLeastPrint = 8;  // LOOK: text of figures is at least 8 pt, on the web 16 px

std::string hex(Color color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    out += kDigits[part >> 4];
    out += kDigits[part & 15];
  }
  return out;
}

/// `6 3` → [6, 3]; `solid` → [1, 0].
Tree dash_of(std::string_view token, double factor) {
  Tree out = Tree::array();
  while (!token.empty()) {
    const std::size_t end = std::min(token.find(' '), token.size());
    double length = 0;
    std::from_chars(token.data(), token.data() + end, length);
    if (length > 0) out.add(Tree::of(length * factor));
    token.remove_prefix(std::min(end + 1, token.size()));
  }
  if (out.items.empty()) out.add(Tree::of(1)), out.add(Tree::of(0));
  return out;
}

/// Vega's word for a shape of the theme: its cross stands upright, ours lies on its corner.
std::string shape_of(const std::string& token) {
  if (token == "plus") return "cross";
  if (token == "cross") return "x";
  return token == "triangle" ? "triangle-up" : token;
}

class Builder {
 public:
  explicit Builder(const Options& options) : options_(options), size_(label_size(options)), unit_(size_ / 10) {}

  Tree build() {
    palette();
    const Color ink = color("--ink"), soft = color("--soft"), rule = color("--rule");
    for (const char* key : {"labelFontSize", "titleFontSize"}) {
      for (const char* guide : {"axis", "legend", "header"}) set(guide, key, Tree::of(size_));
    }
    for (const char* guide : {"axis", "legend", "header"}) {
      set(guide, "labelColor", Tree::of(hex(ink)));
      set(guide, "titleColor", Tree::of(hex(soft)));
      set(guide, "titleFontWeight", Tree::of("normal"));
    }
    axis(rule);
    legend();
    marks(ink);
    set("view", "stroke", Tree());
    set("view", "step", Tree::of(2.2 * size_));
    set("view", "continuousHeight", Tree::of(18 * size_));
    set("title", "fontSize", Tree::of(1.125 * size_));
    set("title", "color", Tree::of(hex(ink)));
    set("title", "anchor", Tree::of("start"));
    set("title", "frame", Tree::of("bounds"));
    set("title", "subtitleFontSize", Tree::of(size_));
    set("title", "subtitleColor", Tree::of(hex(soft)));
    config_.set("padding", Tree::of(1));
    return std::move(config_);
  }

 private:
  void set(std::string_view group, std::string_view key, Tree value) {
    Tree* object = config_.find(group);
    if (!object) object = &config_.set(group, Tree::object());
    object->set(key, std::move(value));
  }

  Color color(std::string_view token) const {
    return options_.theme->color(token, {options_.edition, options_.language});
  }

  void palette() {
    Tree colors = Tree::array(), dashes = Tree::array(), shapes = Tree::array();
    for (int i = 1; i <= 8; ++i) {
      const std::string token = "--chart-" + std::to_string(i);
      colors.add(Tree::of(hex(color(token))));
      dashes.add(dash_of(options_.theme->value(token + "-dash"), unit_));
      shapes.add(Tree::of(shape_of(options_.theme->value(token + "-shape"))));
    }
    set("range", "category", colors);
    set("range", "ordinal", colors);
    set("range", "strokeDash", dashes);
    set("range", "symbol", shapes);
  }

  void axis(Color rule) {
    set("axis", "grid", Tree::of(false));
    for (const char* key : {"domainColor", "tickColor"}) set("axis", key, Tree::of(hex(rule)));
    for (const char* key : {"domainWidth", "tickWidth"}) set("axis", key, Tree::of(0.75 * std::max(1.0, unit_ * 0.8)));
    set("axis", "tickSize", Tree::of(0.4 * size_));
    set("axis", "labelPadding", Tree::of(0.3 * size_));
    set("axis", "titlePadding", Tree::of(0.4 * size_));
    set("axis", "labelSeparation", Tree::of(0.5 * size_));
    set("axis", "labelLimit", Tree::of(options_.container_width > 0 ? 0.45 * options_.container_width : 20 * size_));
    set("axisY", "titleAngle", Tree::of(0));
    // Categories are named, not measured.
    set("axisDiscrete", "ticks", Tree::of(false));
  }

  void legend() {
    set("legend", "orient", Tree::of("top"));
    set("legend", "symbolSize", Tree::of(0.5 * size_ * size_));
    set("legend", "labelLimit", Tree::of(options_.container_width > 0 ? options_.container_width : 30 * size_));
    set("legend", "offset", Tree::of(size_));
    set("legend", "rowPadding", Tree::of(0.4 * size_));
    set("legend", "columnPadding", Tree::of(1.2 * size_));
    set("legend", "labelOffset", Tree::of(0.4 * size_));
  }

  void marks(Color ink) {
    set("mark", "color", Tree::of(hex(color("--chart-1"))));
    set("text", "color", Tree::of(hex(ink)));
    set("text", "fontSize", Tree::of(size_));
    set("rule", "color", Tree::of(hex(color("--rule"))));
    set("rule", "strokeWidth", Tree::of(unit_));
    set("line", "strokeWidth", Tree::of(1.5 * unit_));
    for (const char* mark : {"point", "circle", "square", "tick"}) {
      if (std::string_view(mark) != "tick") set(mark, "size", Tree::of(0.6 * size_ * size_));
      set(mark, "opacity", Tree::of(1));
    }
    set("point", "filled", Tree::of(true));
    set("errorbar", "rule", [&] {
      Tree t = Tree::object();
      t.set("strokeWidth", Tree::of(1.5 * unit_));
      return t;
    }());
    set("tick", "thickness", Tree::of(1.5 * unit_));
    set("bar", "continuousBandSize", Tree::of(size_));
    set("arc", "stroke", Tree::of(hex(color("--paper"))));
    set("boxplot", "size", Tree::of(1.2 * size_));
    set("scale", "barBandPaddingInner", Tree::of(0.35));
    set("scale", "bandPaddingOuter", Tree::of(0.15));
    set("scale", "bandWithNestedOffsetPaddingInner", Tree::of(0.25));
    set("scale", "bandWithNestedOffsetPaddingOuter", Tree::of(0.12));
    set("scale", "offsetBandPaddingInner", Tree::of(0.08));
  }

  const Options& options_;
  double size_, unit_;
  Tree config_ = Tree::object();
};

}  // namespace

double label_size(const Options& options) {
  if (options.text_size > 0) return options.text_size;
  if (options.theme == nullptr) return 10;
  if (options.edition.empty()) return kWebText;
  return std::max(kLeastPrint, options.theme->size("--size-micro", {options.edition, options.language}).size.points());
}

Tree theme_config(const Options& options) {
  return options.theme ? Builder(options).build() : Tree::object();
}

}  // namespace bifolio::chart
