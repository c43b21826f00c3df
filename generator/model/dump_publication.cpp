#include "base/quote.h"
#include "model/dump.h"

namespace bifolio {
namespace {

void dump_chapters(const Book& book, std::string& out) {
  for (const Chapter& chapter : book.chapters) {
    out += "  chapter " + chapter.id + (chapter.number.empty() ? "" : " " + chapter.number) + "\n";
    const auto line = [&](std::size_t index) {
      const Document& document = book.documents[index];
      out += "    " + (document.number.empty() ? "-" : document.number) + " " + document.page + " #" + document.id;
      out += (document.is_missing ? " missing " : " ") + quote(plain_text(document.title)) + "\n";
    };
    if (chapter.opener) line(*chapter.opener);
    for (const std::size_t index : chapter.documents) line(index);
  }
}

void dump_references(const Book& book, const Library& library, std::string& out) {
  for (const BibliographyEntry& entry : book.references) {
    out += "  reference " + library.references[entry.reference].key + " " + quote(entry.number) + " " +
           quote(plain_text(entry.text));
    for (const CitationPlace& place : entry.places) out += " #" + place.anchor;
    out += "\n";
  }
}

}  // namespace

std::string dump(const Publication& publication, DumpSpans spans) {
  std::string out;
  for (const Book& book : publication.books) {
    out += "book " + book.language + "\n";
    dump_chapters(book, out);
    dump_references(book, publication.library, out);
    for (const Document& document : book.documents) out += dump(document, spans);
  }
  return out;
}

}  // namespace bifolio
