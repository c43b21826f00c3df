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

Node with_own_text(const Node& node) {
  Node out = node;
  out.children.clear();
  out.prefix = out.suffix = out.delimiter = {};
  for (const Node& child : node.children) {
    if (child.is_empty()) continue;
    if (!out.children.empty() && !node.delimiter.empty()) {
      out.children.push_back(Node::leaf(std::string(node.delimiter), Role::affix));
    }
    out.children.push_back(with_own_text(child));
  }
  if (node.prefix.empty() && node.suffix.empty()) return out;
  std::vector<Node> all;
  if (!node.prefix.empty()) all.push_back(Node::leaf(std::string(node.prefix), Role::affix));
  all.push_back(std::move(out));
  if (!node.suffix.empty()) all.push_back(Node::leaf(std::string(node.suffix), Role::affix));
  return Node::group(std::move(all));
}

Node* find_role(Node& node, Role role) {
  if (node.role == role) return &node;
  for (Node& child : node.children) {
    if (Node* found = find_role(child, role)) return found;
  }
  return nullptr;
}

}  // namespace bifolio::cite
