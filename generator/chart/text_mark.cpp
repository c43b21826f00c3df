#include <numbers>

#include "chart/mark.h"

namespace bifolio::chart {
namespace {

DrawingText::Anchor anchor_named(std::string_view align) {
  return align == "left"    ? DrawingText::Anchor::start
         : align == "right" ? DrawingText::Anchor::end
                            : DrawingText::Anchor::middle;
}

std::string content(const Brush& brush, const Row& row) {
  const ChannelUse* use = brush.view().encoding.find(Channel::text);
  if (use && use->is_measured()) {
    std::string text = brush.print(*use, row);
    if (use->bin && use->end_column >= 0)
      text += " – " + format_number(to_number(row[static_cast<std::size_t>(use->end_column)]),
                                    text_member(use->field_tree, "format"));
    return text == "null" ? std::string() : text;
  }
  const Tree* value = use ? use->tree->find("value") : mark_property(brush.view(), "text", brush.context());
  if (!value) return {};
  if (value->is_array()) {
    std::string lines;
    for (const Tree& item : value->items) lines += (lines.empty() ? "" : " ") + brush.context().localized(item.text);
    return lines;
  }
  return value->is_number() ? value->text : brush.context().localized(value->text);
}

TextLook look(const Brush& brush, const Row& row) {
  TextLook look;
  look.size =
      std::max(0.0, brush.number(Channel::size, row, "fontSize",
                                 brush.property("size", brush.context().number_setting("text", "fontSize", 11))));
  const Tree* weight = mark_property(brush.view(), "fontWeight", brush.context());
  look.is_bold = weight && (weight->text == "bold" || weight->number >= 600);
  look.is_italic = brush.property("fontStyle", "") == "italic";
  look.color = brush.color(Channel::fill, row).value_or(Color{});
  look.anchor = anchor_named(brush.property("align", "center"));
  look.baseline = baseline_named(brush.property("baseline", "middle"), Baseline::middle);
  look.angle = brush.number(Channel::angle, row, "angle", 0);
  look.opacity = std::clamp(brush.number(Channel::opacity, row, "opacity", 1), 0.0, 1.0);
  return look;
}

/// Turned boxes overlap where letters do not.
void remember_labels(const Brush& brush, const DrawingNode& container) {
  const Tree* mark = brush.view().spec->find("mark");
  const Span span = mark ? mark->span : brush.view().spec->span;
  for (const DrawingNode& node : container.children) {
    if (node.text.angle != 0) continue;
    const Box box = bounds(node, brush.context());
    brush.context().plot_labels.push_back({node.text.text, box.left, box.top, box.right, box.bottom, span});
  }
}

void draw(const Brush& brush, DrawingNode& container) {
  const View& view = brush.view();
  const double dx = brush.property("dx", 0.0), dy = brush.property("dy", 0.0);
  for (const std::size_t i : brush.drawable_rows()) {
    const Row& row = brush.rows().rows[i];
    double x = 0, y = 0;
    if (view.use(Channel::theta) || view.encoding.find(Channel::radius)) {
      const auto [from, to] = polar_reach(brush, Channel::theta, row);
      const double radius = polar_reach(brush, Channel::radius, row).second + brush.property("radiusOffset", 0.0);
      const double angle = (from + to) / 2;
      x = view.width / 2 + radius * std::sin(angle);
      y = view.height / 2 - radius * std::cos(angle);
    } else {
      x = brush.place(Channel::x, row,
                      view.use(Channel::x) && view.use(Channel::x)->unit ? std::optional<double>() : std::nullopt);
      y = brush.place(Channel::y, row);
    }
    if (!std::isfinite(x) || !std::isfinite(y)) continue;
    const TextLook style = look(brush, row);
    const double limit = brush.property("limit", 0.0);
    const std::string text = shortened(content(brush, row), limit, style.size, style.is_bold, brush.context());
    container.children.push_back(
        brush.finished(make_text(text, x, y, style, brush.context(), dx, dy), row, "text mark"));
  }
  if (container.children.size() < 200) remember_labels(brush, container);
}

}  // namespace

namespace marks {
const MarkKind text_mark = {"text", draw, "text mark container"};
}  // namespace marks

}  // namespace bifolio::chart
