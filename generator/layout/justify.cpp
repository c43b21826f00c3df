#include "layout/justify.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "layout/line_writer.h"
#include "text/choose_face.h"

namespace bifolio::layout {
namespace {

using Kind = Joint::Kind;

class Justifier {
 public:
  Justifier(const Material& material, std::uint32_t begin, std::uint32_t end, const ParagraphStyle& style,
            const text::Fonts& fonts, text::Shaper& shaper)
      : material_(material),
        begin_(begin),
        end_(end),
        style_(style),
        fonts_(fonts),
        shaper_(shaper),
        writer_(material, fonts),
        spaces_(end - begin + 1) {}

  Line run() {
    shape_parts();
    const Length indent = begin_ == 0 ? style_.first_indent : Length();
    const Length measure = style_.measure - indent;
    const Length natural = natural_width();
    const double stretch = distribute(measure - natural);
    write();
    const Length offset = indent + aligned(measure - writer_.x());
    Line line = writer_.take(offset);
    line.width = width_;
    line.natural_width = natural;
    line.stretch = stretch;
    line.ends_hyphenated = ends_hyphenated();
    line.is_last = end_ + 1 == material_.atoms.size();
    return line;
  }

 private:
  const Joint& joint(std::uint32_t i) const { return material_.joints[i]; }
  Length& space(std::uint32_t i) { return spaces_[i - begin_]; }

  bool ends_paragraph() const { return joint(end_).breaks == Joint::Break::forced; }
  bool ends_hyphenated() const { return joint(end_).is_hyphenated && !ends_paragraph(); }
  bool has_soft_hyphen() const { return material_.text_of(material_.atoms[end_]).ends_with("\u00AD"); }

  /// What is shaped as one: a whole word, or as much of it as stands on this line.
  struct Part {
    std::uint32_t first = 0, last = 0;  ///< atoms
    const text::ShapedWord* shaped = nullptr;
    std::uint32_t begin = 0;  ///< where its text begins in Material::text
    Length width;
  };

  void shape_parts() {
    for (std::uint32_t i = begin_; i <= end_; ++i) {
      const Atom& atom = material_.atoms[i];
      Part part{i, i, nullptr, atom.begin, atom.width};
      if (atom.word != kNoWord) {
        while (part.last < end_ && material_.atoms[part.last + 1].word == atom.word) ++part.last;
        shape(part);
      }
      parts_.push_back(part);
      i = part.last;
    }
  }

  void shape(Part& part) {
    const Atom& atom = material_.atoms[part.first];
    const Word& word = material_.words[atom.word];
    const std::uint32_t end = material_.atoms[part.last].end;
    if (atom.begin == word.begin && end == word.end) {
      part.shaped = word.shaped;
    } else {
      const Piece& piece = material_.piece_of(atom);
      const text::WordStyle style{atom.font, atom.is_han ? text::Script::han : text::Script::latin,
                                  piece.style.tabular_digits, piece.language};
      part.shaped = &shaper_.shape(style, std::string_view(material_.text).substr(atom.begin, end - atom.begin));
    }
    part.width = {};
    // Glyph by glyph, as they are written, so that roundings add up.
    for (const text::ShapedGlyph& glyph : part.shaped->glyphs) part.width += length(atom, glyph.advance);
  }

  Length length(const Atom& atom, std::int64_t font_units) const {
    return scale(atom.size, font_units, fonts_.units_per_em(atom.font));
  }

  Length natural_width() {
    Length width;
    for (const Part& part : parts_) width += part.width;
    for (std::uint32_t i = begin_; i < end_; ++i) width += space(i) = joint(i).space;
    if (ends_hyphenated()) width += hyphen_after(material_.atoms[end_], fonts_).width;
    return width;
  }

  /// Shares `rest` out among the joints; returns how much of their give it took.
  double distribute(Length rest) {
    if (style_.setting != ParagraphStyle::Setting::justify || rest == Length()) return 0;
    if (rest < Length()) return -close(-rest);
    return ends_paragraph() ? 0 : open(rest);
  }

  double close(Length rest) {
    Length give;
    for (std::uint32_t i = begin_; i < end_; ++i) give += joint(i).shrink;
    Length left = rest;
    for (const Kind kind : {Kind::word_space, Kind::bracket, Kind::comma, Kind::gap, Kind::stop}) {
      left -= share(std::min(left, total(kind, &Joint::shrink)), -1, kind, &Joint::shrink);
    }
    // A word divided inside a ligature is a hair wider than it seemed when breaks were chosen.
    if (left < em() / 20) share(left, -1, Kind::word_space, &Joint::space);
    return give == Length() ? 0 : rest.points() / give.points();
  }

  Length em() const { return material_.piece_of(material_.atoms[begin_]).style.size; }

  double open(Length rest) {
    Length left = rest;
    for (const Kind kind : {Kind::word_space, Kind::gap}) {
      left -= share(std::min(left, total(kind, &Joint::stretch)), 1, kind, &Joint::stretch);
    }
    Length even, give;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      even += joint(i).even;
      give += joint(i).stretch;
    }
    // Beyond the limits the line stays short: better ragged than a river.
    const Length apart = std::min(left, scale(even, kEvenLimit, 100));
    share_even(apart, even);
    left -= apart;
    if (!text::is_han_language(style_.language)) {
      const Length spaces = total(Kind::word_space, &Joint::stretch);
      share(std::min(left, scale(spaces, kLooseWordSpaces - 100, 100)), 1, Kind::word_space, &Joint::stretch);
    }
    const Length comfort = give + scale(even, kEvenComfort, 100);
    return comfort == Length() ? 0 : rest.points() / comfort.points();
  }

  Length total(Kind kind, Length Joint::*give) const {
    Length sum;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (joint(i).kind == kind) sum += joint(i).*give;
    }
    return sum;
  }

  /// Gives each joint of the kind its share, so that they add up to `amount` exactly.
  Length share(Length amount, int sign, Kind kind, Length Joint::*give) {
    const Length all = total(kind, give);
    if (amount == Length() || all == Length()) return {};
    Length before, given;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      if (joint(i).kind != kind) continue;
      before += joint(i).*give;
      const Length until = scale(amount, before.units, all.units);
      space(i) += (until - given) * sign;
      given = until;
    }
    return amount;
  }

  void share_even(Length amount, Length all) {
    if (amount == Length() || all == Length()) return;
    Length before, given;
    for (std::uint32_t i = begin_; i < end_; ++i) {
      before += joint(i).even;
      const Length until = scale(amount, before.units, all.units);
      space(i) += until - given;
      given = until;
    }
  }

  Length aligned(Length rest) const {
    switch (style_.setting) {
      case ParagraphStyle::Setting::center: return rest / 2;
      case ParagraphStyle::Setting::right: return rest;
      default: return {};
    }
  }

  void write() {
    Length blank;  // the left half of an opening mark, as far as it is open
    for (const Part& part : parts_) {
      write_part(part, blank);
      const Joint& after = joint(part.last);
      if (part.last == end_) break;
      blank = after.before_next == Length() ? Length() : space(part.last);
      write_space(part, after, space(part.last) - blank);
    }
    if (ends_hyphenated()) write_hyphen();
    width_ = writer_.x();
    write_space(parts_.back(), joint(end_), {});
  }

  void write_part(const Part& part, Length blank) {
    const Atom& atom = material_.atoms[part.first];
    const Piece& piece = material_.piece_of(atom);
    const Length from = writer_.x();
    if (piece.note >= 0 && atom.begin == material_.piece_begins[atom.piece]) writer_.note(piece.note);
    if (!part.shaped || !part.shaped->glyphs.empty()) writer_.enter(atom.piece, atom.font, atom.size);
    if (!part.shaped) {
      if (atom.is_ideograph && piece.style.is_emphasised) writer_.mark_emphasis(atom, from);
      writer_.add(atom.glyph, atom.width + blank, atom.shift + blank, {}, material_.text_of(atom));
    } else {
      const std::string_view text = std::string_view(material_.text).substr(part.begin);
      for (const text::ShapedGlyph& glyph : part.shaped->glyphs) {
        writer_.add(glyph.id, length(atom, glyph.advance), length(atom, glyph.dx), length(atom, glyph.dy),
                    text.substr(glyph.begin, glyph.end - glyph.begin));
      }
    }
    if (piece.link >= 0) writer_.cover_link(piece, from);
    if (piece.style.is_struck)
      writer_.strike(piece, from);
    else
      writer_.end_strike();
  }

  /// The spaces that the source has here, in whichever piece they are, and the
  /// width that stands there on the page.
  void write_space(const Part& before, const Joint& joint, Length width) {
    if (joint.text_begin == joint.text_end) return writer_.open(width);
    std::uint32_t piece = material_.atoms[before.last].piece;
    const std::string_view text = std::string_view(material_.text).substr(0, joint.text_end);
    const auto count = static_cast<std::int64_t>(count_code_points(text.substr(joint.text_begin)));
    std::int64_t n = 0;
    for (std::size_t at = joint.text_begin; at < text.size(); ++n) {
      const Decoded decoded = decode_utf8(text, at);
      while (at >= material_.piece_begins[piece + 1]) ++piece;
      write_space_glyph(piece, scale(width, n + 1, count) - scale(width, n, count), text.substr(at, decoded.size));
      at += decoded.size;
    }
  }

  void write_space_glyph(std::uint32_t index, Length advance, std::string_view text) {
    const Piece& piece = (*material_.pieces)[index];
    const text::FontId font =
        fonts_.find({piece.style.role, text::Script::latin, piece.style.weight, piece.style.slant});
    const int per_mille = text::is_han_language(piece.language) ? fonts_.latin_per_mille(piece.style.role) : 1000;
    writer_.enter(index, font, scale(piece.style.size, per_mille, 1000));
    writer_.add(fonts_.glyph_for(font, U' '), advance, {}, {}, text);
  }

  void write_hyphen() {
    const HyphenGlyph hyphen = hyphen_after(material_.atoms[end_], fonts_);
    if (has_soft_hyphen()) return writer_.turn_into_hyphen(hyphen);
    writer_.add(hyphen.id, hyphen.width, {}, {}, "\u00AD");
  }

  const Material& material_;
  const std::uint32_t begin_, end_;
  const ParagraphStyle& style_;
  const text::Fonts& fonts_;
  text::Shaper& shaper_;
  LineWriter writer_;
  std::vector<Part> parts_;
  std::vector<Length> spaces_;  ///< after each atom of the line
  Length width_;
};

}  // namespace

Line justify(const Material& material, std::uint32_t begin, std::uint32_t end, const ParagraphStyle& style,
             const text::Fonts& fonts, text::Shaper& shaper) {
  return Justifier(material, begin, end, style, fonts, shaper).run();
}

}  // namespace bifolio::layout
