// `{#id .class key="value" key=value}` after a heading, an image, a link, a
// span, a code block, a table's caption or the colons of a division (pandoc's
// `attributes`). Full-width braces and quotation marks, slips of an input
// method, are read as what was meant, and said.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "model/attributes.h"
#include "parse/leaf_text.h"

namespace bifolio::parse {

struct Braces {
  Attributes attributes;
  std::size_t end = 0;          ///< after the closing brace
  std::vector<Fix> slips = {};  ///< full-width marks and the ASCII ones that were meant
  std::string seen_slips = {};  ///< those marks
};

/// The attributes that open at `at`, or nothing where these bytes are no attributes.
std::optional<Braces> read_braces(const LeafText&, std::size_t at);

/// Whether what opens at `at` was probably meant as attributes: `{#`, `{.`, `{key=`.
bool looks_like_braces(std::string_view text, std::size_t at);

/// Reports slips in braces that were read all the same.
void report_slips(const Braces&, Findings&);

/// Attributes that end the text, as in `## Heading {#id}`; `text_end` is where
/// the text before them ends. Reports braces that are not closed or not understood.
struct TrailingBraces {
  Attributes attributes;
  std::size_t text_end;
};
TrailingBraces take_trailing_braces(const LeafText&, Findings&);

}  // namespace bifolio::parse
