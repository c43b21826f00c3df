// The Markdown files of a booklet: a Document for each, in the booklet's order of
// languages and then by path, and the changelogs.
#pragma once

#include "model/manuscript.h"
#include "source/load.h"

namespace bifolio::parse {

std::vector<Document> read_documents(const source::SourceSet&, const Booklet&, Findings&);

/// LANGUAGE/CHANGELOG.md: a second-level heading `VERSION — DATE` begins an entry.
std::vector<Changelog> read_changelogs(const source::SourceSet&, const Booklet&, Findings&);

}  // namespace bifolio::parse
