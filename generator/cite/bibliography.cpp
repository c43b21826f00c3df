// The list of references: CSL 1.0.2, “Bibliography”, “Reference Grouping”, “Whitespace”.
#include <algorithm>

#include "cite/assemble.h"
#include "cite/processor.h"

namespace bifolio::cite {
namespace {

Node render_entry(const Registered& work, const Style& style) {
  const Layout& layout = layout_for(style.bibliography->layouts, work.item);
  Scene scene{style, work.item, *work.item.locale, Area::bibliography, {}, &work.expansion};
  scene.place.citation_number = work.number;
  return Renderer(scene).render(layout);
}

Node around(Node body, const Look& look) {
  std::vector<Node> inside;
  if (!look.prefix.empty()) inside.push_back(Node::leaf(look.prefix, Role::affix));
  inside.push_back(std::move(body));
  if (!look.suffix.empty()) inside.push_back(Node::leaf(look.suffix, Role::affix));
  Node node = Node::group(std::move(inside));
  node.style = look.style;
  return node;
}

Entry make_entry(const Registered& work, Node body, const Style& style) {
  const Layout& layout = layout_for(style.bibliography->layouts, work.item);
  Entry entry;
  entry.reference = work.reference;
  const bool has_margin = style.bibliography->second_field_align != SecondFieldAlign::none && body.children.size() > 1;
  if (has_margin) {
    Node first = std::move(body.children.front());
    body.children.erase(body.children.begin());
    entry.label = assemble(first, *work.item.locale);
    entry.number = plain_text(entry.label);
  }
  entry.text = assemble(around(std::move(body), layout.look), *work.item.locale);
  return entry;
}

}  // namespace

std::vector<Entry> print_bibliography(const Registry& registry, const Style& style, LocaleShelf&) {
  std::vector<Entry> entries;
  if (!style.bibliography) return entries;
  for (const std::size_t index : registry.order) {
    const Registered& work = registry.works[index];
    entries.push_back(make_entry(work, render_entry(work, style), style));
  }
  return entries;
}

}  // namespace bifolio::cite
