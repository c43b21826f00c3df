// Walks over a document: every block, every inline, in reading order.
#pragma once

#include <functional>

#include "model/document.h"

namespace bifolio {

using VisitBlock = std::function<void(const Block&)>;
using VisitTerm = std::function<void(const ListItem&)>;
using VisitInline = std::function<void(const Inline&)>;
using EditBlock = std::function<void(Block&)>;
using EditInline = std::function<void(Inline&)>;
using EditInlines = std::function<void(Inlines&)>;

/// Each block before its children; list items, quotes, divisions included.
void for_each_block(const Blocks&, const VisitBlock&);
/// The same, and each term of a definition list before its definition.
void for_each_block(const Blocks&, const VisitBlock&, const VisitTerm&);
void for_each_block(Blocks&, const EditBlock&);

/// Each inline before its children.
void for_each_inline(const Inlines&, const VisitInline&);
/// All inlines of a block and of the blocks in it: captions, headings, terms, table cells.
void for_each_inline(const Blocks&, const VisitInline&);

/// The same with a hand that may change them, still in reading order.
void for_each_inline(Inlines&, const EditInline&);
void for_each_inline(Blocks&, const EditInline&);

/// Every list of inlines, innermost included, outer lists before inner ones.
void for_each_inlines(Inlines&, const EditInlines&);
void for_each_inlines(Blocks&, const EditInlines&);
/// Title, abstract, blocks and notes.
void for_each_inlines(Document&, const EditInlines&);

}  // namespace bifolio
