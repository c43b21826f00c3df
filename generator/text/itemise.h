// Text in scripts that no face of a theme has (an author's name in Arabic, Thai or
// Devanagari): Pango tells its script and direction, and a Noto face for the
// script draws it. Pango's home. Han, Latin, Greek and Cyrillic never come here:
// for them a face is chosen character by character, which is several times
// faster and keeps Chinese quotes in the Chinese face (C21).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/fonts.h"

namespace bifolio::text {

/// A stretch of one script and direction, and the face that draws it.
struct ScriptRun {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  FontId font;
  bool is_right_to_left = false;  ///< to be shaped and placed as a whole
};

/// Whether any character may need `itemise`: a scan, without Pango.
bool has_other_script(std::string_view);

/// The stretches that need a face of their own, in order; the rest of the text is
/// not mentioned, nor is a script that no installed face has.
std::vector<ScriptRun> itemise(const Fonts&, std::string_view text, std::string_view language);

}  // namespace bifolio::text
