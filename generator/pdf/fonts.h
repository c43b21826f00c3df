// The fonts of one PDF file: which glyphs are shown, under which codes, and which
// text each code stands for.
//
// A code of a PDF font has one text (ISO 32000-1, 9.10.3), but a glyph may stand
// for several: the same hyphen is U+002D here and U+00AD at a line's end. Such
// a glyph is shown through a second Type 0 font that shares the embedded program
// and differs in its ToUnicode map alone. ActualText would do as well, were it
// not that some readers lose the text after it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "layout/frame.h"
#include "pdf/clusters.h"
#include "pdf/writer.h"
#include "text/fonts.h"

namespace bifolio::pdf {

/// How a glyph is shown.
struct Shown {
  int font = 0;               ///< an index into the file's fonts
  std::uint32_t code = 0;     ///< two bytes
  int width = 0;              ///< in thousandths of the size, as /W says
  bool says_its_text = true;  ///< otherwise the text must be given as ActualText
};

class FontSet {
 public:
  explicit FontSet(const text::Fonts&);

  /// First all runs of the file are counted, then `settle` decides the codes.
  void count(const layout::GlyphRun&);
  void settle(Writer&);

  Shown show(text::FontId, std::uint32_t glyph, std::string_view text) const;
  /// The name under which resources list the font: "F3".
  static std::string resource_name(int font) { return "F" + std::to_string(font); }
  Ref ref(int font) const { return fonts_[font].ref; }

  /// Embeds subsets and writes the dictionaries. Fails where a licence forbids embedding.
  Outcome write(Writer&) const;

 private:
  struct Text {
    std::string text;
    std::size_t count = 0;
  };
  /// A face and, after `settle`, its Type 0 fonts.
  struct Face {
    std::map<std::uint32_t, std::vector<Text>> glyphs;  ///< the commonest text first
    int first_font = 0;
    std::size_t variants = 0;
  };
  struct Font {
    text::FontId face;
    std::size_t variant;
    Ref ref;
  };

  std::uint32_t drawable(text::FontId, std::uint32_t glyph) const;
  void count_text(text::FontId, std::uint32_t glyph, std::string_view text);
  int width(text::FontId, std::uint32_t glyph) const;
  Ref write_descendant(Writer&, text::FontId, const Face&) const;
  void write_type0(Writer&, const Font&, Ref descendant) const;
  std::string base_font(text::FontId, const Face&) const;

  const text::Fonts& fonts_of_theme_;
  std::map<text::FontId, Face> faces_;
  std::vector<Font> fonts_;
};

/// A ToUnicode CMap for codes of two bytes (9.10.3).
std::string to_unicode_map(const std::map<std::uint32_t, std::string>&);
/// The widths of ascending codes, those that equal `default_width` left out (9.7.4.3).
std::string width_array(const std::map<std::uint32_t, int>&, int default_width);

}  // namespace bifolio::pdf
