// Nodes → rich text. Here what stands apart in the tree meets: doubled
// punctuation and spaces merge, full stops move inside closing quotes where the
// language wants that, quotes inside quotes alternate, italics inside italics
// turn upright, and identifiers become links.
#pragma once

#include "cite/locale.h"
#include "cite/node.h"
#include "model/rich_text.h"

namespace bifolio::cite {

RichText assemble(const Node&, const Locale&);

/// Where a reader goes from an identifier: a DOI, PMID, PMCID or address; "" for other variables.
std::string link_of(Variable, std::string_view value);

}  // namespace bifolio::cite
