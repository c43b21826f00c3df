// Reads a tagged PDF back with libqpdf, as a screen reader would: the structure
// tree with the text of each element, found through marked-content ids and
// ToUnicode maps, and every glyph where it stands on the page. What breaks the
// rules of tagged PDF on the way is listed in `faults`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio::testing {

struct PdfElement {
  std::string role, language, alternative, actual_text, id, title;
  std::map<std::string, std::string> attributes;  ///< "Scope" → "/Row"; as written
  std::string text;                               ///< of its own marked content
  std::vector<int> pages;                         ///< of its own marked content, each once
  std::vector<std::string> links;                 ///< where its annotations lead: a URI or a destination
  std::vector<PdfElement> children;
};

struct PdfGlyph {
  int page = 0;
  int mcid = -1;     ///< -1 in an artifact
  std::string font;  ///< base name without its subset tag
  std::uint32_t code = 0;
  std::string text;                          ///< as ToUnicode says
  double x = 0, y = 0, size = 0, width = 0;  ///< points; width as /W says
};

struct PdfReading {
  PdfElement document;
  std::vector<std::string> artifacts;  ///< text outside the structure, by page
  std::vector<PdfGlyph> glyphs;        ///< in drawing order
  std::vector<std::string> faults;
};

/// Throws std::exception where libqpdf cannot read the file at all.
PdfReading read_pdf(const std::string& bytes);

/// The text of an element and everything in it, in reading order.
std::string text_of(const PdfElement&);
/// One line an element: indentation, role, attributes that are set, its own text.
std::string dump(const PdfElement&);

}  // namespace bifolio::testing
