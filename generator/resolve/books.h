// Which document stands where: one order for all languages.
#pragma once

#include "model/publication.h"

namespace bifolio::resolve {

/// Spreads the manuscript's documents over one Book a language, every book with
/// the same documents in the same order, and groups them as chapters.
std::vector<Book> make_books(const Booklet&, std::vector<Document>);

/// Chapters, documents, headings, tables and figures get their numbers; every
/// document gets its id and its page.
void number(Book&);

/// Every block, list item and table row gets an id: its explicit one, or one
/// made from the nearest explicit id before it and an ordinal.
void give_ids(Book&);

std::vector<ContentsEntry> make_contents(const Book&);

}  // namespace bifolio::resolve
