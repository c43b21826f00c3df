#include "cite/node.h"

#include <algorithm>

namespace bifolio::cite {

bool Node::is_empty() const {
  return text.empty() &&
         std::all_of(children.begin(), children.end(), [](const Node& child) { return child.is_empty(); });
}

void dress(Node& node, const Look& look) {
  node.prefix = look.prefix;
  node.suffix = look.suffix;
  node.style = look.style;
  node.quotes = look.quotes;
}

namespace {

void append_raw(const Node& node, std::string& out) {
  if (node.is_empty()) return;
  out += node.prefix;
  out += node.text;
  bool is_first = true;
  for (const Node& child : node.children) {
    if (child.is_empty()) continue;
    if (!is_first) out += node.delimiter;
    is_first = false;
    append_raw(child, out);
  }
  out += node.suffix;
}

}  // namespace

std::string raw_text(const Node& node) {
  std::string out;
  append_raw(node, out);
  return out;
}

Node* find_role(Node& node, Role role) {
  if (node.role == role) return &node;
  for (Node& child : node.children) {
    if (Node* found = find_role(child, role)) return found;
  }
  return nullptr;
}

}  // namespace bifolio::cite
