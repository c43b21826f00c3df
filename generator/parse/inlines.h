// The inlines of a leaf block: CommonMark's (0.31, chapter 6), GFM's, and ours:
// citations, cross references, note marks, attributes. In three steps: bytes →
// pieces (`inline_scanner`), pairs of marks (`emphasis`, brackets), pieces →
// tree (`inline_tree`). cmark's own inline pass cannot be used: it knows no
// places inside escapes and after soft breaks, and `**加速批准。**这` is not
// emphasis to it.
#pragma once

#include <string_view>
#include <vector>

#include "base/finding.h"
#include "model/document.h"
#include "parse/leaf_text.h"
#include "parse/links.h"

namespace bifolio::parse {

/// What the inlines of one document share.
struct InlineContext {
  std::string_view language;
  Findings& findings;
  const LinkDefinitions* links = nullptr;
  const std::vector<std::string>* note_labels = nullptr;  ///< sorted; without them `[^x]` is text
  std::vector<Directive>* directives = nullptr;
};

enum class InCell { no, yes };

Inlines read_inlines(const LeafText&, const InlineContext&, InCell = InCell::no);

}  // namespace bifolio::parse
