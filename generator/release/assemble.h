// Inside release/: everything that a version's folder holds.
#pragma once

#include "release/release.h"

namespace bifolio::release {

/// `ALS-Exploration_2.0.0_source.zip`
std::string source_bundle_name(const Booklet&);

/// Fills in the manifest and the files, given the editions.
void assemble(Prepared&, pipeline::Editions&&, const Artifacts& sources, const source::SourceSet& theme);

/// What the changelog says about this version, a paragraph each.
std::vector<std::string> notes_in(const Publication&, const std::string& language);

}  // namespace bifolio::release
