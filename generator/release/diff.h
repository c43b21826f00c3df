// What changed between two versions of a booklet, read from their models and
// told so that a patient's family can follow: sections, claims whose numbers
// changed, tables by row and cell, therapies whose evidence changed, works, and
// figures, for each language by itself.
//
// The surprise: numbers of references, tables and sections are left out of the
// comparison. One new reference near the front moves all of them, and nothing
// has changed for the reader.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/publication.h"
#include "release/page.h"

namespace bifolio::release {

/// A run of words that both versions have, or only one. Long runs that both
/// have are cut to their ends, with “…” between.
struct Piece {
  enum class Kind { kept, removed, added };
  Kind kind = Kind::kept;
  std::string text;
};
using Pieces = std::vector<Piece>;

struct SectionChange {
  enum class Kind { added, removed, moved, rewritten };
  Kind kind;
  std::string title;               ///< with its number
  std::vector<Pieces> paragraphs;  ///< rewritten: those that changed
};
/// A sentence that says the same of other numbers.
struct ClaimChange {
  std::string section;
  Pieces sentence;
  std::vector<std::string> before, after;  ///< its numbers
};
struct CellChange {
  std::string row, column;
  Pieces text;
};
struct TableChange {
  enum class Kind { added, removed, changed };
  Kind kind;
  std::string title;
  std::vector<std::string> rows_added, rows_removed, columns_added, columns_removed;
  std::vector<CellChange> cells;
};
/// What is known of a therapy; empty where that version does not name it.
struct TherapyChange {
  std::string name, before, after;
};
struct WorkChange {
  enum class Kind { added, removed, corrected, retracted };
  Kind kind;
  std::string text;
};
struct FigureChange {
  enum class Kind { added, removed, redrawn, reworded };
  Kind kind;
  std::string title;
};

struct BookChanges {
  std::string language;
  std::vector<SectionChange> sections;
  std::vector<ClaimChange> claims;
  std::vector<TableChange> tables;
  std::vector<TherapyChange> therapies;
  std::vector<WorkChange> works;
  std::vector<FigureChange> figures;

  bool is_empty() const;
};

struct Changes {
  std::string before, after;  ///< versions
  LocalText title;
  std::vector<BookChanges> books;  ///< of the languages that both have
};

Changes compare(const Publication& before, const Publication& after);

/// One language as text, Markdown or a page, in its own words.
std::string write_text(const Changes&, const BookChanges&);
std::string write_markdown(const Changes&, const BookChanges&);
/// `assets` is the address of the folder of style sheets; empty = the page has none.
std::string write_html_page(const Changes&, const BookChanges&, const std::string& assets,
                            const std::vector<PageLink>& links);
/// All languages, for machines.
std::string write_json(const Changes&);

}  // namespace bifolio::release
