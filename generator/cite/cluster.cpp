// One citation: its cites rendered, collapsed and joined.
#include <algorithm>

#include "cite/assemble.h"
#include "cite/collapse.h"
#include "cite/field_text.h"
#include "cite/narrative.h"
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

/// Nothing before a cite, or words that end in a full stop; a single word may be an abbreviation.
bool ends_sentence(std::string_view prefix) {
  while (prefix.ends_with(' ')) prefix.remove_suffix(1);
  if (prefix.empty()) return true;
  return prefix.find(' ') != prefix.npos && std::string_view(".!?").find(prefix.back()) != std::string_view::npos;
}

bool starts_with_comma(const RichText& text) {
  return plain_text(text).starts_with(',');
}
bool ends_with_comma(const RichText& text) {
  return plain_text(text).ends_with(',');
}

CitePiece render_cite(const Cite& cite, bool is_first, const Registry& registry, const Style& style,
                      const Locale& around) {
  const Registered& work = registry.works[cite.work];
  CitePiece piece;
  piece.cite = &cite;
  piece.work = &work;
  Scene scene{style, work.item, *work.item.locale, Area::citation, cite.place, &work.expansion};
  scene.around = &around;
  const std::string before = plain_text(cite.cited->prefix);
  scene.place.starts_sentence = (is_first || !before.empty()) && ends_sentence(before);
  piece.node = Renderer(scene).render(layout_for(style.citation.layouts, work.item));
  Node* names = find_role(piece.node, Role::names);
  if (names) piece.names = raw_text(*names);
  if (cite.cited->author_only) {
    piece.node = author_in_text(piece, style);
  } else if (names && cite.place.suppress_author) {
    *names = Node{};
  }
  piece.has_prefix = !plain_text(cite.cited->prefix).empty();
  piece.has_suffix = !plain_text(cite.cited->suffix).empty();
  return piece;
}

/// The author's words before and after a cite.
Node with_own_words(CitePiece piece) {
  std::vector<Node> all;
  Node prefix = from_rich(piece.cite->cited->prefix), suffix = from_rich(piece.cite->cited->suffix);
  if (!prefix.is_empty()) prefix.role = Role::affix, all.push_back(std::move(prefix));
  all.push_back(std::move(piece.node));
  if (!suffix.is_empty()) suffix.role = Role::affix, all.push_back(std::move(suffix));
  return Node::group(std::move(all));
}

/// A comma that the author wrote takes the delimiter's place.
std::string delimiter_before(const CitePiece& before, const CitePiece& now) {
  if (starts_with_comma(now.cite->cited->prefix)) return {};
  if (ends_with_comma(before.cite->cited->suffix)) return " ";
  return now.before;
}

Node join(std::vector<CitePiece> pieces) {
  std::vector<Node> all;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::string between = i > 0 ? delimiter_before(pieces[i - 1], pieces[i]) : std::string();
    Node node = with_own_words(pieces[i]);
    if (node.is_empty()) continue;
    if (!all.empty() && !between.empty()) all.push_back(Node::leaf(between, Role::affix));
    all.push_back(std::move(node));
  }
  return Node::group(std::move(all));
}

}  // namespace

RichText print_cluster(const std::vector<Cite>& cites, const Cluster& given, const Registry& registry,
                       const Style& style, LocaleShelf& locales) {
  if (cites.empty()) return {};
  const Layout& layout = layout_for(style.citation.layouts, registry.works[cites[0].work].item);
  std::vector<CitePiece> pieces;
  for (const Cite& cite : cites) {
    pieces.push_back(render_cite(cite, &cite == &cites.front(), registry, style, locales.main()));
  }
  Node author;
  if (given.is_narrative) {
    author = author_in_text(pieces.front(), style);
    if (Node* names = find_role(pieces.front().node, Role::names)) *names = Node{};
    pieces.front().names.clear();
  }
  if (given.items.front().author_only) return assemble(join(std::move(pieces)), locales.main());
  Node whole = join(collapse(std::move(pieces), style.citation, layout.look));
  // The affixes of a layout are formatted with it, unlike all others (CSL 1.0.2, “Affixes”).
  std::vector<Node> inside;
  if (!layout.look.prefix.empty()) inside.push_back(Node::leaf(layout.look.prefix, Role::affix));
  inside.push_back(std::move(whole));
  if (!layout.look.suffix.empty()) inside.push_back(Node::leaf(layout.look.suffix, Role::affix));
  Node cluster = Node::group(std::move(inside));
  cluster.style = layout.look.style;
  if (author.is_empty()) return assemble(cluster, locales.main());
  const bool has_space = wants_space_after(author) && !style.is_superscript;
  std::vector<Node> sentence;
  sentence.push_back(std::move(author));
  if (has_space) sentence.push_back(Node::leaf(" ", Role::affix));
  sentence.push_back(std::move(cluster));
  return assemble(Node::group(std::move(sentence)), locales.main());
}

}  // namespace bifolio::cite
