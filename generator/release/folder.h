// Inside release/: published folders as they are on the disk. Unlike `source/`
// this never converts an encoding: what was published is bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "release/manifest.h"

namespace bifolio::release {

std::optional<std::string> read_file(const std::string& path);

/// Paths of all files below the folder, sorted, hidden ones included.
std::vector<std::string> files_below(const std::string& folder);

/// The manifest of a published version, or nothing where there is none.
std::optional<Manifest> published_manifest(const std::string& folder);

/// A file that is not what the manifest says.
struct Difference {
  enum class Kind { changed, missing, added };
  Kind kind;
  std::string path;
};
/// Hashes every file of a version's folder.
std::vector<Difference> compare_with_manifest(const std::string& folder, const Manifest&);

/// As an argument for a finding: “`en/a.html` was changed”.
Argument in_words(const Difference&);

}  // namespace bifolio::release
