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
#include "layout/style.h"
#include "layout/tags.h"

namespace bifolio::layout {

/// Where a link leads: an address, or a name in PagedDocument::destinations.
struct LinkTarget {
  std::string url = {}, destination = {}, contents = {};
  int note = -1;  ///< of a note's mark: `contents` holds {n} for its number
};

/// A foot note, set before its page is known. Its mark and its label are printed
/// when the page is: notes are counted anew on each.
struct FootNote {
  std::size_t document = 0, note = 0;  ///< Document::notes of that document
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

struct Workbench {
  const Publication& publication;
  const Book& book;
  const Format& format;
  const theme::Theme& theme;
  const text::Fonts& fonts;
  const BuildStamp& stamp;
  const lang::Language& language;
  Findings& findings;

  Look look = {};
  Tags tags = Tags();
  std::vector<LinkTarget> links = {};
  std::vector<FootNote> notes = {};
  /// (document, note) → index into `notes`.
  std::map<std::pair<std::size_t, std::size_t>, int> note_numbers = {};
  /// Tags whose text is a note's mark or label. Never iterated.
  std::unordered_map<TagId, NoteMarkText> note_tags = {};
  /// Tags that are named places: the first text with that tag is the place. Never iterated.
  std::unordered_map<TagId, std::string> places = {};
  TagId front_section = kArtifact;  ///< the first element: front matter is set last and read first
  int heading_level = 0;            ///< of the last heading's tag: no level is skipped
  PagedDocument out = {};
};

/// Another number for the same link in LinkPart and Piece.
int add_link(Workbench&, LinkTarget);
/// The name of a place: of a block's id, or of a document's top.
std::string destination_name(const Workbench&, const Destination&);
/// The name of a citation's place; its anchor is unique on its page of the site only.
std::string citation_place(std::size_t document, std::string_view anchor);

void report(Workbench&, const Rule&, Span, std::vector<Argument> = {});

}  // namespace bifolio::layout
