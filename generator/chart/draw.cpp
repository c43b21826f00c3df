#include <algorithm>

#include "chart/chart.h"
#include "chart/checks.h"
#include "chart/context.h"
#include "chart/layout.h"
#include "chart/normalize.h"
#include "chart/theme_config.h"

namespace bifolio::chart {
namespace {

constexpr double kPadding = 5;

const Tree* strings_for(const Tree& specification, const std::string& language) {
  return member(member(member(member(&specification, "usermeta"), "bifolio"), "strings"), language);
}

/// How many plots that follow the container's width stand beside each other.
std::size_t plots_across(const View& view) {
  if (view.kind == View::Kind::unit || view.kind == View::Kind::layer) {
    const bool is_own = text_member(view.spec, "width") == "container";
    return is_own || std::any_of(view.children.begin(), view.children.end(),
                                 [](const auto& child) { return plots_across(*child) > 0; });
  }
  std::size_t widest = 0;
  for (std::size_t i = 0; i < view.children.size(); i += view.columns) {
    std::size_t row = 0;
    for (std::size_t j = i; j < std::min(i + view.columns, view.children.size()); ++j)
      row += plots_across(*view.children[j]);
    widest = std::max(widest, row);
  }
  return widest;
}

double padding_of(const Tree& specification, const Context& context) {
  const Tree* own = member(&specification, "padding");
  return own && own->is_number() ? own->number : context.number_setting("", "padding", kPadding);
}

/// One pass of layout. In a container the plot gets what guides leave of its width, found by a first pass.
DrawingNode compose(View& root, ScaleGroups& scales, std::size_t across, Context& context, double padding) {
  const double room = context.options.container_width - 2 * padding;
  double width = across > 0 ? room / static_cast<double>(across) : 0;
  set_sizes(root, width, context);
  set_ranges(scales, context);
  if (across == 0) return lay_out(root, context);
  context.is_trial = true;
  for (int pass = 0; pass < 2; ++pass) {
    const double used = bounds(lay_out(root, context), context).width();
    width = std::max(20.0, width - (used - room) / static_cast<double>(across));
    set_sizes(root, width, context);
    set_ranges(scales, context);
  }
  context.is_trial = false;
  return lay_out(root, context);
}

void frame(Drawing& drawing, DrawingNode picture, const Tree& specification, double padding, bool fits,
           const Context& context) {
  Box box = bounds(picture, context);
  if (box.is_empty()) box = {0, 0, 1, 1};
  picture.offset = {std::ceil(padding - std::min(0.0, box.left)), std::ceil(padding - std::min(0.0, box.top))};
  drawing.width = std::ceil(box.right + picture.offset.x + padding);
  drawing.height = std::ceil(box.bottom + picture.offset.y + padding);
  if (fits) drawing.width = context.options.container_width;
  const Tree* background = member(&specification, "background");
  if (!background) background = context.setting("", "background");
  const auto color = background ? (background->is_string() ? parse_color(background->text) : std::nullopt)
                                : std::optional(Color{255, 255, 255});
  drawing.root = make_group();
  if (color && !context.options.theme) {
    DrawingPaint paint;
    paint.fill = color;
    drawing.root.children.push_back(make_path(rectangle(0, 0, drawing.width, drawing.height), paint));
  }
  drawing.root.children.push_back(std::move(picture));
}

std::string title_text(const Tree& specification, Context& context) {
  const Tree* title = member(&specification, "title");
  if (title && title->is_object()) title = member(title, "text");
  return title && title->is_string() ? context.localized(title->text) : std::string();
}

}  // namespace

Drawing draw(const Chart& chart, const Options& options, const text::Fonts& fonts, Findings& findings) {
  Context context{chart, options, &fonts, findings, locale(options.language)};
  context.theme = theme_config(options);
  context.config = member(&chart.specification, "config");
  context.strings = strings_for(chart.specification, options.language);
  const Tree specification = normalize(chart.specification, context);
  check_properties(chart.specification, context);
  gather_titles(chart.specification, context);
  const auto root = build(specification, nullptr, nullptr, context);
  const double padding = padding_of(chart.specification, context);
  Drawing drawing;
  drawing.title = title_text(chart.specification, context);
  drawing.description = context.localized(text_member(&chart.specification, "description"));
  ScaleGroups scales = resolve_scales(*root, context);
  const std::size_t across = options.container_width > 0 ? plots_across(*root) : 0;
  frame(drawing, compose(*root, scales, across, context, padding), specification, padding, across > 0, context);
  check(*root, context);
  check_translation(context);
  return drawing;
}

}  // namespace bifolio::chart
