// BibTeX and BibLaTeX → Library, as Zotero, JabRef and publishers export them.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/reference.h"

namespace bifolio::parse {

/// `crossref` and `xdata` are inherited, also from entries that come later.
void read_library_bib(std::string_view text, FileId, Library&, Findings&);

}  // namespace bifolio::parse
