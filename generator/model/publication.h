// A booklet ready to be printed: numbered, cited, linked, its languages paired.
// Nothing is left to look up.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/manuscript.h"

namespace bifolio {

/// Where a work is cited.
struct CitationPlace {
  std::size_t document = 0;  ///< index into Book::documents
  std::string anchor;        ///< id of the citation on that page
};

/// An entry of the list of references.
struct BibliographyEntry {
  std::size_t reference = 0;  ///< index into Publication::library
  std::string number;         ///< "[1]", "1"; empty in author-date styles
  RichText text;              ///< without the number where that stands in the margin
  std::string id;             ///< "ref-KEY"
  std::vector<CitationPlace> places;
  bool is_retracted = false;   ///< by the lock, the snapshot or bifolio.toml: printed with a visible mark
  bool is_unverified = false;  ///< the library says that the work could not be read
};

/// A line of the contents: a chapter, a document or a heading.
struct ContentsEntry {
  enum class Kind { chapter, document, heading };
  Kind kind = Kind::heading;
  int level = 1;  ///< 1 chapter, 2 document, 3 and below headings
  std::string number;
  Inlines title;
  std::size_t document = 0;
  std::string id;  ///< empty = the document's top
};

/// A chapter: its opener, if it has one, and its documents.
struct Chapter {
  std::string id;                          ///< phase id, or the document's id
  std::string number;                      ///< "1"
  std::optional<std::size_t> phase = {};   ///< index into Booklet::phases
  std::optional<std::size_t> opener = {};  ///< index into Book::documents
  std::vector<std::size_t> documents;      ///< the opener left out
};

/// The booklet in one language.
struct Book {
  std::string language;
  /// In reading order; the same documents at the same places in every language
  /// (a missing translation is stood in for, Document::is_missing).
  std::vector<Document> documents;
  std::vector<Chapter> chapters;
  std::vector<ContentsEntry> contents;
  std::vector<BibliographyEntry> references;  ///< in the order in which they are printed
  bool references_are_numbered = true;
  bool hanging_indent = false;
};

struct Publication {
  Booklet booklet;
  std::vector<std::string> files;
  std::vector<Book> books;  ///< in the order of Booklet::languages
  std::vector<Chart> charts;
  std::map<std::string, Picture, std::less<>> pictures;
  Library library;
  Glossary glossary;
  std::vector<Changelog> changelogs;
  std::optional<ReferenceLock> lock;
  std::optional<RetractionIndex> retractions;
};

}  // namespace bifolio
