// One citation: its cites rendered, collapsed and joined.
#include <algorithm>

#include "cite/assemble.h"
#include "cite/field_text.h"
#include "cite/processor.h"

namespace bifolio::cite {
namespace {

/// Author's text around a cite, already formatted by the caller.
Node from_rich(const RichText& rich) {
  Node node = rich.text.empty() ? Node{} : read_field(rich.text);
  for (const RichText& child : rich.children) node.children.push_back(from_rich(child));
  node.style = rich.style;
  return node;
}

Node render_cite(const Cite& cite, const Registry& registry, const Style& style) {
  const Registered& work = registry.works[cite.work];
  Scene scene{style, work.item, *work.item.locale, Area::citation, cite.place, &work.expansion};
  Node body = Renderer(scene).render(layout_for(style.citation.layouts, work.item));
  if (cite.place.suppress_author) {
    if (Node* names = find_role(body, Role::names)) *names = Node{};
  }
  std::vector<Node> all;
  Node prefix = from_rich(cite.cited->prefix), suffix = from_rich(cite.cited->suffix);
  if (!prefix.is_empty()) prefix.role = Role::affix, all.push_back(std::move(prefix));
  all.push_back(std::move(body));
  if (!suffix.is_empty()) suffix.role = Role::affix, all.push_back(std::move(suffix));
  return Node::group(std::move(all));
}

}  // namespace

RichText print_cluster(const std::vector<Cite>& cites, const Cluster&, const Registry& registry, const Style& style,
                       LocaleShelf& locales) {
  if (cites.empty()) return {};
  const Layout& layout = layout_for(style.citation.layouts, registry.works[cites[0].work].item);
  std::vector<Node> parts;
  for (const Cite& cite : cites) parts.push_back(render_cite(cite, registry, style));
  Node whole = Node::group(std::move(parts));
  whole.delimiter = layout.look.delimiter;
  // The affixes of a layout are formatted with it, unlike all others (CSL 1.0.2, “Affixes”).
  std::vector<Node> inside;
  if (!layout.look.prefix.empty()) inside.push_back(Node::leaf(layout.look.prefix, Role::affix));
  inside.push_back(std::move(whole));
  if (!layout.look.suffix.empty()) inside.push_back(Node::leaf(layout.look.suffix, Role::affix));
  Node cluster = Node::group(std::move(inside));
  cluster.style = layout.look.style;
  return assemble(cluster, locales.main());
}

}  // namespace bifolio::cite
