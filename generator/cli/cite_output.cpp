#include "cli/cite_output.h"

#include "base/json_write.h"
#include "base/markup_text.h"
#include "base/tree.h"

namespace bifolio::cli {
namespace {

struct Tags {
  std::string open, close;
};

void add(Tags& tags, const std::string& name, const std::string& attributes = "") {
  tags.open += "<" + name + attributes + ">";
  tags.close = "</" + name + ">" + tags.close;
}

/// The CSS that no element has a name for.
std::string css(const RichStyle& style) {
  using S = RichStyle;
  std::string out;
  if (style.slant == S::Slant::normal) out += "font-style:normal;";
  if (style.weight == S::Weight::normal) out += "font-weight:normal;";
  if (style.weight == S::Weight::light) out += "font-weight:lighter;";
  if (style.variant == S::Variant::small_caps) out += "font-variant:small-caps;";
  if (style.variant == S::Variant::normal) out += "font-variant:normal;";
  if (style.decoration == S::Decoration::underline) out += "text-decoration:underline;";
  if (style.decoration == S::Decoration::none) out += "text-decoration:none;";
  if (style.position == S::Position::baseline) out += "vertical-align:baseline;";
  return out;
}

Tags tags_of(const RichText& rich) {
  using S = RichStyle;
  Tags tags;
  if (rich.style.display != S::Display::none) add(tags, "div");
  if (!rich.url.empty()) add(tags, "a", " href=\"" + escape_markup(rich.url) + "\"");
  const std::string style = css(rich.style);
  std::string attributes = rich.language.empty() ? "" : " lang=\"" + escape_markup(rich.language) + "\"";
  if (!style.empty()) attributes += " style=\"" + style + "\"";
  if (!attributes.empty()) add(tags, "span", attributes);
  if (rich.style.position == S::Position::superscript) add(tags, "sup");
  if (rich.style.position == S::Position::subscript) add(tags, "sub");
  if (rich.style.weight == S::Weight::bold) add(tags, "b");
  if (rich.style.slant == S::Slant::italic || rich.style.slant == S::Slant::oblique) add(tags, "i");
  return tags;
}

std::string html(const RichText& rich) {
  const Tags tags = tags_of(rich);
  std::string out = tags.open + escape_markup(rich.text);
  for (const RichText& child : rich.children) out += html(child);
  return out + tags.close;
}

const std::string& key_of(const cite::Entry& entry, const Library& library) {
  return library.references[entry.reference].key;
}

std::string as_text(const cite::Printed& printed) {
  std::string out;
  for (const RichText& cluster : printed.clusters) out += plain_text(cluster) + "\n";
  if (!printed.clusters.empty() && !printed.bibliography.empty()) out += "\n";
  for (const cite::Entry& entry : printed.bibliography) {
    out +=
        entry.number + (entry.number.empty() || entry.number.ends_with(' ') ? "" : " ") + plain_text(entry.text) + "\n";
  }
  return out;
}

std::string as_html(const cite::Printed& printed, const Library& library) {
  std::string out;
  for (const RichText& cluster : printed.clusters) out += "<p>" + html(cluster) + "</p>\n";
  out += "<ul class=\"references\">\n";
  for (const cite::Entry& entry : printed.bibliography) {
    const std::string label = entry.number.empty() ? "" : "<span class=\"number\">" + html(entry.label) + "</span> ";
    out += "<li id=\"ref-" + escape_markup(key_of(entry, library)) + "\">" + label + html(entry.text) + "</li>\n";
  }
  return out + "</ul>\n";
}

std::string as_json(const cite::Printed& printed, const Library& library) {
  Tree root = Tree::object();
  Tree& citations = root.set("citations", Tree::array());
  for (const RichText& cluster : printed.clusters) {
    Tree one = Tree::object();
    one.set("text", Tree::of(plain_text(cluster)));
    one.set("html", Tree::of(html(cluster)));
    citations.add(std::move(one));
  }
  Tree& references = root.set("references", Tree::array());
  for (const cite::Entry& entry : printed.bibliography) {
    Tree one = Tree::object();
    one.set("id", Tree::of(key_of(entry, library)));
    if (!entry.number.empty()) one.set("number", Tree::of(entry.number));
    one.set("text", Tree::of(plain_text(entry.text)));
    one.set("html", Tree::of(html(entry.text)));
    references.add(std::move(one));
  }
  return write_json(root);
}

}  // namespace

std::string write_printed(const cite::Printed& printed, const Library& library, std::string_view format) {
  if (format == "html") return as_html(printed, library);
  if (format == "json") return as_json(printed, library);
  return as_text(printed);
}

}  // namespace bifolio::cli
