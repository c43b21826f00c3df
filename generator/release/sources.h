// Inside release/: which files a version is made from.
#pragma once

#include <string>

#include "base/artifact.h"
#include "release/manifest.h"
#include "source/load.h"

namespace bifolio::release {

/// Every file that making the booklet needs: no output, no record of releases,
/// nothing half written. `releases` may lie inside `folder`.
Artifacts sources_of(const source::SourceSet&, const std::string& folder, const std::string& releases);

/// Those that people write. The files that commands refresh (the lock, the
/// retractions, the baseline) move on after a release and do not make it another.
std::vector<ListedFile> written_sources(const Artifacts& sources);

/// The source bundle: `booklet/…` and `themes/NAME/…`.
std::string bundle(const Artifacts& sources, const source::SourceSet& theme, const std::string& theme_name);

}  // namespace bifolio::release
