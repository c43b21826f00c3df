// The only door that writes. A file is whole or it is the old one: written beside
// its place, synced, then renamed.
#pragma once

#include <string>

#include "base/artifact.h"
#include "base/result.h"

namespace bifolio::store {

/// What happens to files that an earlier write put into the folder and this one
/// does not make again.
enum class Stale { keep, remove };

/// Writes every artifact under the folder, which is made where it is missing.
/// Refuses paths that climb out of it, before anything is written. The list of
/// what was written is kept in `.bifolio-files`; only files on it are ever removed.
Outcome write(const std::string& folder, const Artifacts&, Stale);

/// One file, atomically.
Outcome write_file(const std::string& path, std::string_view bytes);

RuleList rules();

}  // namespace bifolio::store
