// Inside release/: a version in memory, with or without regard to what was published.
#pragma once

#include "release/release.h"

namespace bifolio::release {

/// The version that a manifest describes, from its unpacked source. Nothing is
/// judged: what was published then is made again.
Result<Prepared> make_again(const Request&, const Manifest&);

}  // namespace bifolio::release
