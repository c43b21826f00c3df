// Bibliography files → Library: CSL-JSON, BibTeX and BibLaTeX, RIS, and the
// format that PubMed calls NBIB. Every entry and field knows its place, and a
// broken entry does not hide the ones after it.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/reference.h"

namespace bifolio::parse {

/// Whether the name ends as one of these files does: .json, .bib, .bibtex, .ris, .nbib.
bool is_library_path(std::string_view path);

/// Adds the file's entries to the library, read as the path's ending says; keys
/// that it has already are reported.
void read_library(std::string_view path, std::string_view text, FileId, Library&, Findings&);

}  // namespace bifolio::parse
