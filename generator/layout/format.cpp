#include "layout/layout.h"

namespace bifolio::layout {

Format format_of(std::string_view edition) {
  Format format;
  format.edition = std::string(edition);
  // Who reads by gaze, magnified or beside another language finds a figure where its text is.
  format.has_floats = edition == "pdf" || edition == "print";
  if (format.has_floats) {
    // On a screen a page is turned; a folded booklet is, with folios where a thumb finds them.
    format.turns = edition == "pdf" ? Format::Turns::pages : Format::Turns::blocks;
    return format;
  }
  format.is_two_sided = false;
  format.is_large_print = edition == "large";
  format.is_ragged_in_latin = edition == "large" || edition == "phone";
  format.has_page_turns = edition == "screen";
  // A stack reads well where columns would hold a word a line.
  if (edition == "large") format.stacked_from_columns = 3;
  if (edition == "phone") format.stacked_from_columns = 1;
  return format;
}

}  // namespace bifolio::layout
