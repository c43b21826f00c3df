// Pieces → atoms and joints. What stands between two atoms is decided in joints.cpp.
#include <algorithm>
#include <set>

#include "base/unicode.h"
#include "base/utf8.h"
#include "layout/divide_word.h"
#include "layout/joints.h"
#include "layout/material.h"
#include "layout/rules.h"
#include "text/choose_face.h"
#include "text/itemise.h"

namespace bifolio::layout {
namespace {

using Class = CharacterClass;
using text::ChosenFace;

text::TextStyle text_style(const CharacterStyle& style) {
  return {style.role, style.weight, style.slant, style.tabular_digits};
}

/// Marks of which several in a row are one unit (C04).
bool joins_with_itself(Class c) {
  return c == Class::dash || c == Class::ellipsis;
}

bool ends_word(Class c) {
  return c == Class::space || c == Class::fixed_space;
}

/// Signs that stick to a neighbour and have no width of their own.
bool is_attached(Class c) {
  return c == Class::combining;
}

class Collector {
 public:
  Collector(const std::vector<Piece>& pieces, const ParagraphStyle& style, const text::Fonts& fonts,
            text::Shaper& shaper, Findings& findings)
      : pieces_(pieces), style_(style), fonts_(fonts), shaper_(shaper), findings_(findings) {
    material_.pieces = &pieces;
  }

  Material collect() {
    std::size_t size = 0;
    for (const Piece& piece : pieces_) size += piece.text.size();
    material_.text.reserve(size);
    for (const Piece& piece : pieces_) {
      material_.piece_begins.push_back(static_cast<std::uint32_t>(material_.text.size()));
      if (!piece.is_break) material_.text += piece.text;
    }
    material_.piece_begins.push_back(static_cast<std::uint32_t>(material_.text.size()));
    for (std::uint32_t i = 0; i < pieces_.size(); ++i) pieces_[i].is_break ? add_break() : collect_piece(i);
    finish();
    return std::move(material_);
  }

 private:
  void collect_piece(std::uint32_t index) {
    piece_ = &pieces_[index];
    piece_index_ = index;
    is_han_run_ = text::is_han_language(piece_->language);
    const text::FaceChooser chooser(fonts_, text_style(piece_->style), piece_->language);
    chooser_ = &chooser;
    latin_face_ = fonts_.find({piece_->style.role, text::Script::latin, piece_->style.weight, piece_->style.slant});
    starts_piece_ = true;
    const std::uint32_t begin = material_.piece_begins[index], end = material_.piece_begins[index + 1];
    find_other_scripts(begin, end);
    for (std::uint32_t at = begin; at < end;) at = collect_at(at, end);
  }

  /// Stretches of the piece in scripts that the theme's faces lack.
  void find_other_scripts(std::uint32_t begin, std::uint32_t end) {
    other_scripts_.clear();
    const std::string_view text = std::string_view(material_.text).substr(begin, end - begin);
    if (!text::has_other_script(text)) return;
    other_scripts_ = text::itemise(fonts_, text, piece_->language);
    for (text::ScriptRun& run : other_scripts_) {
      run.begin += begin;
      run.end += begin;
    }
  }

  const text::ScriptRun* other_script_at(std::uint32_t at) const {
    for (const text::ScriptRun& run : other_scripts_) {
      if (at >= run.begin && at < run.end) return &run;
    }
    return nullptr;
  }

  /// A word of another script; right to left, the whole stretch, whose words stand in reverse.
  std::uint32_t add_other_script(std::uint32_t at, const text::ScriptRun& run) {
    std::uint32_t next = run.end;
    if (!run.is_right_to_left) next = std::min<std::uint32_t>(next, material_.text.find(' ', at));
    Atom atom = atom_at(at, next, {run.font, 1000});
    atom.first = atom.last = Class::letter;
    set_word(atom);
    add(atom);
    before_ = U'a';
    return next;
  }

  std::uint32_t collect_at(std::uint32_t at, std::uint32_t end) {
    const text::ScriptRun* other = other_scripts_.empty() ? nullptr : other_script_at(at);
    if (other && (other->is_right_to_left || material_.text[at] != ' ')) return add_other_script(at, *other);
    const Decoded decoded = decode_utf8(material_.text, at);
    const Class c = classify(decoded.code_point);
    const auto next = static_cast<std::uint32_t>(at + decoded.size);
    if (ends_word(c)) return add_space(at, next, decoded.code_point, c);
    const ChosenFace face = chooser_->choose(decoded.code_point, before_, character_at(next));
    if (face.is_missing) return add_missing(at, next, decoded.code_point, face);
    if (face.is_han && !joins_with_itself(c) && !has_attached(next, end))
      return add_single(at, next, decoded.code_point, c, face);
    return add_word(at, end, decoded.code_point, c, face);
  }

  char32_t character_at(std::uint32_t at) const {
    return at < material_.text.size() ? decode_utf8(material_.text, at).code_point : 0;
  }

  bool has_attached(std::uint32_t at, std::uint32_t end) const {
    return at < end && static_cast<unsigned char>(material_.text[at]) >= 0xCC &&
           is_attached(classify(character_at(at)));
  }

  std::uint32_t add_space(std::uint32_t at, std::uint32_t next, char32_t character, Class c) {
    before_ = U' ';
    if (!space_.is_present()) space_ = {at, at, {}, piece_->style.size, false, false, is_han_run_};
    space_.end = next;
    const text::CharacterGlyph glyph = fonts_.character(latin_face_, glyph_of_space(character));
    const Length width = scale(latin_size(), glyph.advance, fonts_.units_per_em(latin_face_));
    const bool is_code = piece_->style.role == text::Role::mono;
    const bool has_own_width = character >= 0x2000;
    space_.is_literal |= is_code || has_own_width;
    space_.is_fixed |= c == Class::fixed_space;
    // Several ordinary spaces in a row are one; those of code all count.
    if (space_.is_literal)
      space_.width += width;
    else
      space_.width = std::max(space_.width, width);
    return next;
  }

  char32_t glyph_of_space(char32_t character) const {
    return character >= 0x2000 && fonts_.glyph_for(latin_face_, character) ? character : U' ';
  }

  Length latin_size() const {
    return is_han_run_ ? scale(piece_->style.size, fonts_.latin_per_mille(piece_->style.role), 1000)
                       : piece_->style.size;
  }

  std::uint32_t add_missing(std::uint32_t at, std::uint32_t next, char32_t character, const ChosenFace& face) {
    before_ = character;
    report_missing(at, character);
    Atom atom = atom_at(at, next, face);
    set_glyph(atom, fonts_.character(face.font, text::kMissingBox));
    atom.first = atom.last = Class::symbol;
    add(atom);
    return next;
  }

  void report_missing(std::uint32_t at, char32_t character) {
    if (!missing_.insert(character).second) return;
    std::string shown, number;
    append_utf8(shown, character);
    for (int shift = character > 0xFFFFF ? 20 : character > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
      number += "0123456789ABCDEF"[character >> shift & 15];
    findings_.add({&layout_glyph_missing,
                   place_of(*piece_, at - material_.piece_begins[piece_index_], shown.size()),
                   {{"character", shown}, {"number", number}}});
  }

  std::uint32_t add_single(std::uint32_t at, std::uint32_t next, char32_t character, Class c, const ChosenFace& face) {
    before_ = character;
    Atom atom = atom_at(at, next, face);
    set_glyph(atom, fonts_.character(face.font, character));
    // Letters, digits and signs from a Han face (①, →, kana) are set and broken like Han.
    const bool is_plain = c == Class::letter || c == Class::digit || c == Class::symbol;
    atom.first = atom.last = is_plain ? Class::han : c;
    atom.is_ideograph = c == Class::han;
    if (has_blank_left(c) || has_blank_right(c) || c == Class::middle_dot) halve(atom, character, c);
    add(atom);
    return next;
  }

  void halve(Atom& atom, char32_t character, Class c) {
    const int units = fonts_.units_per_em(atom.font);
    if (c != Class::middle_dot && atom.width < scale(atom.size, 9, 10)) return;  // a narrow mark has no blank half
    atom.is_halved = c != Class::middle_dot;
    atom.width = atom.size / 2;
    atom.shift = scale(atom.size, fonts_.half_width_shift(atom.font, character), units);
  }

  Atom atom_at(std::uint32_t begin, std::uint32_t end, const ChosenFace& face) const {
    Atom atom;
    atom.begin = begin;
    atom.end = end;
    atom.piece = piece_index_;
    atom.font = face.font;
    atom.is_han = face.is_han;
    atom.size = scale(piece_->style.size, face.per_mille, 1000);
    return atom;
  }

  void set_glyph(Atom& atom, text::CharacterGlyph glyph) const {
    atom.word = kNoWord;
    atom.glyph = glyph.id;
    atom.width = scale(atom.size, glyph.advance, fonts_.units_per_em(atom.font));
  }

  /// A word, a run of dashes, or a character with combining marks.
  std::uint32_t add_word(std::uint32_t at, std::uint32_t end, char32_t character, Class c, const ChosenFace& face) {
    const bool is_unit = joins_with_itself(c) && face.is_han;
    const char32_t first = character;
    std::uint32_t next = at;
    Class last = c;
    while (next < end) {
      const Decoded decoded = decode_utf8(material_.text, next);
      const Class here = classify(decoded.code_point);
      const auto after = static_cast<std::uint32_t>(next + decoded.size);
      if (next > at && !is_attached(here)) {
        if (ends_word(here) || (face.is_han && !(is_unit && decoded.code_point == first))) break;
        if (!is_unit && chooser_->choose(decoded.code_point, before_, character_at(after)) != face) break;
      }
      if (!is_attached(here)) last = here;
      before_ = decoded.code_point;
      next = after;
    }
    Atom atom = atom_at(at, next, face);
    atom.first = face.is_han && !is_unit ? Class::han : c;
    atom.last = face.is_han && !is_unit ? Class::han : last;
    atom.is_ideograph = c == Class::han;
    set_word(atom);
    add_divided(atom);
    return next;
  }

  void set_word(Atom& atom) {
    const text::WordStyle style{atom.font, atom.is_han ? text::Script::han : text::Script::latin,
                                piece_->style.tabular_digits, piece_->language};
    const text::ShapedWord& shaped = shaper_.shape(style, material_.text_of(atom));
    atom.word = static_cast<std::uint32_t>(material_.words.size());
    atom.width = scale(atom.size, shaped.advance, fonts_.units_per_em(atom.font));
    material_.words.push_back({&shaped, atom.begin, atom.end});
  }

  void add_divided(const Atom& whole) {
    const bool may_hyphenate = style_.hyphenate && piece_->keep == Piece::Keep::no && !whole.is_han;
    const auto divisions = divide_word(material_.text_of(whole), *piece_, {may_hyphenate, style_.whole_words});
    if (divisions.empty()) return add(whole);
    const Word word = material_.words[whole.word];
    PartWidths widths(word);
    Atom part = whole;
    for (const Division& division : divisions) {
      part.end = whole.begin + division.at;
      part.last = division.before;
      part.width = scale(part.size, widths.until(part.end), fonts_.units_per_em(part.font));
      add(part);
      Joint& joint = material_.joints.emplace_back();
      joint.breaks = piece_->keep == Piece::Keep::no ? Joint::Break::allowed : Joint::Break::kept;
      joint.is_hyphenated = division.is_hyphenated;
      joint.penalty = division.penalty;
      joint.text_begin = joint.text_end = part.end;
      part.begin = part.end;
      part.first = Class::letter;
    }
    part.end = whole.end;
    part.last = whole.last;
    part.width = scale(part.size, widths.until(part.end), fonts_.units_per_em(part.font));
    add(part);
  }

  /// Appends the atom, and before it the joint to the atom before.
  void add(const Atom& atom) {
    const bool starts_line = material_.joints.size() == material_.atoms.size();
    if (starts_line && space_.is_present()) add_empty_atom();
    if (material_.joints.size() < material_.atoms.size()) material_.joints.push_back(joint_before(atom));
    material_.atoms.push_back(atom);
    space_ = {};
    starts_piece_ = false;
  }

  /// Carries the space with which a paragraph or a line begins.
  void add_empty_atom() {
    static const text::ShapedWord kNothing;
    Atom atom;
    atom.begin = atom.end =
        space_.is_present() ? space_.begin : static_cast<std::uint32_t>(material_.piece_begins[piece_index_]);
    atom.piece = piece_index_;
    atom.font = latin_face_;
    atom.size = piece_->style.size;
    atom.first = atom.last = Class::joiner;
    atom.word = static_cast<std::uint32_t>(material_.words.size());
    material_.words.push_back({&kNothing, atom.begin, atom.end});
    material_.atoms.push_back(atom);
  }

  void add_break() {
    if (material_.joints.size() == material_.atoms.size()) return add_empty_line();
    Joint joint;
    set_text(joint);
    joint.breaks = Joint::Break::forced;
    material_.joints.push_back(joint);
    space_ = {};
  }

  /// A break at the start, or after another break.
  void add_empty_line() {
    if (!piece_) return;  // before any text there is nothing to break
    add_empty_atom();
    add_break();
  }

  void finish() {
    if (material_.joints.size() == material_.atoms.size() && space_.is_present()) add_empty_atom();
    if (material_.joints.size() < material_.atoms.size()) {
      Joint joint;
      set_text(joint);
      material_.joints.push_back(joint);
    }
    if (!material_.joints.empty()) material_.joints.back().breaks = Joint::Break::forced;
  }

  void set_text(Joint& joint) const {
    joint.text_begin = space_.is_present() ? space_.begin : material_.atoms.back().end;
    joint.text_end = space_.is_present() ? space_.end : joint.text_begin;
  }

  Joint joint_before(const Atom& next) const {
    Joint joint = joint_between(material_, material_.atoms.back(), next, space_, starts_piece_);
    set_text(joint);
    return joint;
  }

  const std::vector<Piece>& pieces_;
  const ParagraphStyle& style_;
  const text::Fonts& fonts_;
  text::Shaper& shaper_;
  Findings& findings_;
  Material material_;
  std::set<char32_t> missing_;

  const Piece* piece_ = nullptr;
  std::uint32_t piece_index_ = 0;
  const text::FaceChooser* chooser_ = nullptr;
  std::vector<text::ScriptRun> other_scripts_;  ///< of the piece, with places in the whole text
  text::FontId latin_face_;
  bool is_han_run_ = false, starts_piece_ = false;
  char32_t before_ = 0;
  Space space_;
};

}  // namespace

Span place_of(const Piece& piece, std::size_t at, std::size_t size) {
  if (piece.span.size() != piece.text.size()) return piece.span;
  const auto begin = static_cast<std::uint32_t>(piece.span.begin + at);
  return {piece.span.file, begin, static_cast<std::uint32_t>(begin + size)};
}

Material collect_runs(const std::vector<Piece>& pieces, const ParagraphStyle& style, const text::Fonts& fonts,
                      text::Shaper& shaper, Findings& findings) {
  return Collector(pieces, style, fonts, shaper, findings).collect();
}

HyphenGlyph hyphen_after(const Atom& atom, const text::Fonts& fonts) {
  const text::CharacterGlyph glyph = fonts.character(atom.font, U'-');
  return {glyph.id, scale(atom.size, glyph.advance, fonts.units_per_em(atom.font))};
}

}  // namespace bifolio::layout
