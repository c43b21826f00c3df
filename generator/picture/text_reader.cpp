#include "picture/text_reader.h"

#include <optional>

#include "picture/scan.h"

namespace bifolio::picture {
namespace {

constexpr Words kLetters = {"letters that are placed one by one", "逐字定位的文字"},
                kRaised = {"letters raised or lowered within a line", "行内升高或降低的文字"},
                kAlong = {"text along a line", "沿曲线排列的文字"},
                kOther = {"text from another place", "引自别处的文字"};
constexpr Words kOneStyle = {"a line of text has one style", "一行文字只用一种样式"},
                kSpacing = {"letters stand at their usual distance", "文字用通常的间距"};
constexpr Words kBytes = {"bytes of text", "文字字节数"};

bool looks_alike(const Style& a, const Style& b) {
  return a.font_size == b.font_size && a.is_bold == b.is_bold && a.is_italic == b.is_italic &&
         a.fill.kind == b.fill.kind && a.fill.color == b.fill.color;
}

class TextReader {
 public:
  explicit TextReader(StyleContext& context) : context_(context) {}

  std::vector<TextLine> read(const Place& place, const Style& style) {
    begin({}, style);
    walk(place, style);
    finish();
    return std::move(lines_);
  }

 private:
  void walk(const Place& place, const Style& style) {
    move(*place.node, style);
    for (const syntax::XmlNode& child : place.node->children) {
      if (child.is_text()) {
        add(child.text, style, place.node->span);
      } else {
        visit({&child, &place}, style);
      }
    }
  }

  void visit(const Place& place, const Style& around) {
    const std::string& name = place.node->name;
    if (name == "textPath" || name == "tref")
      return context_.reporter.unsupported("<" + name + ">", name == "tref" ? kOther : kAlong, place.node->span);
    if (name != "tspan" && name != "a") return;
    const Style style = style_of(place, around, context_);
    if (style.is_displayed) walk(place, style);
  }

  /// A place of its own begins another line.
  void move(const syntax::XmlNode& node, const Style& style) {
    const auto x = coordinate(node, "x", style), y = coordinate(node, "y", style);
    const auto dx = coordinate(node, "dx", style), dy = coordinate(node, "dy", style);
    const syntax::XmlAttribute* shift = node.find("baseline-shift");
    const bool is_shifted = (dy && *dy != 0) || (shift && shift->value != "baseline" && shift->value != "0");
    if (!x && !now_.text.empty()) {
      if (is_shifted || y) context_.reporter.unsupported("<" + node.name + ">", kRaised, node.span);
      if (dx && *dx != 0) context_.reporter.simplified("dx", kSpacing, node.span);
      return;
    }
    if (x || y) begin({x.value_or(now_.at.x), y.value_or(now_.at.y)}, style);
    now_.at.x += dx.value_or(0);
    now_.at.y += dy.value_or(0);
    if (const auto* turn = node.find("rotate"); turn && trimmed(turn->value) != "0")
      context_.reporter.unsupported("rotate", kLetters, turn->span);
    if (const auto* length = node.find("textLength"))
      context_.reporter.simplified("textLength", kSpacing, length->span);
  }

  std::optional<double> coordinate(const syntax::XmlNode& node, const char* name, const Style& style) {
    const syntax::XmlAttribute* attribute = node.find(name);
    if (!attribute) return std::nullopt;
    const auto list = read_numbers(attribute->value);
    if (list && list->size() > 1) {
      context_.reporter.unsupported(name, kLetters, attribute->span);
      return std::nullopt;
    }
    const auto length = read_length(attribute->value, {context_.diagonal, style.font_size});
    if (!length) context_.reporter.value(name, attribute->value, attribute->span);
    return length;
  }

  void add(std::string_view text, const Style& style, Span span) {
    if (!style.is_visible) return;
    if (!context_.reporter.spend(context_.budget.letters, text.size(), Budget{}.letters, kBytes, span)) return;
    for (const char c : text) {
      const bool is_space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      const bool is_repeated = now_.text.empty() || now_.text.back() == ' ';
      if (is_space && is_repeated && !style.keeps_space) continue;
      if (now_.text.empty()) now_.style = style;
      if (!is_space && !looks_alike(now_.style, style)) context_.reporter.simplified("<tspan>", kOneStyle, span);
      now_.text += is_space ? ' ' : c;
    }
  }

  void begin(DrawingPoint at, const Style& style) {
    finish();
    now_ = {at, "", style};
  }

  void finish() {
    while (!now_.text.empty() && now_.text.back() == ' ' && !now_.style.keeps_space) now_.text.pop_back();
    if (!now_.text.empty()) lines_.push_back(std::move(now_));
  }

  StyleContext& context_;
  std::vector<TextLine> lines_;
  TextLine now_;
};

}  // namespace

std::vector<TextLine> read_text(const Place& place, const Style& style, StyleContext& context) {
  return TextReader(context).read(place, style);
}

}  // namespace bifolio::picture
