#include "conformance/csl/html.h"

#include <array>
#include <utility>

namespace bifolio::csl_suite {
namespace {

constexpr auto kSuperscripts = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"\u00AA", "a"},  {"\u00B2", "2"},  {"\u00B3", "3"},  {"\u00B9", "1"},  {"\u00BA", "o"},  {"\u02B0", "h"},
    {"\u02B1", "ɦ"},  {"\u02B2", "j"},  {"\u02B3", "r"},  {"\u02B4", "ɹ"},  {"\u02B5", "ɻ"},  {"\u02B6", "ʁ"},
    {"\u02B7", "w"},  {"\u02B8", "y"},  {"\u02E0", "ɣ"},  {"\u02E1", "l"},  {"\u02E2", "s"},  {"\u02E3", "x"},
    {"\u02E4", "ʕ"},  {"\u1D2C", "A"},  {"\u1D2D", "Æ"},  {"\u1D2E", "B"},  {"\u1D30", "D"},  {"\u1D31", "E"},
    {"\u1D32", "Ǝ"},  {"\u1D33", "G"},  {"\u1D34", "H"},  {"\u1D35", "I"},  {"\u1D36", "J"},  {"\u1D37", "K"},
    {"\u1D38", "L"},  {"\u1D39", "M"},  {"\u1D3A", "N"},  {"\u1D3C", "O"},  {"\u1D3D", "Ȣ"},  {"\u1D3E", "P"},
    {"\u1D3F", "R"},  {"\u1D40", "T"},  {"\u1D41", "U"},  {"\u1D42", "W"},  {"\u1D43", "a"},  {"\u1D44", "ɐ"},
    {"\u1D45", "ɑ"},  {"\u1D46", "ᴂ"},  {"\u1D47", "b"},  {"\u1D48", "d"},  {"\u1D49", "e"},  {"\u1D4A", "ə"},
    {"\u1D4B", "ɛ"},  {"\u1D4C", "ɜ"},  {"\u1D4D", "g"},  {"\u1D4F", "k"},  {"\u1D50", "m"},  {"\u1D51", "ŋ"},
    {"\u1D52", "o"},  {"\u1D53", "ɔ"},  {"\u1D54", "ᴖ"},  {"\u1D55", "ᴗ"},  {"\u1D56", "p"},  {"\u1D57", "t"},
    {"\u1D58", "u"},  {"\u1D59", "ᴝ"},  {"\u1D5A", "ɯ"},  {"\u1D5B", "v"},  {"\u1D5C", "ᴥ"},  {"\u1D5D", "β"},
    {"\u1D5E", "γ"},  {"\u1D5F", "δ"},  {"\u1D60", "φ"},  {"\u1D61", "χ"},  {"\u2070", "0"},  {"\u2071", "i"},
    {"\u2074", "4"},  {"\u2075", "5"},  {"\u2076", "6"},  {"\u2077", "7"},  {"\u2078", "8"},  {"\u2079", "9"},
    {"\u207A", "+"},  {"\u207B", "−"},  {"\u207C", "="},  {"\u207D", "("},  {"\u207E", ")"},  {"\u207F", "n"},
    {"\u2120", "SM"}, {"\u2122", "TM"}, {"\u3192", "一"}, {"\u3193", "二"}, {"\u3194", "三"}, {"\u3195", "四"},
    {"\u3196", "上"}, {"\u3197", "中"}, {"\u3198", "下"}, {"\u3199", "甲"}, {"\u319A", "乙"}, {"\u319B", "丙"},
    {"\u319C", "丁"}, {"\u319D", "天"}, {"\u319E", "地"}, {"\u319F", "人"}, {"\u02C0", "ʔ"},  {"\u02C1", "ʕ"},
    {"\u06E5", "و"},  {"\u06E6", "ي"},
});

std::string escape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&')
      out += "&#38;";
    else if (c == '<')
      out += "&#60;";
    else if (c == '>')
      out += "&#62;";
    else if (c == ' ' && i + 1 < text.size() && text[i + 1] == ' ')
      out += "\u00A0";
    else
      out += c;
  }
  for (const auto& [mark, plain] : kSuperscripts) {
    for (std::size_t at = out.find(mark); at != out.npos; at = out.find(mark, at)) {
      const std::string raised = "<sup>" + std::string(plain) + "</sup>";
      out.replace(at, mark.size(), raised);
      at += raised.size();
    }
  }
  return out;
}

void wrap(std::string& text, bool when, std::string_view open, std::string_view close) {
  if (when) text = std::string(open) + text + std::string(close);
}

void span(std::string& text, bool when, std::string_view style) {
  wrap(text, when, "<span style=\"" + std::string(style) + "\">", "</span>");
}

/// Inner to outer as the suite nests them: slant, variant, weight, decoration, position, display.
std::string formatted(std::string text, const RichStyle& style) {
  using S = RichStyle;
  wrap(text, style.slant == S::Slant::italic, "<i>", "</i>");
  wrap(text, style.slant == S::Slant::oblique, "<em>", "</em>");
  span(text, style.slant == S::Slant::normal, "font-style:normal;");
  span(text, style.variant == S::Variant::small_caps, "font-variant:small-caps;");
  span(text, style.variant == S::Variant::normal, "font-variant:normal;");
  wrap(text, style.weight == S::Weight::bold, "<b>", "</b>");
  span(text, style.weight == S::Weight::normal, "font-weight:normal;");
  span(text, style.decoration == S::Decoration::underline, "text-decoration:underline;");
  span(text, style.decoration == S::Decoration::none, "text-decoration:none;");
  wrap(text, style.position == S::Position::superscript, "<sup>", "</sup>");
  wrap(text, style.position == S::Position::subscript, "<sub>", "</sub>");
  span(text, style.position == S::Position::baseline, "baseline");
  wrap(text, style.display == S::Display::block, "\n\n    <div class=\"csl-block\">", "</div>\n");
  wrap(text, style.display == S::Display::left_margin, "\n    <div class=\"csl-left-margin\">", "</div>");
  wrap(text, style.display == S::Display::right_inline, "<div class=\"csl-right-inline\">", "</div>\n  ");
  wrap(text, style.display == S::Display::indent, "<div class=\"csl-indent\">", "</div>\n  ");
  return text;
}

}  // namespace

std::string to_html(const RichText& rich) {
  std::string text = escape(rich.text);
  for (const RichText& child : rich.children) text += to_html(child);
  return formatted(std::move(text), rich.style);
}

namespace {

/// The reference processor moves a last space out of the block.
std::string with_margin(const cite::Entry& entry, std::string content) {
  std::string after;
  if (content.ends_with(' ')) content.pop_back(), after = " ";
  return "\n    <div class=\"csl-left-margin\">" + to_html(entry.label) + "</div><div class=\"csl-right-inline\">" +
         content + "</div>\n  " + after;
}

}  // namespace

std::string to_html(const cite::Printed& printed) {
  std::string out = "<div class=\"csl-bib-body\">\n";
  for (const cite::Entry& entry : printed.bibliography) {
    std::string content = to_html(entry.text);
    if (content.empty()) {
      content = entry.number + ". [CSL STYLE ERROR: reference with no printed form.]";
    } else if (!entry.number.empty()) {
      content = with_margin(entry, std::move(content));
    }
    out += "  <div class=\"csl-entry\">" + content + "</div>\n";
  }
  return out + "</div>";
}

}  // namespace bifolio::csl_suite
