// A PagedDocument: pages as a display list, with the structure that makes them
// readable aloud. Everything is decided here; `pdf/` and `raster/` only draw.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/artifact.h"
#include "base/color.h"
#include "base/length.h"
#include "base/span.h"
#include "layout/tag.h"
#include "model/drawing.h"
#include "text/fonts.h"

namespace bifolio::layout {

/// A length within a line, in half the space: there is one for every glyph of a book.
struct ShortLength {
  std::int32_t units = 0;

  ShortLength() = default;
  ShortLength(Length length)
      : units(static_cast<std::int32_t>(std::clamp<std::int64_t>(length.units, INT32_MIN, INT32_MAX))) {}
  operator Length() const { return {units}; }
  ShortLength& operator+=(Length more) { return *this = Length(*this) + more; }
  double points() const { return Length(*this).points(); }
  auto operator<=>(const ShortLength&) const = default;
};

/// By how much a glyph is shifted, in a quarter of the space: whole 1/256 of a point.
struct Shift {
  std::int16_t steps = 0;

  Shift() = default;
  Shift(Length length)
      : steps(static_cast<std::int16_t>(std::clamp<std::int64_t>(length.units / kStep, INT16_MIN, INT16_MAX))) {}
  operator Length() const { return {steps * kStep}; }
  double points() const { return Length(*this).points(); }
  auto operator<=>(const Shift&) const = default;

 private:
  static constexpr std::int64_t kStep = Length::kPerPoint / 256;
};

/// A glyph and how many bytes of its run's text it stands for, which follow those of
/// the glyph before. In a cluster of several glyphs the first carries the text, the
/// others have none; a ligature's text is all its letters.
struct Glyph {
  std::uint16_t id = 0;
  std::uint16_t text_size = 0;
  ShortLength advance;  ///< to the next glyph's origin, justification included
  Shift dx, dy;         ///< of this glyph alone; dy upwards
};

/// Glyphs of one face and size on one baseline. A hyphen that line breaking
/// added stands for U+00AD in `text`; a space that ends a line is still there.
struct GlyphRun {
  text::FontId font;
  Length size;
  Point origin;  ///< of the first glyph, on the baseline, from the page's top left
  Color color;
  std::string text;
  std::string language;
  std::vector<Glyph> glyphs;
  TagId tag = kArtifact;
};

struct PathStep {
  enum class Kind : std::uint8_t { move, line, curve, close };
  Kind kind;
  Point a, b, c;  ///< move and line use a; curve has controls a, b and end c
};

/// A rule, a box, a line of the cover.
struct Path {
  std::vector<PathStep> steps;
  std::optional<Color> fill = {}, stroke = {};
  Length width = {};
  std::vector<Length> dashes = {};
  TagId tag = kArtifact;
};

/// A picture from PagedDocument::pictures.
struct PlacedPicture {
  std::size_t picture = 0;
  Rect area;
  TagId tag = kArtifact;
};

/// A chart from PagedDocument::drawings, scaled to the area.
struct PlacedDrawing {
  std::size_t drawing = 0;
  Rect area;
  TagId tag = kArtifact;
};

struct Page;

/// A landscape page on an upright one, turned against the clock: its left edge is at the
/// foot, its top at the left. It is for paper, so nothing in it is read aloud.
struct TurnedPage {
  std::shared_ptr<const Page> page;
  Point origin;  ///< of its top left corner once it is turned
  TagId tag = kArtifact;
};

using Item = std::variant<GlyphRun, Path, PlacedPicture, PlacedDrawing, TurnedPage>;

/// A place to press. Its tag is a Link element; `contents` is read aloud.
struct LinkArea {
  std::vector<Rect> areas;       ///< one for each line it covers on this page
  std::string url = {};          ///< outside the document, or
  std::string destination = {};  ///< a name in PagedDocument::destinations
  std::string contents = {};
  TagId tag = kArtifact;
};

struct Page {
  Length width, height;
  std::vector<Item> items;  ///< in drawing order, which is also reading order
  std::vector<LinkArea> links;
  std::string folio;  ///< as printed and as the page label says: "iv", "12"
};

struct OutlineEntry {
  int level = 1;
  std::string title;
  std::string destination;
};

struct DestinationPlace {
  std::size_t page = 0;
  Length x, y;
  TagId tag = kArtifact;
};

/// Pages from `first_page` on count in this style from `start`.
struct PageLabels {
  enum class Style { arabic, roman, none };
  std::size_t first_page = 0;
  Style style = Style::arabic;
  int start = 1;
  std::string prefix = {};
};

struct PlacedPictureData {
  std::string bytes;          ///< a whole PNG or JPEG file
  int width = 0, height = 0;  ///< as it is shown
  Span span = {};             ///< where the author names it, for findings
  int orientation = 1;        ///< how its pixels are turned for that, 1 to 8 (Exif 2.32, 4.6.4 A)
};

/// Where a place in a picture's pixels is shown, both as shares of width and height
/// from the top left: x' = a x + c y + e, y' = b x + d y + f.
struct Turn {
  int a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};
Turn turn_of(int orientation);

struct DocumentFacts {
  std::string title, subtitle, author, subject, keywords, language, version;
  std::map<std::string, std::string> other_titles = {};  ///< by language: what the booklet's other books are called
  BuildStamp stamp;
};

struct PagedDocument {
  DocumentFacts facts;
  std::vector<Page> pages;
  std::vector<Tag> tags;  ///< empty: sheets for the printer, which nobody reads aloud
  std::vector<OutlineEntry> outline;
  std::map<std::string, DestinationPlace> destinations;
  std::vector<PageLabels> labels;
  std::vector<PlacedPictureData> pictures;
  std::vector<Drawing> drawings;
};

/// The text of a drawing as runs in its own units (a point each). Origins are
/// relative to the place the text is anchored at; the angle is the painter's.
std::vector<GlyphRun> set_drawing_text(const DrawingText&, const text::Fonts&);

}  // namespace bifolio::layout
