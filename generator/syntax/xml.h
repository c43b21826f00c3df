// XML 1.0 with namespaces → a tree in which every element and attribute knows
// its place. libxml2's one home. Nothing is fetched, no entity is declared or
// expanded (only `&amp;` and its four siblings and character references are
// known), and libxml2's own limits on depth and size stay on: a document that
// tries more is reported and nothing of it is used.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/span.h"
#include "syntax/syntax.h"

namespace bifolio::syntax {

struct XmlAttribute {
  std::string name;   ///< with its prefix as written: "xml:lang"
  std::string value;  ///< normalised as XML 1.0, 3.3.3 says
  Span span = {};     ///< name, sign and quotes
};

/// An element, or a run of text (then `name` is empty).
struct XmlNode {
  std::string name;   ///< local name: "date-part"
  std::string space;  ///< namespace URI, or ""
  std::string text;   ///< of a run of text
  std::vector<XmlAttribute> attributes;
  std::vector<XmlNode> children;
  Span span = {};                      ///< of an element: its start tag
  std::uint32_t line = 0, column = 0;  ///< of the start tag: 1-based, in code points

  bool is_text() const { return name.empty(); }
  const XmlAttribute* find(std::string_view attribute) const;
  /// The attribute's value, or "".
  std::string_view attribute(std::string_view name) const;
  /// The first child element with that name.
  const XmlNode* child(std::string_view name) const;
  /// All text inside, in order.
  std::string content() const;
};

/// The root element, or nothing where the document is not well formed.
std::optional<XmlNode> parse_xml(const Input&, Findings&);

}  // namespace bifolio::syntax
