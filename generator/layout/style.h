// Tokens → how the elements of a page look, for one edition and one language.
// Every size, colour and measure of a page comes from here, and here from the theme.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lang/lang.h"
#include "layout/layout.h"
#include "layout/paragraph.h"
#include "theme/theme.h"

namespace bifolio::layout {

/// How the letters of an element look, and the distance of its lines.
struct TextStyle {
  CharacterStyle character;
  Length leading;
};

struct Geometry {
  Length page_width, page_height;
  Length inner, outer, top;  ///< margins; of one-sided editions inner is left
  Length block_width, block_height;
  Length head_above;  ///< from the block's top up to the running head's baseline; 0 = no head
  Length foot_below;  ///< from the block's bottom down to the foot's baseline
};

/// Space around a heading.
struct HeadingSpace {
  Length above, below;
};

struct Look {
  Geometry page;
  Color ink, soft, accent, rule, hair;
  std::optional<Color> stripe;  ///< behind every second row of a table
  Length row_rule;              ///< between rows; 0 = none
  Color row_rule_color;
  TextStyle title, chapter, phase, body, alert, small, micro;
  TextStyle headings[4];  ///< of a document, h2, h3, h4 and below
  HeadingSpace spaces[4];
  Length indent;       ///< of a paragraph's first line
  Length gap;          ///< between paragraphs, where the edition opens one
  Length grid;         ///< baselines come back to whole grids from the block's top
  Length list_indent;  ///< of one level
  int kai_per_mille = 1050;
  bool is_large_print = false;
  bool is_han = false;
  ParagraphStyle::Setting setting = ParagraphStyle::Setting::justify;
  bool hyphenate = false;
};

Look read_look(const theme::Theme&, const Format&, const lang::Language&);

/// The baseline of a line box below its top: the em box stands in the middle.
Length baseline(const TextStyle&);

TextStyle in_face(TextStyle, text::Role, text::Weight = text::Weight::regular);
TextStyle in_color(TextStyle, Color);
/// Raised marks: 68%, but never too small to read.
CharacterStyle raised(const CharacterStyle&);
/// Not below that size, Latin letters in Chinese included, which are set a little smaller (ACCESSIBILITY BF-12).
CharacterStyle readable(CharacterStyle, Length least = pt(8));

}  // namespace bifolio::layout
