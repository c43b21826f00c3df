// Inside release/: everything that a version's folder holds.
#pragma once

#include "release/diff.h"
#include "release/release.h"

namespace bifolio::release {

/// `ALS-Exploration_2.0.0_source.zip`
std::string source_bundle_name(const Booklet&);

/// Fills in the manifest and the files, given the editions. `changes` since the
/// version before, or nullptr where there is none here.
void assemble(Prepared&, pipeline::Editions&&, const Artifacts& sources, const source::SourceSet& theme,
              const Changes* changes);

/// What the changelog says about this version, a paragraph each.
std::vector<std::string> notes_in(const Publication&, const std::string& language);

}  // namespace bifolio::release
