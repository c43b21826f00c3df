// bifolio.toml → Booklet. Strict: a setting that is not known is an error that
// names the nearest one, and every value is checked where it is read.
#pragma once

#include "model/booklet.h"
#include "source/load.h"

namespace bifolio::parse {

/// Without bifolio.toml, or without languages in it, languages are what folders
/// with Markdown files are called.
Booklet read_booklet(const source::SourceSet&, Findings&);

}  // namespace bifolio::parse
