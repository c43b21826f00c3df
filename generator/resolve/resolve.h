// Manuscript → Publication: numbers, citations, cross references, contents, and
// the languages side by side. Afterwards nothing is left to look up.
#pragma once

#include "base/finding.h"
#include "cite/cite.h"
#include "model/publication.h"

namespace bifolio::resolve {

Publication resolve(Manuscript, const cite::StyleFolders&, Findings&);

RuleList rules();

}  // namespace bifolio::resolve
