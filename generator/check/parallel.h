// Two languages of one document side by side: sections paired by their headings'
// ids, then by level and place; inside them paragraphs, list items, definitions, tables and
// figures paired by kind and place. Where the structures differ, the pairs that
// share most names, numbers and citations win, so that one missing paragraph is
// one finding and not a shifted document.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "check/prose.h"
#include "check/sync.h"

namespace bifolio::check {

/// The smallest piece that a translation has too.
struct Unit {
  enum class Kind {
    title,
    abstract,
    takeaway,
    heading,
    paragraph,
    item,
    term,
    definition,
    quote,
    table,
    figure,
    code,
    note
  };
  Kind kind = Kind::paragraph;
  const Block* block = nullptr;  ///< nothing for titles and abstracts
  Span span = {};
  Passage passage = {};    ///< its text; the caption of tables and figures
  std::string name = {};   ///< an explicit id or a note's label
  bool is_orphan = false;  ///< its section's heading has no partner, which is reported already

  /// Just behind its last character: where something is missing.
  Span end() const;
};

/// Either side may be absent, not both.
struct UnitPair {
  const Unit* source = nullptr;
  const Unit* translation = nullptr;
};

/// Everything under one heading (or before the first), in both languages.
struct SectionPair {
  std::vector<UnitPair> units;
  bool is_complete() const;  ///< every unit has its partner
};

struct HeadingPair {
  const Unit* source = nullptr;
  const Unit* translation = nullptr;
};

struct Parallel {
  const Book* source_book = nullptr;
  const Book* book = nullptr;
  const Document* source = nullptr;
  const Document* translation = nullptr;
  std::vector<std::vector<Unit>> source_sections, sections;  ///< own the units; a heading is its section's first
  std::vector<HeadingPair> headings;
  std::vector<SectionPair> pairs;
};

/// Every document that exists in the source language and in another one.
std::vector<Parallel> parallels_of(const Publication&);

/// A language as messages name it: “English”, “英文”.
Argument language_argument(std::string name, std::string_view tag);

/// Its text, and the cells of tables.
std::vector<const Inlines*> inlines_of(const Unit&);
/// Citation keys in the text, in order.
std::vector<std::string> cited_keys(const Unit&);

}  // namespace bifolio::check
