// PagedDocument → a tagged PDF 1.7 file (ISO 32000-1) that claims PDF/UA-1
// (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
#pragma once

#include <string>

#include "base/result.h"
#include "layout/frame.h"
#include "text/fonts.h"

namespace bifolio::pdf {

/// The same bytes for the same document. Reports pictures that cannot be drawn
/// and leaves their place empty; fails where the colour profile cannot be found or
/// a font must not be embedded. A document without tags becomes an untagged file
/// that claims PDF/A-2b alone.
Result<std::string> write(const layout::PagedDocument&, const text::Fonts&, Findings&);

RuleList rules();

}  // namespace bifolio::pdf
