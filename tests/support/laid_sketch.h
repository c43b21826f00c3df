// A sketch as pages of an edition without covers, and where its texts came to stand.
#pragma once

#include <string_view>

#include "layout/layout.h"
#include "support/layout_setting.h"
#include "support/sketch.h"

namespace bifolio::testing {

inline layout::PagedDocument lay_sketch(std::string_view text, std::string_view edition) {
  const Publication publication = sketch(text);
  layout::Format format = layout::format_of(edition);
  format.has_cover = false;
  Findings findings;
  return layout::lay_out(publication, publication.books[0], format, icebreaker(), icebreaker_fonts(), {2025, 9, 8},
                         findings);
}

/// The page of a text, from 1; the body comes after the contents.
inline std::size_t page_of(const layout::PagedDocument& document, std::string_view text) {
  for (std::size_t i = document.pages.size(); i > 0; --i) {
    for (const layout::Item& item : document.pages[i - 1].items) {
      const auto* run = std::get_if<layout::GlyphRun>(&item);
      if (run != nullptr && run->tag != layout::kArtifact && run->text.find(text) != std::string::npos) return i;
    }
  }
  return 0;
}

}  // namespace bifolio::testing
