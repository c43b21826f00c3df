// What rendering makes before anything is joined: text in a tree whose nodes
// still keep their affixes, delimiters and quotes apart, because what finally
// stands between two pieces depends on both neighbours (assemble.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cite/style.h"
#include "cite/variable.h"
#include "model/rich_text.h"

namespace bifolio::cite {

/// What a node is to the steps after rendering: collapsing, substitution, disambiguation.
enum class Role : std::uint8_t {
  plain,
  field,
  names,
  name_list,
  person,
  date,
  year,
  year_suffix,
  citation_number,
  affix
};

struct Node {
  std::string text = {};  ///< of a leaf
  std::vector<Node> children = {};
  std::string_view prefix = {}, suffix = {}, delimiter = {};  ///< live as long as the style
  RichStyle style = {};
  bool quotes = false;
  bool starts_inner = false;  ///< its quotes were single ones: ‘…’
  bool keeps_case = false;    ///< `<span class="nocase">`
  Role role = Role::plain;
  Variable variable = Variable::none;

  bool is_empty() const;
  static Node leaf(std::string text, Role role = Role::plain) {
    Node node;
    node.text = std::move(text);
    node.role = role;
    return node;
  }
  static Node group(std::vector<Node> children) {
    Node node;
    node.children = std::move(children);
    return node;
  }
};

/// Affixes, formatting and quotes of an element, around what it printed.
void dress(Node&, const Look&);

/// The same with affixes and delimiters as nodes, so that nothing points into a style.
Node with_own_text(const Node&);

/// All its text in order, affixes and delimiters included, punctuation not merged.
std::string raw_text(const Node&);

/// The first node with that role, in order, or nothing.
Node* find_role(Node&, Role);

}  // namespace bifolio::cite
