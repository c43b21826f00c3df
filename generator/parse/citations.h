// `[see @a, pp. 3–5; -@b]` (pandoc, “Citation syntax”): the bracket's inlines
// become works with prefix, locator and suffix.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "model/inline.h"

namespace bifolio::parse {

/// `inside` holds the keys as narrative citations of one work each.
Citation make_citation(Inlines inside, Findings&);

/// The locator at the start of the text after a key: `, pp. 3–5`, `，第3页`.
struct Locator {
  std::string label;  ///< CSL 1.0.2 locator type; empty where there is none
  std::string value;
  std::size_t size = 0;  ///< bytes of the text that it takes
};
Locator read_locator(std::string_view text);

}  // namespace bifolio::parse
