#include "chart/layout.h"

#include <algorithm>

#include "chart/guide.h"
#include "chart/mark.h"

namespace bifolio::chart {
namespace {

constexpr double kSpacing = 20, kLegendOffset = 18, kHeaderGap = 10;

/// A laid-out view: its plot starts at (0, 0) and is `width` by `height`; `box` is all it covers.
struct Laid {
  DrawingNode node;
  double width = 0, height = 0;
  Box box;
};

enum class Axes : unsigned { none = 0, x = 1, y = 2, both = 3 };
bool has(Axes axes, Axes part) {
  return (static_cast<unsigned>(axes) & static_cast<unsigned>(part)) != 0;
}

class Layout {
 public:
  explicit Layout(Context& context) : context_(context) {}

  Laid run(const View& view, Axes axes = Axes::both) {
    Laid laid = view.kind == View::Kind::concat  ? grid(view)
                : view.kind == View::Kind::facet ? facet(view)
                                                 : plot(view, axes);
    if (!view.parent || view.parent->kind != View::Kind::layer) {
      add_legends(view, laid);
      add_title(view, laid);
    }
    return laid;
  }

 private:
  // ---- one plot: a unit or layers
  Laid plot(const View& view, Axes axes) {
    context_.plot_labels.clear();
    Laid laid;
    laid.width = view.width;
    laid.height = view.height;
    laid.node = make_group();
    add_background(view, laid.node);
    std::vector<DrawingNode> fronts;
    for (const Channel channel : {Channel::x, Channel::y}) {
      for (const AxisPlan& plan : plan_axes(view, channel, context_)) {
        DrawingNode lines = draw_grid(plan, context_);
        if (!lines.children.empty()) laid.node.children.push_back(std::move(lines));
        if (has(axes, channel == Channel::x ? Axes::x : Axes::y)) fronts.push_back(draw_axis(plan, context_));
      }
    }
    for (DrawingNode& front : fronts) {
      if (!front.children.empty()) laid.node.children.push_back(std::move(front));
    }
    add_marks(view, laid.node);
    context_.check_overlap(context_.plot_labels);
    laid.box = bounds(laid.node, context_);
    laid.box.add(0, 0);
    laid.box.add(view.width, view.height);
    return laid;
  }

  void add_marks(const View& view, DrawingNode& node) {
    if (view.kind == View::Kind::unit) node.children.push_back(draw_marks(view, context_));
    for (const auto& child : view.children) add_marks(*child, node);
  }

  /// The plot's frame: `view.fill` and `view.stroke`.
  void add_background(const View& view, DrawingNode& node) {
    const auto setting = [&](std::string_view key) {
      const Tree* own = member(view.spec, "view");
      const Tree* found = own ? own->find(key) : nullptr;
      return found ? found : context_.setting("view", key);
    };
    DrawingPaint paint;
    const Tree *fill = setting("fill"), *stroke = setting("stroke"), *width = setting("strokeWidth"),
               *opacity = setting("fillOpacity");
    if (fill && fill->is_string()) paint.fill = parse_color(fill->text);
    const bool has_axis = has_position(view);
    if (stroke)
      paint.stroke = stroke->is_string() ? parse_color(stroke->text) : std::nullopt;
    else if (has_axis)
      paint.stroke = Color{0xdd, 0xdd, 0xdd};
    if (width && width->is_number()) paint.width = width->number;
    if (paint.width <= 0) paint.stroke.reset();
    if (opacity && opacity->is_number()) paint.fill_opacity = opacity->number;
    if (!paint.fill && !paint.stroke) return;
    const double crisp = paint.stroke ? 0.5 : 0;
    DrawingNode frame = make_path(rectangle(crisp, crisp, view.width, view.height), paint);
    frame.is_hidden = true;
    node.children.push_back(std::move(frame));
  }

  static bool has_position(const View& view) {
    if (view.scales.contains(Channel::x) || view.scales.contains(Channel::y)) return true;
    return std::any_of(view.children.begin(), view.children.end(),
                       [](const auto& child) { return has_position(*child); });
  }

  // ---- grids
  double spacing(const View& view, bool is_row) const {
    const Tree* own = member(view.spec, "spacing");
    if (own && own->is_number()) return own->number;
    if (own && own->is_object()) return number_member(own, is_row ? "row" : "column", kSpacing);
    return context_.number_setting(view.kind == View::Kind::facet ? "facet" : "concat", "spacing", kSpacing);
  }

  /// Puts the cells into rows and columns that keep clear of each other; `pad` is room that a facet's cells have for
  /// headers.
  struct Places {
    std::vector<double> lefts, tops;  ///< of columns and rows
    double width = 0, height = 0;
  };
  Places place_cells(const View& view, std::vector<Laid>& cells, bool is_even, bool is_flush = false) const {
    const std::size_t columns = std::max<std::size_t>(1, view.columns), rows = (cells.size() + columns - 1) / columns;
    struct Reach {
      double before = 0, after = 0;
    };
    std::vector<Reach> across(columns), down(rows);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const Box box = is_flush ? Box{0, 0, cells[i].width, cells[i].height} : cells[i].box;
      Reach &column = across[i % columns], &row = down[i / columns];
      column.before = std::max(column.before, -box.left);
      column.after = std::max(column.after, box.right);
      row.before = std::max(row.before, -box.top);
      row.after = std::max(row.after, box.bottom);
    }
    const auto even = [&](std::vector<Reach>& list) {
      Reach most;
      for (const Reach& each : list)
        most.before = std::max(most.before, each.before), most.after = std::max(most.after, each.after);
      for (Reach& each : list) each = most;
    };
    if (is_even) even(across), even(down);
    Places places;
    const auto add = [](const std::vector<Reach>& list, double gap, std::vector<double>& out) {
      double at = 0;
      for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) at += std::ceil(list[i - 1].after + gap + list[i].before);
        out.push_back(at);
      }
    };
    add(across, spacing(view, false), places.lefts);
    add(down, spacing(view, true), places.tops);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      cells[i].node.offset = {places.lefts[i % columns], places.tops[i / columns]};
      places.width = std::max(places.width, places.lefts[i % columns] + cells[i].width);
      places.height = std::max(places.height, places.tops[i / columns] + cells[i].height);
    }
    return places;
  }

  Laid gather(std::vector<Laid>& cells, const Places& places) const {
    Laid laid;
    laid.node = make_group();
    laid.width = places.width;
    laid.height = places.height;
    for (Laid& cell : cells) {
      laid.box.add(cell.box.shifted(cell.node.offset.x, cell.node.offset.y));
      laid.node.children.push_back(std::move(cell.node));
    }
    return laid;
  }

  Laid grid(const View& view) {
    std::vector<Laid> cells;
    for (const auto& child : view.children) cells.push_back(run(*child));
    const Places places = place_cells(view, cells, false, text_member(view.spec, "bounds") == "flush");
    return gather(cells, places);
  }

  // Axes of shared scales stand once, at the edges of the grid.
  Laid facet(const View& view) {
    const bool x_shared = shares_axis(view, Channel::x), y_shared = shares_axis(view, Channel::y);
    const Axes inner = static_cast<Axes>((x_shared ? 0U : 1U) | (y_shared ? 0U : 2U));
    std::vector<Laid> cells;
    for (const auto& child : view.children) cells.push_back(run(*child, inner));
    for (std::size_t i = 0; i < view.cell_keys.size() && i < cells.size(); ++i) add_cell_header(view, i, cells[i]);
    const Places places = place_cells(view, cells, true);
    const std::size_t columns = std::max<std::size_t>(1, view.columns);
    std::vector<DrawingNode> edges;
    for (std::size_t i = 0; i < view.children.size(); ++i) {
      const bool is_last_row = i + columns >= view.children.size() || i / columns + 1 == places.tops.size();
      if (x_shared && is_last_row) add_edge(*view.children[i], Channel::x, cells[i], edges);
      if (y_shared && i % columns == 0) add_edge(*view.children[i], Channel::y, cells[i], edges);
    }
    Laid laid = gather(cells, places);
    for (DrawingNode& edge : edges) {
      laid.box.add(bounds(edge, context_));
      laid.node.children.push_back(std::move(edge));
    }
    add_headers(view, places, laid);
    return laid;
  }

  static bool shares_axis(const View& view, Channel channel) {
    return is_shared(view, channel, "scale") && is_shared(view, channel, "axis");
  }

  void add_edge(const View& child, Channel channel, const Laid& cell, std::vector<DrawingNode>& edges) {
    if (child.kind != View::Kind::unit && child.kind != View::Kind::layer) return;
    for (const AxisPlan& plan : plan_axes(child, channel, context_)) {
      DrawingNode axis = draw_axis(plan, context_);
      axis.offset = cell.node.offset;
      edges.push_back(std::move(axis));
    }
  }

  // ---- headers
  TextLook header_look(const ChannelUse& use, std::string_view part, double size, bool is_bold) const {
    const Tree* header = member(use.tree, "header");
    return guide_look(
        [&](std::string_view key) {
          const Tree* own = header ? header->find(key) : nullptr;
          return own ? own : context_.setting("header", key);
        },
        part, size, is_bold);
  }

  bool has_labels(const ChannelUse& use) const {
    return !is_null_member(use.tree, "header") && boolean_member(member(use.tree, "header"), "labels", true);
  }

  std::string header_title(const ChannelUse& use) const {
    return is_null_member(use.tree, "header") ? std::string() : title_of(use, context_);
  }

  void add_cell_header(const View& view, std::size_t i, Laid& cell) {
    const ChannelUse& use = view.facet_uses.front();
    if (!has_labels(use)) return;
    TextLook look = header_look(use, "label", 10, false);
    look.anchor = DrawingText::Anchor::middle;
    look.baseline = Baseline::bottom;
    DrawingNode label = make_text(view.cell_keys[i].label, cell.width / 2, cell.box.top - kHeaderGap, look, context_);
    cell.box.add(bounds(label, context_));
    cell.node.children.push_back(std::move(label));
  }

  void add_headers(const View& view, const Places& places, Laid& laid) {
    for (const ChannelUse& use : view.facet_uses) {
      if (use.channel == Channel::row)
        add_row_headers(view, use, places, laid);
      else if (use.channel == Channel::column)
        add_column_headers(view, use, places, laid);
    }
    for (const ChannelUse& use : view.facet_uses) {
      const std::string title = header_title(use);
      if (title.empty()) continue;
      TextLook look = header_look(use, "title", 11, true);
      look.anchor = DrawingText::Anchor::middle;
      look.baseline = Baseline::bottom;
      if (use.channel == Channel::row) {
        look.angle = -90;
        laid.node.children.push_back(make_text(title, laid.box.left - kHeaderGap, laid.height / 2, look, context_));
      } else if (text_member(member(use.tree, "header"), "titleOrient",
                             text_member(member(use.tree, "header"), "orient")) == "bottom") {
        look.baseline = Baseline::top;
        laid.node.children.push_back(make_text(title, laid.width / 2, laid.box.bottom + kHeaderGap, look, context_));
      } else {
        laid.node.children.push_back(make_text(title, laid.width / 2, laid.box.top - kHeaderGap, look, context_));
      }
      laid.box.add(bounds(laid.node.children.back(), context_));
    }
  }

  void add_row_headers(const View& view, const ChannelUse& use, const Places& places, Laid& laid) {
    if (!has_labels(use)) return;
    const Tree* header = member(use.tree, "header");
    TextLook look = header_look(use, "label", 10, false);
    look.angle = number_member(header, "labelAngle", -90);
    const std::string align = text_member(header, "labelAlign");
    const bool is_turned = look.angle != 0;
    look.anchor = is_turned         ? DrawingText::Anchor::middle
                  : align == "left" ? DrawingText::Anchor::start
                                    : DrawingText::Anchor::end;
    look.baseline = is_turned ? Baseline::bottom : Baseline::middle;
    double widest = 0;
    for (const FacetKey& key : view.row_keys)
      widest = std::max(widest, text_width(key.label, look.size, look.is_bold, context_));
    const double x = laid.box.left - number_member(header, "labelPadding", kHeaderGap) -
                     (align == "left" && !is_turned ? widest : 0);
    Box more;
    for (std::size_t i = 0; i < view.row_keys.size() && i < places.tops.size(); ++i) {
      const double height = view.children.empty() ? 0 : view.children.front()->height;
      DrawingNode label =
          make_text(view.row_keys[i].label, x, places.tops[i] + cell_height(view, height) / 2, look, context_);
      more.add(bounds(label, context_));
      laid.node.children.push_back(std::move(label));
    }
    laid.box.add(more);
  }

  static double cell_height(const View& view, double otherwise) {
    return view.children.empty() ? otherwise : std::max(otherwise, 0.0);
  }

  void add_column_headers(const View& view, const ChannelUse& use, const Places& places, Laid& laid) {
    if (!has_labels(use)) return;
    const Tree* header = member(use.tree, "header");
    TextLook look = header_look(use, "label", 10, false);
    const bool at_bottom = text_member(header, "labelOrient", text_member(header, "orient")) == "bottom";
    look.angle = number_member(header, "labelAngle", 0);
    look.anchor = DrawingText::Anchor::middle;
    look.baseline = at_bottom ? Baseline::top : Baseline::bottom;
    const double y = at_bottom ? laid.box.bottom + kHeaderGap : laid.box.top - kHeaderGap;
    Box more;
    for (std::size_t i = 0; i < view.column_keys.size() && i < places.lefts.size(); ++i) {
      const double width = view.children.empty() ? 0 : view.children.front()->width;
      DrawingNode label = make_text(view.column_keys[i].label, places.lefts[i] + width / 2, y, look, context_);
      more.add(bounds(label, context_));
      laid.node.children.push_back(std::move(label));
    }
    laid.box.add(more);
  }

  // ---- legends and titles
  void add_legends(const View& view, Laid& laid) {
    std::vector<Legends> all;
    collect_legends(view, laid, all);
    for (Legends& legends : all) {
      const Box own = bounds(legends.node, context_);
      const double offset = context_.number_setting("legend", "offset", kLegendOffset);
      DrawingPoint& at = legends.node.offset;
      const std::string& o = legends.orient;
      if (o == "left")
        at = {laid.box.left - offset - own.right, 0};
      else if (o == "top")
        at = {context_.options.theme ? laid.box.left - own.left : 0, laid.box.top - offset / 2 - own.bottom};
      else if (o == "bottom")
        at = {0, laid.box.bottom + offset / 2 - own.top};
      else if (o == "top-left")
        at = {8, 8};
      else if (o == "top-right")
        at = {laid.width - own.right - 8, 8};
      else if (o == "bottom-left")
        at = {8, laid.height - own.bottom - 8};
      else if (o == "bottom-right")
        at = {laid.width - own.right - 8, laid.height - own.bottom - 8};
      else
        at = {laid.box.right + offset, 0};
      laid.box.add(own.shifted(at.x, at.y));
      laid.node.children.push_back(std::move(legends.node));
    }
  }

  /// Layers own their scales alone, but the legend stands beside the whole plot.
  void collect_legends(const View& view, const Laid& laid, std::vector<Legends>& out) {
    for (Legends& legends :
         draw_legends(view, context_.options.theme ? laid.box.width() : laid.width, laid.height, context_)) {
      const auto same =
          std::find_if(out.begin(), out.end(), [&](const Legends& l) { return l.orient == legends.orient; });
      if (same == out.end()) {
        out.push_back(std::move(legends));
        continue;
      }
      const Box before = bounds(same->node, context_);
      legends.node.offset = {0, before.bottom + kLegendOffset};
      same->node.children.push_back(std::move(legends.node));
    }
    if (view.kind != View::Kind::layer) return;
    for (const auto& child : view.children) collect_legends(*child, laid, out);
  }

  void add_title(const View& view, Laid& laid) {
    const Tree* title = member(view.spec, "title");
    if (!title) return;
    const Tree* text = title->is_object() ? member(title, "text") : title;
    if (!text) return;
    const auto setting = [&](std::string_view key) {
      const Tree* own = title->is_object() ? title->find(key) : nullptr;
      return own ? own : context_.setting("title", key);
    };
    const auto word = [&](std::string_view key) {
      const Tree* found = setting(key);
      return found && found->is_string() ? found->text : std::string();
    };
    const bool is_grid = view.kind == View::Kind::concat || view.kind == View::Kind::facet;
    std::string anchor = word("anchor");
    if (anchor.empty()) anchor = is_grid ? "start" : "middle";
    const bool by_bounds = word("frame") == "bounds" || is_grid;
    const double left = by_bounds ? laid.box.left : 0, right = by_bounds ? laid.box.right : laid.width;
    TextLook look = title_look(setting, "fontSize", "fontWeight", "color", 13, true);
    look.anchor = anchor == "start" ? DrawingText::Anchor::start
                  : anchor == "end" ? DrawingText::Anchor::end
                                    : DrawingText::Anchor::middle;
    look.baseline = Baseline::bottom;
    const double x = anchor == "start" ? left : anchor == "end" ? right : (left + right) / 2;
    const Tree* offset = setting("offset");
    double y = laid.box.top - (offset && offset->is_number() ? offset->number : 4) - 2;
    if (const Tree* subtitle = setting("subtitle")) {
      TextLook small = title_look(setting, "subtitleFontSize", "subtitleFontWeight", "subtitleColor", 11, false);
      small.anchor = look.anchor;
      small.baseline = Baseline::bottom;
      y = add_title_lines(lines_of(*subtitle, small), x, y, small, laid) - 3;
    }
    add_title_lines(lines_of(*text, look), x, y, look, laid);
  }

  static TextLook title_look(const std::function<const Tree*(std::string_view)>& setting, const char* size,
                             const char* weight, const char* color, double usual, bool is_bold) {
    return guide_look(
        [&](std::string_view key) {
          return setting(key == "FontSize"     ? size
                         : key == "FontWeight" ? weight
                         : key == "Color"      ? color
                                               : "fontStyle");
        },
        "", usual, is_bold);
  }

  /// As written, each wrapped where a container is narrower.
  std::vector<std::string> lines_of(const Tree& text, const TextLook& look) const {
    std::vector<std::string> lines;
    const auto add = [&](const std::string& line) {
      for (std::string& part : wrapped(line, context_.options.container_width, look.size, look.is_bold, context_))
        lines.push_back(std::move(part));
    };
    if (text.is_string()) add(context_.localized(text.text));
    for (const Tree& item : text.items) add(context_.localized(item.text));
    return lines;
  }

  /// From the last line upwards; returns the top.
  double add_title_lines(const std::vector<std::string>& lines, double x, double y, const TextLook& look, Laid& laid) {
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      DrawingNode node = make_text(*line, x, y, look, context_);
      node.role = "graphics-symbol";
      node.role_description = "title";
      laid.box.add(bounds(node, context_));
      laid.node.children.push_back(std::move(node));
      y -= look.size + 3;
    }
    return y;
  }

  Context& context_;
};

}  // namespace

DrawingNode lay_out(const View& root, Context& context) {
  return Layout(context).run(root).node;
}

}  // namespace bifolio::chart
