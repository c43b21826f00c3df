// The LaTeX that bibliographies hold → text with the markup of CSL-JSON:
// accents and symbols as Unicode, `\emph` as `<i>`, `$\alpha_2$` as α<sub>2</sub>.
#pragma once

#include <string>
#include <string_view>

namespace bifolio::parse {

enum class LatexMarkup {
  none,   ///< names, identifiers: text only
  field,  ///< `<i>`, `<sup>` …
  title,  ///< and braces that protect capitals become `<span class="nocase">`
};

std::string latex_to_text(std::string_view, LatexMarkup);

}  // namespace bifolio::parse
