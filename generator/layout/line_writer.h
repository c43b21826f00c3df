// Collects the glyphs of one line into runs, and what else stands on it: links,
// note marks, emphasis dots.
#pragma once

#include <string_view>

#include "layout/material.h"

namespace bifolio::layout {

class LineWriter {
 public:
  LineWriter(const Material& material, const text::Fonts& fonts) : material_(material), fonts_(fonts) {}

  Length x() const { return x_; }
  /// The piece whose style the next glyphs have.
  void enter(std::uint32_t piece, text::FontId, Length size);
  /// A glyph and its text; an empty text for the further glyphs of a cluster.
  void add(std::uint32_t glyph, Length advance, Length dx, Length dy, std::string_view text);
  /// Space after the last glyph, without text of its own.
  void open(Length space);
  /// The last glyph becomes a visible hyphen.
  void turn_into_hyphen(HyphenGlyph);
  void mark_emphasis(const Atom&, Length x);
  /// Draws a line through what was written since `from`, joined to the stroke of the word before.
  void strike(const Piece&, Length from);
  /// What comes next is not struck out.
  void end_strike() { strike_ = kNone; }
  void note(int number) { line_.notes.push_back(number); }
  void cover_link(const Piece&, Length from);

  /// The line, moved to the right.
  Line take(Length offset);

 private:
  const Material& material_;
  const text::Fonts& fonts_;
  Line line_;
  Length x_;
  bool is_run_full_ = false;  ///< the next glyphs begin another run
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t strike_ = kNone;  ///< the stroke that goes on, in Line::marks
};

}  // namespace bifolio::layout
