#include "pdf/clusters.h"

#include <algorithm>

#include "base/utf8.h"

namespace bifolio::pdf {

void find_clusters(const layout::GlyphRun& run, std::vector<Cluster>& found) {
  found.clear();
  std::string_view rest = run.text;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const std::size_t size = std::min<std::size_t>(run.glyphs[i].text_size, rest.size());
    if (found.empty() || size > 0) found.push_back({i, 0, rest.substr(0, size)});
    ++found.back().count;
    rest.remove_prefix(size);
  }
  // Text that no glyph claims belongs to the last.
  if (!found.empty()) found.back().text = {found.back().text.data(), found.back().text.size() + rest.size()};
}

std::string_view take_glyph_text(std::string_view& rest, bool is_last) {
  const std::string_view text = is_last || rest.empty() ? rest : rest.substr(0, decode_utf8(rest, 0).size);
  rest.remove_prefix(text.size());
  return text;
}

}  // namespace bifolio::pdf
