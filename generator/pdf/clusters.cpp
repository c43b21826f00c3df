#include "pdf/clusters.h"

#include <algorithm>

#include "base/utf8.h"

namespace bifolio::pdf {
namespace {

bool starts_cluster(const layout::Glyph& glyph) {
  return glyph.text_begin < glyph.text_end;
}

// Text that no glyph claims (a joiner, a variation selector that the font
// swallowed) belongs to the cluster before it; what precedes all, to the first.
void cover_all_text(std::vector<Cluster>& found, const layout::GlyphRun& run) {
  const std::string_view text = run.text;
  std::size_t from = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    std::size_t to = text.size();
    if (i + 1 < found.size()) {
      to = std::clamp<std::size_t>(run.glyphs[found[i + 1].first].text_begin, from, text.size());
    }
    found[i].text = text.substr(from, to - from);
    from = to;
  }
}

}  // namespace

void find_clusters(const layout::GlyphRun& run, std::vector<Cluster>& found) {
  found.clear();
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    if (found.empty() || starts_cluster(run.glyphs[i])) found.push_back({i, 0, {}});
    ++found.back().count;
  }
  cover_all_text(found, run);
}

std::vector<Cluster> clusters(const layout::GlyphRun& run) {
  std::vector<Cluster> found;
  find_clusters(run, found);
  return found;
}

std::string_view take_glyph_text(std::string_view& rest, bool is_last) {
  const std::string_view text = is_last || rest.empty() ? rest : rest.substr(0, decode_utf8(rest, 0).size);
  rest.remove_prefix(text.size());
  return text;
}

}  // namespace bifolio::pdf
