#include "html/svg.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/markup_text.h"

namespace bifolio::html {
namespace {

// Two decimals are a fortieth of a pixel of a phone's screen, and keep the file small.
std::string number(double value) {
  if (!std::isfinite(value)) return "0";
  char buffer[64];
  const auto end =
      std::to_chars(buffer, buffer + sizeof buffer, std::round(value * 100) / 100, std::chars_format::fixed).ptr;
  std::string text(buffer, end);
  if (text == "-0") return "0";
  if (text.starts_with("0.")) return text.substr(1);
  if (text.starts_with("-0.")) return "-" + text.substr(2);
  return text;
}

std::string hex(Color color) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    out += kDigits[part >> 4];
    out += kDigits[part & 15];
  }
  if (out[1] == out[2] && out[3] == out[4] && out[5] == out[6]) return {'#', out[1], out[3], out[5]};
  return out;
}

/// Path data with relative steps; straight ones along an axis take one number.
class PathWriter {
 public:
  void add(const std::vector<DrawingStep>& steps) {
    for (const DrawingStep& step : steps) add(step);
  }
  std::string take() { return std::move(out_); }

 private:
  // What was written so far, rounded as it was written, so that errors do not add up.
  static double rounded(double value) { return std::isfinite(value) ? std::round(value * 100) / 100 : 0; }

  void add(const DrawingStep& step) {
    switch (step.kind) {
      case DrawingStep::Kind::move:
        out_ += "M" + number(step.a.x);
        append(step.a.y);
        x_ = start_x_ = rounded(step.a.x);
        y_ = start_y_ = rounded(step.a.y);
        return;
      case DrawingStep::Kind::line: return add_line(rounded(step.a.x), rounded(step.a.y));
      case DrawingStep::Kind::curve:
        out_ += "c" + number(rounded(step.a.x) - x_);
        append(rounded(step.a.y) - y_);
        append(rounded(step.b.x) - x_);
        append(rounded(step.b.y) - y_);
        append(rounded(step.c.x) - x_);
        append(rounded(step.c.y) - y_);
        x_ = rounded(step.c.x);
        y_ = rounded(step.c.y);
        return;
      case DrawingStep::Kind::close:
        out_ += "z";
        x_ = start_x_;
        y_ = start_y_;
        return;
    }
  }

  void add_line(double x, double y) {
    if (y == y_) {
      out_ += "h" + number(x - x_);
    } else if (x == x_) {
      out_ += "v" + number(y - y_);
    } else {
      out_ += "l" + number(x - x_);
      append(y - y_);
    }
    x_ = x;
    y_ = y;
  }

  void append(double value) {
    const std::string text = number(value);
    if (text[0] != '-') out_ += ',';
    out_ += text;
  }

  std::string out_;
  double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

class SvgWriter {
 public:
  SvgWriter(const Drawing& drawing, const SvgOptions& options) : drawing_(drawing), options_(options) {}

  std::string write() {
    open();
    for (const DrawingNode& child : drawing_.root.children) add(child, {});
    out_ += "</svg>";
    if (!options_.is_inline) out_ += '\n';
    return std::move(out_);
  }

 private:
  void open() {
    out_ += "<svg";
    if (!options_.is_inline) attribute("xmlns", "http://www.w3.org/2000/svg");
    attribute("width", number(drawing_.width));
    attribute("height", number(drawing_.height));
    attribute("viewBox", "0 0 " + number(drawing_.width) + " " + number(drawing_.height));
    // In a page graphics-document is what svg is anyway, and saying so again is a
    // fault to checkers; a group is named by every screen reader, its marks kept.
    attribute("role", options_.is_inline ? "group" : "graphics-document");
    attribute("aria-roledescription", "visualization");
    const bool has_ids = !options_.id.empty();
    if (has_ids && !drawing_.title.empty()) attribute("aria-labelledby", options_.id + "-title");
    if (has_ids && !drawing_.description.empty()) attribute("aria-describedby", options_.id + "-desc");
    if (!has_ids && !drawing_.description.empty()) attribute("aria-label", drawing_.description);
    if (!options_.language.empty()) attribute("lang", options_.language);
    attribute("font-family", options_.font_family);
    attribute("font-size", "10");
    attribute("fill", "none");
    out_ += '>';
    element("title", drawing_.title, has_ids ? options_.id + "-title" : "");
    element("desc", drawing_.description, has_ids ? options_.id + "-desc" : "");
  }

  void element(const char* name, const std::string& text, const std::string& id) {
    if (text.empty()) return;
    out_ += std::string("<") + name;
    if (!id.empty()) attribute("id", id);
    out_ += ">" + escape_xml(text) + "</" + name + ">";
  }

  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    out_ += escape_xml(value);
    out_ += '"';
  }

  void add(const DrawingNode& node, const DrawingPaint& inherited) {
    switch (node.kind) {
      case DrawingNode::Kind::group: return add_group(node, inherited);
      case DrawingNode::Kind::path: return add_paths({node}, 0, 1, inherited);
      case DrawingNode::Kind::circle: return add_circle(node, inherited);
      case DrawingNode::Kind::text: return add_text(node);
    }
  }

  void add_accessibility(const DrawingNode& node) {
    if (node.is_hidden) attribute("aria-hidden", "true");
    if (!node.role.empty()) attribute("role", node.role);
    if (!node.role_description.empty()) attribute("aria-roledescription", node.role_description);
    if (!node.label.empty()) attribute("aria-label", node.label);
  }

  // Paint that all shapes of a group share is written once, at the group. Text would inherit it too.
  static DrawingPaint shared_paint(const DrawingNode& group, const DrawingPaint& inherited) {
    const DrawingNode* first = nullptr;
    for (const DrawingNode& child : group.children) {
      if (child.kind != DrawingNode::Kind::path && child.kind != DrawingNode::Kind::circle) return inherited;
      if (!first)
        first = &child;
      else if (!(child.paint == first->paint))
        return inherited;
    }
    return first ? first->paint : inherited;
  }

  void add_group(const DrawingNode& group, const DrawingPaint& inherited) {
    if (group.children.empty()) return;
    const DrawingPaint paint = shared_paint(group, inherited);
    out_ += "<g";
    if (group.offset.x != 0 || group.offset.y != 0)
      attribute("transform", "translate(" + number(group.offset.x) + "," + number(group.offset.y) + ")");
    if (group.clip) {
      // An inner svg clips without an id, which would clash between charts of one page.
      out_ += "><svg";
      const auto& [x, y, width, height] = *group.clip;
      attribute("x", number(x));
      attribute("y", number(y));
      attribute("width", number(width));
      attribute("height", number(height));
      attribute("viewBox", number(x) + " " + number(y) + " " + number(width) + " " + number(height));
    }
    add_accessibility(group);
    add_paint(paint, inherited);
    out_ += '>';
    for (std::size_t i = 0; i < group.children.size();) {
      const std::size_t end = end_of_alike(group.children, i);
      if (group.children[i].kind == DrawingNode::Kind::path)
        add_paths(group.children, i, end, paint);
      else
        add(group.children[i], paint);
      i = end;
    }
    out_ += group.clip ? "</svg></g>" : "</g>";
  }

  /// Lines that say nothing by themselves and look alike, such as ticks, are one path.
  static std::size_t end_of_alike(const std::vector<DrawingNode>& nodes, std::size_t begin) {
    const auto is_plain = [](const DrawingNode& node) {
      return node.kind == DrawingNode::Kind::path && node.role.empty() && node.label.empty() && !node.paint.fill &&
             node.paint.opacity == 1 && node.paint.stroke_opacity == 1;
    };
    std::size_t end = begin + 1;
    if (!is_plain(nodes[begin])) return end;
    while (end < nodes.size() && is_plain(nodes[end]) && nodes[end].paint == nodes[begin].paint &&
           nodes[end].is_hidden == nodes[begin].is_hidden)
      ++end;
    return end;
  }

  std::string color(Color color) const {
    for (const SvgVariable& variable : options_.variables) {
      if (variable.color == color) return "var(" + variable.name + "," + hex(color) + ")";
    }
    return hex(color);
  }

  /// What differs from the group around.
  void add_paint(const DrawingPaint& paint, const DrawingPaint& inherited) {
    if (paint.fill != inherited.fill) attribute("fill", paint.fill ? color(*paint.fill) : "none");
    if (paint.stroke != inherited.stroke) attribute("stroke", paint.stroke ? color(*paint.stroke) : "none");
    if (paint.stroke && paint.width != inherited.width) attribute("stroke-width", number(paint.width));
    const double fill = paint.fill_opacity * paint.opacity, stroke = paint.stroke_opacity * paint.opacity;
    if (paint.fill && fill != inherited.fill_opacity * inherited.opacity) attribute("fill-opacity", number(fill));
    if (paint.stroke && stroke != inherited.stroke_opacity * inherited.opacity)
      attribute("stroke-opacity", number(stroke));
    if (paint.dashes != inherited.dashes) {
      std::string list;
      for (const double dash : paint.dashes) list += (list.empty() ? "" : " ") + number(dash);
      attribute("stroke-dasharray", list.empty() ? "none" : list);
    }
    if (paint.cap != inherited.cap)
      attribute("stroke-linecap", paint.cap == DrawingPaint::Cap::round    ? "round"
                                  : paint.cap == DrawingPaint::Cap::square ? "square"
                                                                           : "butt");
  }

  void add_paths(const std::vector<DrawingNode>& nodes, std::size_t begin, std::size_t end,
                 const DrawingPaint& inherited) {
    const DrawingNode& node = nodes[begin];
    out_ += "<path";
    add_accessibility(node);
    add_paint(node.paint, known_paint(inherited));
    PathWriter writer;
    for (std::size_t i = begin; i < end; ++i) writer.add(nodes[i].steps);
    attribute("d", writer.take());
    out_ += "/>";
  }

  void add_circle(const DrawingNode& node, const DrawingPaint& inherited) {
    out_ += "<circle";
    add_accessibility(node);
    add_paint(node.paint, known_paint(inherited));
    attribute("cx", number(node.offset.x));
    attribute("cy", number(node.offset.y));
    attribute("r", number(node.radius));
    out_ += "/>";
  }

  /// What a group has written: the width of a stroke only where there is one.
  static DrawingPaint known_paint(DrawingPaint inherited) {
    if (!inherited.stroke) inherited.width = 1;
    if (!inherited.stroke) inherited.stroke_opacity = inherited.fill ? inherited.stroke_opacity : 1;
    if (!inherited.fill && !inherited.stroke) inherited.opacity = 1;
    return inherited;
  }

  void add_text(const DrawingNode& node) {
    const DrawingText& text = node.text;
    out_ += "<text";
    add_accessibility(node);
    if (text.angle != 0) {
      attribute("transform",
                "translate(" + number(text.at.x) + "," + number(text.at.y) + ")rotate(" + number(text.angle) + ")");
    } else {
      attribute("x", number(text.at.x));
      attribute("y", number(text.at.y));
    }
    if (text.anchor != DrawingText::Anchor::start)
      attribute("text-anchor", text.anchor == DrawingText::Anchor::middle ? "middle" : "end");
    if (text.size != 10) attribute("font-size", number(text.size));
    if (text.is_bold) attribute("font-weight", "bold");
    if (text.is_italic) attribute("font-style", "italic");
    attribute("fill", color(text.color));
    if (node.paint.opacity < 1) attribute("fill-opacity", number(node.paint.opacity));
    if (!text.language.empty() && text.language != options_.language && !options_.language.empty())
      attribute("lang", text.language);
    out_ += ">" + escape_xml(text.text) + "</text>";
  }

  const Drawing& drawing_;
  const SvgOptions& options_;
  std::string out_;
};

}  // namespace

std::string write_svg(const Drawing& drawing, const SvgOptions& options) {
  return SvgWriter(drawing, options).write();
}

}  // namespace bifolio::html
