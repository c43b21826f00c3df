// The small part of CSS that tokens.css is written in (see theme.h). Whatever is
// outside it is reported with its place and skipped as CSS itself would skip it:
// to the end of the declaration, or of the block.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "theme/theme.h"

namespace bifolio::theme {

/// `:root[data-edition="large"]:lang(zh)`; both parts may be empty.
struct Selector {
  std::string edition, language;
};

/// `--name: value;`
struct Declaration {
  std::string name;
  std::string value;  ///< trimmed, without comments
  Span span = {};
};

struct StyleRule {
  std::vector<Selector> selectors;
  Media media = Media::light;
  std::vector<Declaration> declarations;
};

std::vector<StyleRule> read_css(std::string_view text, FileId, Findings&);

}  // namespace bifolio::theme
