// A document as plain text by sections, for search and for the index.
#pragma once

#include <string>
#include <vector>

#include "model/document.h"

namespace bifolio::html {

/// What stands under one heading; the first section of a document has its title.
struct Section {
  std::string title;   ///< with its number
  std::string anchor;  ///< empty for the document's top
  std::string text;    ///< its title included
};

std::vector<Section> sections_of(const Document&);

}  // namespace bifolio::html
