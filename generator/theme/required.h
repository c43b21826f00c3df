// The tokens that no theme can do without, checked once when it is read, so that
// drawing code never has to ask.
#pragma once

#include "base/finding.h"
#include "theme/theme.h"

namespace bifolio::theme {

/// Reports tokens that are missing or whose value is of the wrong kind, at the
/// start of tokens.css. Each paged edition that the theme names is checked.
void check_required(const Theme&, const std::vector<std::string>& editions, FileId, Findings&);

}  // namespace bifolio::theme
