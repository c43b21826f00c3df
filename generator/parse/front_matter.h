// The YAML between two lines `---` at the top of a Markdown file.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/document.h"

namespace bifolio::parse {

struct WithFrontMatter {
  FrontMatter front;
  std::uint32_t end = 0;  ///< where the Markdown begins
};

/// Takes the front matter of a file, if it has any. `language` is that of its folder.
WithFrontMatter read_front_matter(std::string_view file, FileId, std::string_view language, Findings&);

}  // namespace bifolio::parse
