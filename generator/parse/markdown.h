// The block structure of a Markdown text, as CommonMark 0.31 has it, with
// `:::` divisions, footnote definitions and the definitions of terms as further
// containers. cmark-gfm's
// home. cmark reads a shadow of the text (`shadow.h`) and its inline pass is
// skipped: inlines, tables, alerts and references are read from the source
// bytes by `inlines.h` and its neighbours, so that every node has an exact span.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "parse/shadow.h"

namespace bifolio::parse {

/// A line of a leaf block without the marks of the containers around it.
struct OutlineLine {
  std::size_t begin = 0, end = 0;
  int spaces = 0;  ///< of code: columns of indentation before `begin`
};

struct OutlineBlock {
  enum class Kind {
    document,
    quote,
    list,
    item,
    code,
    html,
    paragraph,
    heading,
    thematic_break,
    division,      ///< `::: {…}`
    division_end,  ///< a closing `:::`; stands after its division
    note,          ///< `[^label]:`
    definition,    ///< `: …`; the paragraph or the definition before it is a sibling
  };
  Kind kind = Kind::document;
  std::size_t begin = 0, end = 0;  ///< offsets in the source
  int level = 0;                   ///< of a heading
  int start = 1;                   ///< of an ordered list
  bool is_ordered = false;
  bool is_tight = false;
  bool is_fenced = false;
  bool is_apart = false;                ///< a blank line stands before this definition and after its term
  std::vector<OutlineLine> lines = {};  ///< of leaf blocks
  std::vector<OutlineBlock> children = {};
};

struct Outline {
  OutlineBlock document;
  bool is_too_deep = false;  ///< something nested deeper than 100 and was kept flat
  std::size_t too_deep_at = 0;
};

Outline read_outline(const Shadow&);

/// What an entity or character reference that starts with `&` stands for, and
/// how many bytes it takes; 0 bytes where there is none (CommonMark 0.31, 2.5).
struct DecodedEntity {
  std::string text;
  std::size_t size = 0;
};
DecodedEntity decode_entity(std::string_view text);

}  // namespace bifolio::parse
