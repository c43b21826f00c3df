// `check --fix`: the mechanical repairs of findings, and nothing else.
#pragma once

#include "cli/command.h"

namespace bifolio::cli {

/// Shows each repair as a diff and writes the mended files. Left alone are files
/// that were converted when they were read, repairs that would change a number or
/// add a citation, and the later of two that overlap. The number of mended files,
/// or nothing where one could not be written (and said so).
std::optional<std::size_t> mend(const std::vector<report::Entry>&, const source::SourceSet&, const std::string& folder,
                                const Globals&);

}  // namespace bifolio::cli
