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

/// A glyph of a face in this file and the texts it stands for, the first one met first.
struct UsedGlyph {
  std::uint32_t code = 0;
  int width = 0;
  std::vector<std::string> texts;
};

/// A face of which the file shows glyphs, and its Type 0 fonts: one for each of the
/// texts that its most ambiguous glyph stands for.
struct UsedFace {
  text::FontId id;
  std::vector<std::uint32_t> slots;  ///< by glyph: 1 + its index in `glyphs`, 0 where it was not yet shown
  std::vector<UsedGlyph> glyphs;
  std::vector<int> fonts;  ///< indices into FontSet's, by variant
};

class FontSet {
 public:
  /// References to fonts are reserved as they are met.
  FontSet(const text::Fonts&, Writer&);

  /// Stays where it is.
  UsedFace& face(text::FontId);
  /// The same calls in the same order give the same codes.
  Shown show(UsedFace&, std::uint32_t glyph, std::string_view text);
  /// The name under which resources list the font: "F3".
  static std::string resource_name(int font) { return "F" + std::to_string(font); }
  Ref ref(int font) const { return refs_[static_cast<std::size_t>(font)]; }

  /// Embeds subsets and writes the dictionaries. Fails where a licence forbids embedding.
  Outcome write() const;

 private:
  std::uint32_t drawable(text::FontId, std::uint32_t glyph) const;
  UsedGlyph& used(UsedFace&, std::uint32_t glyph) const;
  int font(UsedFace&, std::size_t variant);
  Ref write_descendant(const UsedFace&) const;
  void write_type0(const UsedFace&, std::size_t variant, Ref descendant) const;
  std::string base_font(const UsedFace&) const;

  const text::Fonts& fonts_of_theme_;
  Writer& writer_;
  std::map<text::FontId, UsedFace> faces_;
  std::vector<Ref> refs_;
};

/// A ToUnicode CMap for codes of two bytes (9.10.3).
std::string to_unicode_map(const std::map<std::uint32_t, std::string>&);
/// The widths of ascending codes, those that equal `default_width` left out (9.7.4.3).
std::string width_array(const std::map<std::uint32_t, int>&, int default_width);

}  // namespace bifolio::pdf
