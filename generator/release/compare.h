// Inside release/: the parts of a comparison of two books.
#pragma once

#include "release/diff.h"
#include "release/outline.h"

namespace bifolio::release {

/// Two books of one language, and all that they belong to.
struct TwoBooks {
  const Publication &before_publication, &after_publication;
  const Book &before_book, &after_book;
  Outline before, after;
};

void compare_sections(const TwoBooks&, BookChanges&);  ///< sections and claims
void compare_tables(const TwoBooks&, BookChanges&);    ///< tables and therapies
void compare_works(const TwoBooks&, BookChanges&);
void compare_figures(const TwoBooks&, BookChanges&);

}  // namespace bifolio::release
