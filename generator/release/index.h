// Inside release/: the pages around the versions of a booklet. All of them
// follow from the record and the manifests, and are written anew each time.
#pragma once

#include <string>
#include <vector>

#include "base/artifact.h"
#include "model/booklet.h"
#include "release/manifest.h"
#include "release/record.h"

namespace bifolio::release {

/// A version as its readers are told of it.
struct ListedVersion {
  RecordedRelease record;
  std::optional<Manifest> manifest;  ///< nothing where its files are not here
};

/// Oldest first.
struct VersionList {
  const Booklet& booklet;
  std::vector<ListedVersion> versions;

  /// The last that was not withdrawn and whose files are here; else the last.
  const ListedVersion& newest() const;
};

/// Paths are relative to the folder of releases. Versions whose files are not
/// there (published from another computer) are listed without their downloads.
Artifacts index_pages(const std::string& releases, const Booklet&, const Record&);

/// Pages of a booklet that stand in the archive of one version, so that its link
/// to all versions leads somewhere.
Artifacts lone_index_pages(const Booklet&);

std::string version_feed(const VersionList&, const std::string& language);
std::string versions_script(const VersionList&);

/// Why it was withdrawn, in that language or the one that was given.
std::string reason_in(const RecordedRelease&, const std::string& language);

}  // namespace bifolio::release
