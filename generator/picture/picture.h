// Drawings that authors bring (SVG) → Drawing. A file is read as if a stranger
// had sent it: a fixed set of shapes, styles and texts is understood, everything
// else is a finding, and no byte of its markup reaches an output, which only our
// own painters write. What cannot be drawn as its author sees it is not drawn at
// all: a figure with a part missing looks like data that is missing, while its
// alternative text stays true.
#pragma once

#include <optional>
#include <string_view>

#include "base/finding.h"
#include "model/drawing.h"
#include "model/manuscript.h"

namespace bifolio::picture {

/// Whether a picture is markup, whatever its name or its first bytes claim: it is never shown as it is.
bool is_markup(std::string_view path, std::string_view bytes);

/// SVG 1.1 (second edition) and what SVG 2 shares with it, in CSS pixels (96 an inch),
/// transformations applied; nothing where that would not be what the file shows.
/// `language` is that of text which names no other.
std::optional<Drawing> read_svg(const Picture&, std::string_view language, Findings&);

RuleList rules();

}  // namespace bifolio::picture
