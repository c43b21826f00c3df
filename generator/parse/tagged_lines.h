// The lines of RIS and NBIB files: a tag, a hyphen, a value; what has no tag
// continues the line before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace bifolio::parse {

struct TaggedLine {
  std::string tag;
  std::string value;
  Span span;  ///< tag and value
};

/// `TAG  - value` with a tag of two to four capitals or digits. Lines before the first tag are left out.
std::vector<TaggedLine> read_tagged_lines(std::string_view text, FileId);

}  // namespace bifolio::parse
