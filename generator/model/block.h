// The blocks of a document: the other closed set beside `inline.h`.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/inline.h"
#include "model/table.h"

namespace bifolio {

struct Block;
using Blocks = std::vector<Block>;

struct Paragraph {
  Inlines children;
};

struct Heading {
  int level = 2;  ///< 1 is the document's title; headings in the text start at 2
  Inlines children;
  bool is_unnumbered = false;
  std::string slug = {};    ///< GitHub-style text slug: an alias anchor
  std::string number = {};  ///< resolved: "1.3.1"; empty for unnumbered headings
};

struct ListItem {
  Blocks children;
  Span span = {};
  Inlines term = {};  ///< of a definition list: what is defined; empty = one more definition of the term above
  Span term_span = {};
  std::string id = {};               ///< resolved
  std::optional<bool> checked = {};  ///< GFM task list items
};
/// A definition list is a list whose items have terms, so that all that walks
/// over lists sees its definitions. Each definition is an item.
struct List {
  enum class Kind { bullet, ordered, definition };
  Kind kind = Kind::bullet;
  int start = 1;  ///< of an ordered list
  bool is_tight = true;
  std::vector<ListItem> items;
};

struct BlockQuote {
  Blocks children;
};

enum class AlertKind { note, tip, important, warning, caution };
struct Alert {
  AlertKind kind;
  Blocks children;
};

struct CodeBlock {
  std::string language;
  std::string text;
};

struct ThematicBreak {};

/// A chart or a picture with its caption.
struct Figure {
  enum class Kind { chart, image };
  Kind kind = Kind::chart;
  std::string source;  ///< booklet-relative path of the specification or the picture
  Span source_span = {};
  Inlines caption = {};
  std::string alt = {};
  Span alt_span = {};
  bool is_decorative = false;
  std::optional<std::size_t> chart = {};  ///< index into Manuscript::charts / Publication::charts
  std::string number = {};                ///< resolved: "1-2"
};

/// `::: {.name}` around blocks: abstract, epigraph, or a language change.
struct Division {
  Blocks children;
};

struct Block {
  using Value =
      std::variant<Paragraph, Heading, List, BlockQuote, Alert, CodeBlock, ThematicBreak, Table, Figure, Division>;
  Value value;
  Span span = {};
  Attributes attributes = {};
  std::string id = {};  ///< resolved: its anchor, equal in all languages; `attributes.id` is what the author gave
};

}  // namespace bifolio
