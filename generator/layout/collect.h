// Inlines → pieces: what the author wrote becomes styled text whose every byte
// has a leaf of the structure tree, a language and perhaps a link.
//
// A block of plain text is one leaf: its own tag. Where something inside needs an
// element of its own (a link, a citation, a note, code, another language), the
// plain text between becomes Span leaves, for a tag has content or children, never
// both. Emphasis needs no element: it changes the look alone.
#pragma once

#include <string>
#include <vector>

#include "layout/paragraph.h"
#include "layout/workbench.h"

namespace bifolio::layout {

struct Context {
  CharacterStyle style;
  TagId tag = kArtifact;  ///< the block's element; kArtifact makes furniture, without links
  std::string language;
  std::size_t document = 0;  ///< whose notes are meant
  bool names_pages = true;   ///< after references to other pages; titles do not
};

struct Collected {
  std::vector<Piece> pieces;
  std::vector<int> notes;  ///< mentioned here for the first time, still to be set
  bool shows_minus = false;  ///< a minus sign stands where the source has a hyphen, see table.h
};

Collected collect(Workbench&, const Inlines&, const Context&);
Collected collect(Workbench&, const RichText&, const Context&);
/// Plain text that the program or the configuration brings.
std::vector<Piece> collect(const std::string& text, const Context&);

/// How the mark of a note looks after text in that style.
CharacterStyle note_mark_style(const Workbench&, const CharacterStyle& base);

}  // namespace bifolio::layout
