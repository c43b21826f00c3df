// Text files in other encodings than UTF-8.
#pragma once

#include "base/finding.h"
#include "source/load.h"

namespace bifolio::source {

/// Sees to it that the file's bytes are UTF-8 without NUL bytes: converts the
/// whole file where its encoding is known, else replaces what cannot be read.
void make_utf8(SourceFile&, FileId, Findings&);

}  // namespace bifolio::source
