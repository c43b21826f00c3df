// All paragraphs and headings of a book as lines, without pages: what
// `bifolio dump lines` prints.
#pragma once

#include <optional>

#include "base/tree.h"
#include "layout/layout.h"

namespace bifolio::layout {

/// A width in em of the body text, or in points; nothing means the edition's own.
struct MeasureWanted {
  std::optional<double> ems = {}, points = {};
};

/// The body style's measure, size and leading, and the lines (dump_lines.h), each
/// with its file and the number of its paragraph there. Headings are set like paragraphs.
Tree dump_text(const Publication&, const Book&, const Format&, const MeasureWanted&, const theme::Theme&,
               const text::Fonts&, const BuildStamp&, Findings&);

}  // namespace bifolio::layout
