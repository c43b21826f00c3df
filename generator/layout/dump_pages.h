// Pages as data: every run of text, box, link and tag, in points from the page's
// top left, so that rules of typesetting can be checked from outside.
#pragma once

#include "base/tree.h"
#include "layout/frame.h"

namespace bifolio::layout {

Tree dump_pages(const PagedDocument&, const text::Fonts&);

}  // namespace bifolio::layout
