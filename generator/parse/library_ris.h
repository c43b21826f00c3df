// RIS, as databases and reference managers export it, and NBIB, as PubMed does:
// lines of a tag and a value.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/reference.h"

namespace bifolio::parse {

/// Entries from `TY  - JOUR` to `ER  -`. Without an ID the key is the first author and the year.
void read_library_ris(std::string_view text, FileId, Library&, Findings&);

/// Records from `PMID- 36129998` on. The key is "pmid36129998".
void read_library_nbib(std::string_view text, FileId, Library&, Findings&);

}  // namespace bifolio::parse
