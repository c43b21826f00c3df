#include "release/compare.h"

namespace bifolio::release {
namespace {

const Book* book_in(const Publication& publication, const std::string& language) {
  for (const Book& book : publication.books) {
    if (book.language == language) return &book;
  }
  return nullptr;
}

}  // namespace

bool BookChanges::is_empty() const {
  return sections.empty() && claims.empty() && tables.empty() && therapies.empty() && works.empty() && figures.empty();
}

Changes compare(const Publication& before, const Publication& after) {
  Changes changes{before.booklet.version, after.booklet.version, after.booklet.title, {}};
  for (const Book& book : after.books) {
    const Book* old = book_in(before, book.language);
    if (!old) continue;
    const TwoBooks books{before, after, *old, book, outline_of(*old), outline_of(book)};
    BookChanges& of_book = changes.books.emplace_back();
    of_book.language = book.language;
    compare_sections(books, of_book);
    compare_tables(books, of_book);
    compare_works(books, of_book);
    compare_figures(books, of_book);
  }
  return changes;
}

}  // namespace bifolio::release
