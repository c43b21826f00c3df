// Pieces → tree. Marks that nest deeper than 50 stay text.
#pragma once

#include "parse/inline_pieces.h"
#include "parse/inlines.h"

namespace bifolio::parse {

Inlines build_inlines(const LeafText&, InlinePieces&&, const InlineContext&);

}  // namespace bifolio::parse
