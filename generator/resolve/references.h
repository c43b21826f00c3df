// Cross references, links and citations of one book.
#pragma once

#include "base/finding.h"
#include "cite/cite.h"
#include "model/publication.h"

namespace bifolio::resolve {

/// `@tbl-x`, `[text](#id)`, `[text](other.md)`: destinations and printed numbers.
void link_up(Book&, const std::vector<std::string>& files, Findings&);

/// Prints every citation and the list of references by the language's style.
void cite_works(Book&, const Publication&, const cite::StyleFolders&, Findings&);

/// Evidence as sentences in the book's language.
void say_evidence(Book&);

}  // namespace bifolio::resolve
