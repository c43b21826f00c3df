// Drawings as SVG: real text, nothing that refers to anything outside, roles
// and names after the WAI-ARIA Graphics Module, as Vega writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "model/drawing.h"

namespace bifolio::html {

/// A colour that the page's style sheet may change (dark mode, high contrast): written as `var(--name,#0b4f75)`.
struct SvgVariable {
  Color color;
  std::string name;  ///< with its two hyphens
};

struct SvgOptions {
  std::string font_family = "sans-serif";
  std::string language = {};  ///< of most of its text; others are marked
  std::string id = {};        ///< prefix of the ids of title and description; "" leaves them out
  bool is_inline = false;     ///< inside an HTML page: no XML namespace, width follows the column
  std::vector<SvgVariable> variables = {};
};

/// The same bytes for the same drawing.
std::string write_svg(const Drawing&, const SvgOptions& = {});

}  // namespace bifolio::html
