// What `.table` and `.chart` divisions have in common: a source and a caption.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/block.h"

namespace bifolio::parse {

struct FileBlock {
  std::string source;
  Span source_span = {};
  Inlines caption = {};
  Span caption_span = {};
};

/// Reads `src` and `caption` (or the one paragraph inside, which is a caption
/// too). Reports with `source_missing` where there is no source.
FileBlock read_file_block(Block& division, std::string_view language, const Rule& source_missing, Words what,
                          Findings&);

/// Inline Markdown in an attribute's value.
Inlines parse_attribute(const Attribute&, std::string_view language, Findings&);

}  // namespace bifolio::parse
