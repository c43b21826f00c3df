// What every part of layout has at hand while one book is made: the data to print,
// how it looks, and the lists that grow with the pages (tags, links, notes).
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "lang/lang.h"
#include "layout/box.h"
#include "layout/layout.h"
#include "layout/page_references.h"
#include "layout/style.h"
#include "layout/tags.h"

namespace bifolio::layout {

class Rehearsal;

/// Where a link leads: an address, or a name in PagedDocument::destinations.
struct LinkTarget {
  std::string url = {}, destination = {}, contents = {};
  int note = -1;  ///< of a note's mark: `contents` holds {n} for its number
};

/// A foot note, set before its page is known. Its mark and its label are printed
/// when the page is: notes are counted anew on each.
struct FootNote {
  std::size_t document = 0, note = 0;  ///< Document::notes of that document
  std::string language = {};           ///< notes of each language are counted by themselves
  std::vector<Box> lines = {};
  std::vector<int> nested = {};  ///< notes that this note mentions first
  int number = 0;                ///< on its page, from 1; 0 = not placed yet
};

/// A mark that is written anew when the note has its number.
struct NoteMarkText {
  int note = 0;
  CharacterStyle style;
  std::string language;
};

/// What grows with the pages. The columns of a parallel edition write into one.
struct Ledger {
  explicit Ledger(std::string_view language) : tags(language), front_section(tags.add("Sect", Tags::document())) {}

  Tags tags;
  std::vector<LinkTarget> links = {};
  std::vector<FootNote> notes = {};
  /// Tags whose text is a note's mark or label. Never iterated.
  std::unordered_map<TagId, NoteMarkText> note_tags = {};
  /// Tags that are named places: the first text with that tag is the place. Never iterated.
  std::unordered_map<TagId, std::string> places = {};
  TagId front_section;    ///< the first element: front matter is set last and read first
  int heading_level = 0;  ///< of the last heading's tag: no level is skipped
  PagedDocument out = {};
};

/// The terms and aliases of one word: drugs, genes, people.
std::vector<std::string> names_of(const Glossary&);

struct Workbench {
  const Publication& publication;
  const Book& book;
  const Format& format;
  const theme::Theme& theme;
  const text::Fonts& fonts;
  const BuildStamp& stamp;
  const lang::Language& language;
  Findings& findings;
  Ledger& ledger;
  Look look = {};
  /// Names of the glossary, which are never hyphenated (N01): sorted, in small letters.
  std::vector<std::string> whole_words = names_of(publication.glossary);
  std::string place_prefix = {};  ///< of names of places, where another column has the same ones

  Tags& tags = ledger.tags;
  std::vector<LinkTarget>& links = ledger.links;
  std::vector<FootNote>& notes = ledger.notes;
  std::unordered_map<TagId, NoteMarkText>& note_tags = ledger.note_tags;
  std::unordered_map<TagId, std::string>& places = ledger.places;
  int& heading_level = ledger.heading_level;
  PagedDocument& out = ledger.out;
  TagId front_section = ledger.front_section;
  /// What an earlier pass has set already.
  Rehearsal* rehearsal = nullptr;
  /// Pages named by references; without it none are.
  PageReferences* page_references = nullptr;
  /// While a note is set: the notes that it mentions first.
  std::vector<int>* nested_notes = nullptr;
  /// (document, note) → index into `notes`.
  std::map<std::pair<std::size_t, std::size_t>, int> note_numbers = {};
};

/// Another number for the same link in LinkPart and Piece.
int add_link(Workbench&, LinkTarget);
/// The name of a place in this column: of an id.
std::string place_name(const Workbench&, std::string_view id);
/// Of a block's id, or of a document's top.
std::string destination_name(const Workbench&, const Destination&);
/// Of a citation; its anchor is unique on its page of the site only.
std::string citation_place(const Workbench&, std::size_t document, std::string_view anchor);

void report(Workbench&, const Rule&, Span, std::vector<Argument> = {});

}  // namespace bifolio::layout
