// What other programs read about a version: how to cite it, and the works that
// it cites.
#pragma once

#include <string>

#include "model/publication.h"

namespace bifolio::release {

/// CITATION.cff, format 1.2.0.
std::string citation_file(const Booklet&);

/// The cited works, each once, in the order of the library: BibTeX (with the
/// fields of biblatex where BibTeX has none) and RIS.
std::string bibtex(const Publication&);
std::string ris(const Publication&);

}  // namespace bifolio::release
