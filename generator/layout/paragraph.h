// One paragraph: styled text in, lines of glyph runs out.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "layout/frame.h"
#include "text/fonts.h"

namespace bifolio::layout {

/// How a piece of text looks.
struct CharacterStyle {
  text::Role role = text::Role::song;
  text::Weight weight = text::Weight::regular;
  text::Slant slant = text::Slant::upright;
  Length size;
  Color color;
  Length raise = {};           ///< of the baseline, upwards
  bool is_emphasised = false;  ///< Chinese: 着重号 under each Han character (C19)
  bool is_struck = false;      ///< a line goes through it
  bool tabular_digits = false;
};

/// Text of one style, language and structure leaf. Its break rules come from the
/// text itself (C01–C06) and from `keep`.
struct Piece {
  enum class Keep : std::uint8_t {
    no,
    whole,
    with_before
  };  ///< whole: no break inside; with_before: none at its start either
  std::string text;
  CharacterStyle style;
  std::string language;  ///< BCP 47
  TagId tag = kArtifact;
  Keep keep = Keep::no;
  int link = -1;          ///< pieces with the same number ≥ 0 are one link
  int note = -1;          ///< a note mark: this note must stand on the line's page
  bool is_url = false;    ///< breaks after / and before . without a hyphen (N06)
  bool is_break = false;  ///< a hard line break; its text is ignored
  Span span = {};         ///< for findings
};

struct ParagraphStyle {
  enum class Setting : std::uint8_t { justify, left, center, right };
  Length measure;  ///< from the left indent to the right edge
  Length first_indent = {};
  Length leading;  ///< distance of baselines, constant (C16)
  Setting setting = Setting::justify;
  std::string language;  ///< decides line-break habits and hyphenation
  bool hyphenate = false;
  const std::vector<std::string>* whole_words = nullptr;  ///< sorted, in small letters: never hyphenated
};

/// Glyph runs with origins relative to the line's left edge and baseline (x ≥ 0, y = 0, raised marks negative).
struct Line {
  std::vector<GlyphRun> runs;
  std::vector<Path> marks = {};  ///< emphasis dots, strike-through
  Length natural_width;          ///< before justification, trailing space left out
  Length width;                  ///< after
  std::vector<int> notes = {};   ///< Piece::note numbers that are called on it
  struct LinkPart {
    int link;
    Length x, width;
    TagId tag;
  };
  std::vector<LinkPart> links = {};
  Length ascent, descent;  ///< of its ink boxes
  double stretch = 0;      ///< how far gaps opened (>0) or closed (<0), in shares of their give
  bool ends_hyphenated = false;
  bool is_last = false;
};

std::vector<Line> set_paragraph(const std::vector<Piece>&, const ParagraphStyle&, const text::Fonts&, Findings&);

/// The widest word that cannot be broken, and the width on one line: for table columns.
struct Widths {
  Length minimum, natural;
};
Widths measure(const std::vector<Piece>&, const ParagraphStyle&, const text::Fonts&);

}  // namespace bifolio::layout
