// Inside release/: the pages around the versions of a booklet. All of them
// follow from the record and the manifests, and are written anew each time.
#pragma once

#include <string>

#include "base/artifact.h"
#include "model/booklet.h"
#include "release/record.h"

namespace bifolio::release {

/// Paths are relative to the folder of releases. Versions whose files are not
/// there (published from another computer) are listed without their downloads.
Artifacts index_pages(const std::string& releases, const Booklet&, const Record&);

}  // namespace bifolio::release
