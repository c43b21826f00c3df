// Book + Theme + Fonts → PagedDocument.
#pragma once

#include <string_view>

#include "base/finding.h"
#include "layout/frame.h"
#include "model/publication.h"
#include "text/fonts.h"
#include "theme/theme.h"

namespace bifolio::layout {

/// What distinguishes one paged edition from another; geometry and type come
/// from the theme's tokens for `edition`.
struct Format {
  std::string edition = "pdf";  ///< the tokens' data-edition
  bool is_two_sided = true;
  bool has_cover = true;
  bool is_large_print = false;      ///< no italic, marks on the line and at full size
  bool is_ragged_in_latin = false;  ///< left-aligned and never hyphenated
  int stacked_from_columns = 1000;  ///< tables with as many columns become stacks
  bool has_floats = false;  ///< a figure without room stands overleaf, and the text goes on; so does a short table
  /// What a `.turned` table turns: nothing, its pages, or the text block between upright heads and folios.
  enum class Turns { nothing, pages, blocks } turns = Turns::nothing;
  bool has_page_turns = false;  ///< zones for gaze and switches: previous, next, contents
};

/// The format of a paged edition by its name: pdf, large, screen, phone, parallel, print.
Format format_of(std::string_view edition);

/// Lays out one book as pages. Reports what did not fit; always returns pages.
PagedDocument lay_out(const Publication&, const Book&, const Format&, const theme::Theme&, const text::Fonts&,
                      const BuildStamp&, Findings&);

/// Lays out two books of one publication side by side, paragraph beside paragraph:
/// `book` left, `other` right. A table too long for a column stands over the whole width,
/// in one language after the other.
PagedDocument lay_out_parallel(const Publication&, const Book& book, const Book& other, const Format&,
                               const theme::Theme&, const text::Fonts&, const BuildStamp&, Findings&);

/// Paper that pages are printed on, two a side.
struct Sheet {
  Length width, height;
  Length creep = {};  ///< by which a sheet's pages move towards the fold, for each sheet around it
};

/// Unscaled pages on sheets, in saddle order. What is read aloud or pressed stays
/// with the pages: sheets are for printing, so they have no structure, links or outline.
PagedDocument impose(const PagedDocument&, const Sheet&);

/// Pages as text, for tests: boxes, lines, tags.
std::string dump(const PagedDocument&);

RuleList rules();

}  // namespace bifolio::layout
