// BibTeX's own syntax: entries, strings, comments. No meaning yet, no LaTeX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "base/span.h"
#include "parse/library_entries.h"

namespace bifolio::parse {

struct BibField {
  std::string name;   ///< lower case
  std::string value;  ///< LaTeX, outer braces or quotes removed, parts joined
  Span span;          ///< the value as written
};

struct BibEntry {
  std::string type, key;  ///< type in lower case
  std::vector<BibField> fields;
  Span key_span, span;

  const BibField* find(std::string_view name) const;
};

/// All entries of the file; @string is resolved, @comment and @preamble left out.
/// A fault costs the field or the entry it is in: reading goes on at the next `@`
/// that begins a line.
std::vector<BibEntry> read_bib_syntax(std::string_view text, FileId, LibraryEntries&);

}  // namespace bifolio::parse
