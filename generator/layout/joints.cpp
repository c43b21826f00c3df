#include "layout/joints.h"

#include <algorithm>

namespace bifolio::layout {
namespace {

using Class = CharacterClass;

class JointRules {
 public:
  JointRules(const Material& material, const Space& space, const Piece& piece, bool starts_piece)
      : material_(material), space_(space), piece_(piece), starts_piece_(starts_piece) {}

  Joint between(const Atom& a, const Atom& b) const {
    Joint joint;
    set_space(joint, a, b);
    set_break(joint, a, b);
    return joint;
  }

 private:
  Length em_of(const Atom& atom) const { return material_.piece_of(atom).style.size; }

  void set_space(Joint& joint, const Atom& a, const Atom& b) const {
    if (a.first == Class::joiner && a.begin == a.end) return;  // the empty atom: spaces at a line's start are nothing
    if (space_.is_literal) {
      joint.space = space_.width;
    } else if (is_gap(a, b)) {
      set_gap(joint, em_of(a.is_han ? a : b));
    } else if (touches_full_width_mark(a, b)) {
      set_blank(joint, a, b);
    } else if (space_.is_present()) {
      set_word_space(joint);
    } else if (a.is_han && b.is_han) {
      joint.kind = Joint::Kind::han;
    }
    if (!space_.is_literal && may_open(a, b)) joint.even = em_of(a);
  }

  /// C11: Han beside a Latin letter or a digit on the same baseline.
  bool is_gap(const Atom& a, const Atom& b) const {
    if (a.is_han == b.is_han) return false;
    const Atom& han = a.is_han ? a : b;
    const Class other = a.is_han ? b.first : a.last;
    const auto& style_a = material_.piece_of(a).style;
    const auto& style_b = material_.piece_of(b).style;
    const bool is_code = style_a.role == text::Role::mono && style_b.role == text::Role::mono;
    return han.first == Class::han && (other == Class::letter || other == Class::digit) &&
           style_a.raise == style_b.raise && !is_code;
  }

  static void set_gap(Joint& joint, Length em) {
    joint.kind = Joint::Kind::gap;
    joint.space = em / 4;
    joint.shrink = em / 4 - em / 8;
    joint.stretch = em / 3 - em / 4;
  }

  static bool touches_full_width_mark(const Atom& a, const Atom& b) {
    return (a.is_halved && has_blank_right(a.last)) || (b.is_halved && has_blank_left(b.first)) ||
           (a.is_halved && b.is_halved);
  }

  /// C08, C10: a mark's blank half, and one half only between two marks.
  void set_blank(Joint& joint, const Atom& a, const Atom& b) const {
    const bool from_a = a.is_halved && has_blank_right(a.last);
    const bool from_b = b.is_halved && has_blank_left(b.first);
    if (!from_a && a.is_halved) return;  // “（《”: one bracket hugs the other
    if (!from_b && b.is_halved) return;  // “》，”
    joint.space = em_of(from_a ? a : b) / 2;
    joint.shrink = joint.space;
    if (!from_a) joint.before_next = joint.space;
    joint.kind = !from_a || a.last == Class::closing || from_b ? Joint::Kind::bracket
                 : a.last == Class::comma                      ? Joint::Kind::comma
                                                               : Joint::Kind::stop;
  }

  /// C12 in Chinese, N03 in English.
  void set_word_space(Joint& joint) const {
    const Length least = space_.is_han_run ? space_.em / 4 : space_.em / 5;
    const Length most = space_.em / 2;
    joint.kind = Joint::Kind::word_space;
    joint.space = std::clamp(space_.width, least, most);
    joint.shrink = joint.space - least;
    joint.stretch = most - joint.space;
  }

  /// Where Han characters may move apart (C12): not inside brackets, not before a
  /// mark, not between two marks (C08), not beside a dash or another connecting mark.
  static bool may_open(const Atom& a, const Atom& b) {
    const auto connects = [](Class c) {
      return c == Class::dash || c == Class::ellipsis || c == Class::middle_dot || c == Class::slash;
    };
    return a.is_han && b.is_han && !(a.is_halved && b.is_halved) && a.last != Class::opening &&
           !has_blank_right(b.first) && !connects(a.last) && !connects(b.first);
  }

  void set_break(Joint& joint, const Atom& a, const Atom& b) const {
    joint.breaks = break_between(a, b);
    if (joint.breaks != Joint::Break::allowed) return;
    const bool keeps_before = starts_piece_ && (piece_.keep == Piece::Keep::with_before || piece_.note >= 0);
    const bool keeps_inside = a.piece == b.piece && piece_.keep != Piece::Keep::no;
    if (keeps_before || keeps_inside) joint.breaks = Joint::Break::kept;
  }

  Joint::Break break_between(const Atom& a, const Atom& b) const {
    using Break = Joint::Break;
    if (space_.is_fixed || !may_end_line(a.last) || !may_start_line(b.first)) return Break::forbidden;
    if (is_citation_mark(b)) return Break::forbidden;
    if (space_.is_present()) return Break::allowed;
    if (a.last == Class::straight_quote || b.first == Class::straight_quote) return Break::forbidden;
    if (a.is_han || b.is_han) return Break::allowed;
    const bool after_dash = a.last == Class::dash || a.last == Class::ellipsis;
    if (after_dash && b.first == Class::letter) return Break::allowed;
    return a.last == Class::break_here ? Break::allowed : Break::inside;
  }

  /// C06: a raised mark, or [12].
  bool is_citation_mark(const Atom& atom) const {
    if (material_.piece_of(atom).style.raise.units > 0) return true;
    const std::string_view text = material_.text_of(atom);
    return text.size() > 1 && text[0] == '[' && text[1] >= '0' && text[1] <= '9';
  }

  const Material& material_;
  const Space& space_;
  const Piece& piece_;  ///< of the second atom
  const bool starts_piece_;
};

}  // namespace

Joint joint_between(const Material& material, const Atom& a, const Atom& b, const Space& space, bool b_starts_piece) {
  return JointRules(material, space, material.piece_of(b), b_starts_piece).between(a, b);
}

}  // namespace bifolio::layout
