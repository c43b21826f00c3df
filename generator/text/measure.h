// One line of text without breaks: for the labels of charts, and for whoever
// needs to know how wide some text will be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/choose_face.h"
#include "text/fonts.h"

namespace bifolio::text {

/// A glyph of a LineRun and the bytes of the run's text it stands for.
struct LineGlyph {
  std::uint32_t id = 0;
  Length advance, dx, dy;
  std::uint32_t begin = 0, end = 0;
};

/// A stretch of a line in one face and size.
struct LineRun {
  FontId font;
  Length size;
  Length x;  ///< of its first glyph, from the line's start
  std::string text;
  std::vector<LineGlyph> glyphs;
};

/// The glyphs of the text, in order, with a quarter em between Han and Latin (C11).
std::vector<LineRun> set_line(const Fonts&, std::string_view text, const TextStyle&, Length size,
                              std::string_view language);

Length width(const Fonts&, std::string_view text, const TextStyle&, Length size, std::string_view language);

/// How far text of this style reaches above and below its baseline; both positive.
struct LineHeight {
  Length ascent, descent;
};
LineHeight line_height(const Fonts&, const TextStyle&, Length size, std::string_view language);

}  // namespace bifolio::text
