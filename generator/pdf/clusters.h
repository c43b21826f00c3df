// The glyph runs of a display list, read as clusters: glyphs and the text they
// stand for together. Clusters cover the run's text without gap or overlap, so
// that what is read aloud or copied is the text itself.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/frame.h"

namespace bifolio::pdf {

struct Cluster {
  std::size_t first = 0, count = 0;  ///< glyphs of the run
  std::string_view text;
};

/// Into a list that is used again for the next run.
void find_clusters(const layout::GlyphRun&, std::vector<Cluster>&);

/// The texts of a cluster's glyphs, one after another the cluster's text. Where
/// there are more glyphs than characters (one character drawn in parts) the
/// last ones are empty. Takes the next one's off `rest`.
std::string_view take_glyph_text(std::string_view& rest, bool is_last);

}  // namespace bifolio::pdf
