// What a citation processor prints: text with formatting in which every piece
// still knows the CSL variable it came from, so that HTML and PDF can link a DOI
// and checks can audit what was printed.
#pragma once

#include <string>
#include <vector>

namespace bifolio {

struct RichStyle {
  enum class Slant { inherit, normal, italic, oblique };
  enum class Weight { inherit, normal, bold, light };
  enum class Variant { inherit, normal, small_caps };
  enum class Decoration { inherit, none, underline };
  enum class Position { inherit, baseline, superscript, subscript };
  /// CSL 1.0.2, `display` on rendering elements of a bibliography.
  enum class Display { none, block, left_margin, right_inline, indent };

  Slant slant = Slant::inherit;
  Weight weight = Weight::inherit;
  Variant variant = Variant::inherit;
  Decoration decoration = Decoration::inherit;
  Position position = Position::inherit;
  Display display = Display::none;
  bool operator==(const RichStyle&) const = default;
};

/// A node has text or children, never both.
struct RichText {
  std::string text = {};
  std::vector<RichText> children = {};
  RichStyle style = {};
  std::string variable = {};  ///< the CSL variable it renders: "DOI", "title", "author"; empty for affixes
  std::string url = {};       ///< where a reader goes from here; empty for plain text
  std::string language = {};  ///< BCP 47 tag where it differs from the text around it
};

/// All its text, without formatting.
std::string plain_text(const RichText&);

}  // namespace bifolio
