#include "resolve/resolve.h"

#include "resolve/books.h"
#include "resolve/references.h"

namespace bifolio::resolve {

Publication resolve(Manuscript manuscript, const cite::StyleFolders& folders, Findings& findings) {
  Publication publication;
  publication.booklet = std::move(manuscript.booklet);
  publication.files = std::move(manuscript.files);
  publication.charts = std::move(manuscript.charts);
  publication.pictures = std::move(manuscript.pictures);
  publication.library = std::move(manuscript.library);
  publication.glossary = std::move(manuscript.glossary);
  publication.changelogs = std::move(manuscript.changelogs);
  publication.lock = std::move(manuscript.lock);
  publication.retractions = std::move(manuscript.retractions);
  publication.books = make_books(publication.booklet, std::move(manuscript.documents));
  for (Book& book : publication.books) {
    number(book);
    give_ids(book);
    book.contents = make_contents(book);
    link_up(book, publication.files, findings);
    say_evidence(book);
    cite_works(book, publication, folders, findings);
  }
  return publication;
}

}  // namespace bifolio::resolve
