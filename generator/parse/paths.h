// Paths that authors write: always inside the booklet, `/` between parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "source/load.h"

namespace bifolio::parse {

/// Whether it is an address (`https://…`, `//host`, `data:…`) rather than a path.
bool is_address(std::string_view path);

/// The booklet-relative path that `path` means when written in `folder` ("" is
/// the root), without `.` and `..`; nothing where it leads out of the booklet.
std::optional<std::string> normalize_path(std::string_view folder, std::string_view path);

/// Everything before the last `/`, or "".
std::string_view folder_of(std::string_view path);
std::string_view file_name_of(std::string_view path);

/// The file that an author named at that span, seen from `folder`. Addresses,
/// paths that lead out and files that do not exist are reported.
std::optional<FileId> find_file(const source::SourceSet&, std::string_view folder, std::string_view path, Span,
                                Findings&);

}  // namespace bifolio::parse
