// ZIP files that are the same whenever and wherever they are made: entries by
// path, one fixed time, one mode. libarchive's home.
#pragma once

#include <string>
#include <string_view>

#include "base/artifact.h"
#include "base/result.h"

namespace bifolio::release {

/// Paths are kept, names beyond ASCII marked as UTF-8.
std::string zip(const Artifacts&);

/// `path` is for the finding. Names that climb out, entries that are no plain
/// files, and archives that unfold to more than a gigabyte are refused.
Result<Artifacts> unzip(std::string_view bytes, const std::string& path);

}  // namespace bifolio::release
