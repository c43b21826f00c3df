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

std::vector<Cluster> clusters(const layout::GlyphRun& run) {
  std::vector<Cluster> found;
  found.reserve(run.glyphs.size());
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    if (found.empty() || starts_cluster(run.glyphs[i])) found.push_back({i, 0, {}});
    ++found.back().count;
  }
  cover_all_text(found, run);
  return found;
}

std::vector<std::string_view> glyph_texts(const Cluster& cluster) {
  std::vector<std::string_view> texts(cluster.count);
  std::string_view rest = cluster.text;
  for (std::size_t i = 0; i < texts.size() && !rest.empty(); ++i) {
    const bool is_last = i + 1 == texts.size();
    texts[i] = rest.substr(0, is_last ? rest.size() : decode_utf8(rest, 0).size);
    rest.remove_prefix(texts[i].size());
  }
  return texts;
}

}  // namespace bifolio::pdf
