#include "pdf/outline.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "pdf/trees.h"

namespace bifolio::pdf {
namespace {

using layout::OutlineEntry;
using layout::PageLabels;

constexpr std::size_t kRoot = 0;  // of the nodes below; entry i of the outline is node i + 1

struct Node {
  std::size_t parent = kRoot;
  std::vector<std::size_t> children;
  int level = 0;
  Ref ref;
};

// An entry belongs to the nearest one before it of a lower level; where levels
// are skipped it simply moves up.
std::vector<Node> tree_of(const std::vector<OutlineEntry>& entries, Writer& writer) {
  std::vector<Node> nodes{{kRoot, {}, 0, writer.reserve()}};
  std::vector<std::size_t> open{kRoot};
  for (const OutlineEntry& entry : entries) {
    const int level = std::max(1, entry.level);
    while (nodes[open.back()].level >= level) open.pop_back();
    nodes.push_back({open.back(), {}, level, writer.reserve()});
    nodes[open.back()].children.push_back(nodes.size() - 1);
    open.push_back(nodes.size() - 1);
  }
  return nodes;
}

bool is_open(const std::vector<Node>& nodes, std::size_t node) {
  return node == kRoot || nodes[node].parent == kRoot;
}

// How many descendants show while the node is open; table 153 wants it negative
// where it is closed.
std::vector<int> counts_of(const std::vector<Node>& nodes) {
  std::vector<int> counts(nodes.size());
  for (std::size_t i = nodes.size(); i-- > 0;) {
    for (const std::size_t child : nodes[i].children) counts[i] += 1 + std::max(0, counts[child]);
    if (!is_open(nodes, i)) counts[i] = -counts[i];
  }
  return counts;
}

void add_children(Dictionary& dictionary, const std::vector<Node>& nodes, std::size_t node, int count) {
  const auto& children = nodes[node].children;
  if (children.empty()) return;
  dictionary.add("First", nodes[children.front()].ref).add("Last", nodes[children.back()].ref).add("Count", count);
}

void add_siblings(Dictionary& dictionary, const std::vector<Node>& nodes, std::size_t node) {
  const auto& siblings = nodes[nodes[node].parent].children;
  const auto at = std::lower_bound(siblings.begin(), siblings.end(), node);
  if (at != siblings.begin()) dictionary.add("Prev", nodes[*(at - 1)].ref);
  if (at + 1 != siblings.end()) dictionary.add("Next", nodes[*(at + 1)].ref);
}

void write_node(Writer& writer, const std::vector<Node>& nodes, std::size_t node, int count, const OutlineEntry& entry,
                std::optional<Ref> element) {
  Dictionary dictionary;
  dictionary.add("Title", text_string(entry.title)).add("Parent", nodes[nodes[node].parent].ref);
  add_siblings(dictionary, nodes, node);
  add_children(dictionary, nodes, node, count);
  dictionary.add("Dest", byte_string(entry.destination));
  if (element) dictionary.add("SE", *element);
  writer.set(nodes[node].ref, dictionary.written());
}

std::string label(const PageLabels& labels) {
  Dictionary dictionary;
  switch (labels.style) {
    case PageLabels::Style::arabic: dictionary.add("S", "/D"); break;
    case PageLabels::Style::roman: dictionary.add("S", "/r"); break;
    case PageLabels::Style::none: break;
  }
  dictionary.add_text("P", labels.prefix);
  if (labels.start != 1) dictionary.add("St", labels.start);
  return dictionary.written();
}

}  // namespace

std::optional<Ref> write_outline(Writer& writer, const layout::PagedDocument& document,
                                 const StructureTree& structure) {
  if (document.outline.empty()) return std::nullopt;
  const auto nodes = tree_of(document.outline, writer);
  const auto counts = counts_of(nodes);
  for (std::size_t node = 1; node < nodes.size(); ++node) {
    const OutlineEntry& entry = document.outline[node - 1];
    const auto place = document.destinations.find(entry.destination);
    assert(place != document.destinations.end() && "a bookmark leads to a destination");
    std::optional<Ref> element;
    if (place->second.tag != layout::kArtifact && !document.tags.empty())
      element = structure.element(place->second.tag);
    write_node(writer, nodes, node, counts[node], entry, element);
  }
  Dictionary root;
  root.add("Type", "/Outlines");
  add_children(root, nodes, kRoot, counts[kRoot]);
  writer.set(nodes[kRoot].ref, root.written());
  return nodes[kRoot].ref;
}

Ref write_destinations(Writer& writer, const layout::PagedDocument& document, const std::vector<Ref>& pages) {
  std::map<std::string, std::string> places;
  for (const auto& [name, place] : document.destinations) {
    assert(place.page < pages.size() && "a destination lies on a page");
    const Length y = document.pages[place.page].height - place.y;
    // No zoom is asked for: the reader's own stays.
    places[name] = "[" + written(pages[place.page]) + "/XYZ " + written(place.x) + " " + written(y) + " null]";
  }
  return write_name_tree(writer, places);
}

Ref write_page_labels(Writer& writer, const std::vector<PageLabels>& labels) {
  std::map<int, std::string> by_page{{0, label({})}};  // there must be one for the first page
  for (const PageLabels& range : labels) by_page[static_cast<int>(range.first_page)] = label(range);
  return write_number_tree(writer, {by_page.begin(), by_page.end()});
}

}  // namespace bifolio::pdf
