// CSL-JSON → Library: what Zotero exports. A broken entry does not hide the others.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "model/reference.h"

namespace bifolio::parse {

/// Adds the file's entries to the library; keys that it has already are reported.
void read_library_json(std::string_view text, FileId, Library&, Findings&);

}  // namespace bifolio::parse
