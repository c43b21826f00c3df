// PagedDocuments made by hand, for the tests of what draws them: text is set by
// text/, one line a call, from the top of a page down.
#pragma once

#include <string>
#include <string_view>

#include "layout/frame.h"
#include "text/measure.h"

namespace bifolio::testing {

inline const text::Fonts& sample_fonts() {
  static const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  return fonts;
}

class PagedSample {
 public:
  layout::PagedDocument document;
  text::TextStyle style;
  Length size = pt(10.5);
  std::string language = "en";

  PagedSample() {
    document.facts.title = "Thinking About ALS";
    document.facts.author = "Literature Reading Group";
    document.facts.language = "en";
    document.facts.stamp = {2025, 9, 8, 12, 0, 0};
    add_tag("Document", layout::kArtifact);
    add_page();
  }

  void add_page() {
    document.pages.push_back({pt(419.528), pt(595.276), {}, {}, std::to_string(document.pages.size() + 1)});
    y_ = pt(60);
  }

  layout::TagId add_tag(std::string role, layout::TagId parent = 0, std::string language = {}) {
    layout::Tag tag(role, parent);
    if (!language.empty()) tag.detail().language = std::move(language);
    document.tags.push_back(std::move(tag));
    return static_cast<layout::TagId>(document.tags.size()) - 1;
  }

  /// Sets the text on a line of its own and returns its area.
  Rect add_line(std::string_view text, layout::TagId tag, Length x = pt(50)) {
    const Rect area = add_text(text, tag, x);
    y_ += size * 17 / 10;
    return area;
  }

  /// The same on the line where the last call stands.
  Rect add_text(std::string_view text, layout::TagId tag, Length x) {
    Length width;
    for (text::LineRun& line : text::set_line(sample_fonts(), text, style, size, language)) {
      layout::GlyphRun run{line.font, line.size, {x + line.x, y_}, color, line.text, language, {}, tag};
      Length advance;
      for (const text::LineGlyph& glyph : line.glyphs) {
        run.glyphs.push_back({static_cast<std::uint16_t>(glyph.id), static_cast<std::uint16_t>(glyph.end - glyph.begin),
                              glyph.advance, glyph.dx, glyph.dy});
        advance += glyph.advance;
      }
      width = line.x + advance;
      page().items.push_back(std::move(run));
    }
    return {x, y_ - size, width, size * 13 / 10};
  }

  layout::Page& page() { return document.pages.back(); }
  /// The last run that was added.
  layout::GlyphRun& run() { return std::get<layout::GlyphRun>(page().items.back()); }
  Length y() const { return y_; }
  void move_down(Length by) { y_ += by; }

  Color color = {20, 28, 43};

 private:
  Length y_;
};

}  // namespace bifolio::testing
