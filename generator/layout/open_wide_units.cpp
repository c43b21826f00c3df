// Nothing is ever set beyond the measure: what is too wide for a line is divided,
// first where only courtesy kept it together, at last between graphemes.
#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "layout/material.h"
#include "layout/rules.h"

namespace bifolio::layout {
namespace {

using Break = Joint::Break;

constexpr std::int16_t kKeptPenalty = 2000, kForbiddenPenalty = 5000, kInsidePenalty = 8000;

bool may_break(const Joint& joint) {
  return joint.breaks == Break::allowed || joint.breaks == Break::forced;
}

class Opener {
 public:
  Opener(Material& material, const ParagraphStyle& style, Findings& findings)
      : material_(material), style_(style), findings_(findings) {}

  void run() {
    relax(Break::kept, kKeptPenalty);
    relax(Break::forbidden, kForbiddenPenalty);
    relax(Break::inside, kInsidePenalty);
    if (std::any_of(material_.atoms.begin(), material_.atoms.end(),
                    [&](const Atom& atom) { return is_too_wide(atom); })) {
      divide();
    }
  }

 private:
  bool is_too_wide(const Atom& atom) const { return atom.width > style_.measure; }

  /// In units wider than a line, joints of this kind become places where a line may end.
  void relax(Break kind, std::int16_t penalty) {
    for (std::size_t begin = 0; begin < material_.atoms.size();) {
      std::size_t end = begin;
      Length width = material_.atoms[begin].width;
      if (begin == 0) width += style_.first_indent;
      while (!may_break(material_.joints[end])) {
        width += material_.joints[end].space - material_.joints[end].shrink;
        width += material_.atoms[++end].width;
      }
      if (width > style_.measure) {
        for (std::size_t i = begin; i < end; ++i) open(material_.joints[i], kind, penalty);
      }
      begin = end + 1;
    }
  }

  static void open(Joint& joint, Break kind, std::int16_t penalty) {
    if (joint.breaks != kind) return;
    joint.breaks = Break::allowed;
    joint.penalty = penalty;
  }

  /// Cuts the atoms that are wider than a line between their graphemes.
  void divide() {
    std::vector<Atom> atoms;
    std::vector<Joint> joints;
    atoms.reserve(material_.atoms.size());
    joints.reserve(material_.joints.size());
    for (std::size_t i = 0; i < material_.atoms.size(); ++i) {
      const Atom& atom = material_.atoms[i];
      if (is_too_wide(atom) && atom.word != kNoWord)
        divide(atom, atoms, joints);
      else
        atoms.push_back(atom);
      joints.push_back(material_.joints[i]);
    }
    material_.atoms = std::move(atoms);
    material_.joints = std::move(joints);
  }

  void divide(const Atom& atom, std::vector<Atom>& atoms, std::vector<Joint>& joints) {
    report(atom);
    const Word& word = material_.words[atom.word];
    PartWidths widths(word);
    const std::int64_t before = widths.until(atom.begin);
    const std::int64_t total = std::max<std::int64_t>(1, PartWidths(word).until(atom.end) - before);
    Atom part = atom;
    Length width;
    for (const std::size_t end : boundaries(material_.text_of(atom), Boundary::grapheme, "")) {
      part.end = atom.begin + static_cast<std::uint32_t>(end);
      width += scale(atom.width, widths.until(part.end), total);
      if (part.end != atom.end && !widths.is_between_glyphs(part.end)) continue;
      part.width = std::exchange(width, Length());
      atoms.push_back(part);
      part.begin = part.end;
      if (part.end != atom.end) joints.push_back(joint_at(part.end));
    }
  }

  static Joint joint_at(std::uint32_t at) {
    Joint joint;
    joint.breaks = Break::allowed;
    joint.penalty = kInsidePenalty;
    joint.text_begin = joint.text_end = at;
    return joint;
  }

  void report(const Atom& atom) {
    const Piece& piece = material_.piece_of(atom);
    if (piece.is_url) return;  // an address has no shorter form, and is divided without a hyphen in any case (N06)
    const std::string_view text = material_.text_of(atom);
    const std::size_t shown = std::min<std::size_t>(text.size(), 40);
    std::string word(text.substr(0, boundary_before(text, shown)));
    if (word.size() < text.size()) word += "…";
    findings_.add({&layout_word_too_long,
                   place_of(piece, atom.begin - material_.piece_begins[atom.piece], text.size()),
                   {{"word", word}}});
  }

  static std::size_t boundary_before(std::string_view text, std::size_t at) {
    while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
  }

  Material& material_;
  const ParagraphStyle& style_;
  Findings& findings_;
};

}  // namespace

void open_wide_units(Material& material, const ParagraphStyle& style, Findings& findings) {
  Opener(material, style, findings).run();
}

}  // namespace bifolio::layout
