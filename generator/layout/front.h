// The parts of the front matter.
#pragma once

#include "layout/book.h"

namespace bifolio::layout {

/// The typographic cover: lines that a channel opens, one for each month of the work.
Box front_cover(Workbench&, TagId parent);
/// The same lines unbroken: the ice runs round the spine.
Box back_cover(Workbench&, TagId parent, Length left);
/// Who made this, when, under which licence, and what it is not.
void add_imprint(Workbench&, Flow&);
void add_contents(Workbench&, Flow&, const Part& body);

/// The channel of the cover: its paths, on a page of that size.
struct CoverLines {
  Length width, height;
  int count = 14;
  Color color;
};
std::vector<Path> opened_lines(const CoverLines&);
std::vector<Path> unbroken_lines(const CoverLines&);
/// Where the first line lies.
Length line_top(const CoverLines&);
/// Months in all phases, between 10 and 24; 14 without phases.
int cover_line_count(const Booklet&);

}  // namespace bifolio::layout
