// Book + Theme + Fonts → PagedDocument.
#pragma once

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
};

/// Lays out one book as pages. Reports what did not fit; always returns pages.
PagedDocument lay_out(const Publication&, const Book&, const Format&, const theme::Theme&, const text::Fonts&,
                      const BuildStamp&, Findings&);

/// Pages as text, for tests: boxes, lines, tags.
std::string dump(const PagedDocument&);

RuleList rules();

}  // namespace bifolio::layout
