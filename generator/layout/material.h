// A paragraph as line breaking sees it: atoms, which are never divided, and the
// joints between them, where lines may end and where space opens and closes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/character_class.h"
#include "layout/paragraph.h"
#include "text/shape.h"

namespace bifolio::layout {

/// A Han character, a mark, a word or a part of one.
///
/// A full-width mark with a blank half is an atom of half an em, its ink; the
/// blank belongs to the joint beside it and so vanishes at a line's edge (C07).
struct Atom {
  std::uint32_t begin = 0, end = 0;  ///< its bytes in Material::text
  std::uint32_t piece = 0;
  std::uint32_t glyph = 0;  ///< of a single glyph, where word is kNoWord
  std::uint32_t word = 0;   ///< index into Material::words
  text::FontId font;
  CharacterClass first = CharacterClass::symbol, last = CharacterClass::symbol;
  bool is_han = false;        ///< Han characters and marks set with them
  bool is_ideograph = false;  ///< carries an emphasis dot (C19)
  bool is_halved = false;     ///< a mark reduced to its ink, half an em
  Length size;                ///< of its face
  Length width;
  Length shift;  ///< dx of the glyph
};
constexpr std::uint32_t kNoWord = 0xFFFFFFFF;

/// A shaped word of which an atom is the whole or a part.
struct Word {
  const text::ShapedWord* shaped = nullptr;
  std::uint32_t begin = 0, end = 0;  ///< its bytes in Material::text
};

/// What stands after an atom.
struct Joint {
  /// What its space is, in the order in which a line closes up (C12).
  enum class Kind : std::uint8_t { tight, word_space, bracket, comma, gap, stop, han };
  /// May a line end here? `kept` only if its unit is wider than a line, `forbidden`
  /// only if even that does not help, `inside` where a word would be divided.
  enum class Break : std::uint8_t { allowed, kept, forbidden, inside, forced };

  Kind kind = Kind::tight;
  Break breaks = Break::forbidden;
  bool is_hyphenated = false;  ///< a line that ends here gets a hyphen
  std::int16_t penalty = 0;
  std::uint32_t text_begin = 0, text_end = 0;  ///< spaces of the source
  Length space;                                ///< in an unjustified line
  Length before_next;                          ///< the part of it that is the left half of the next mark
  Length shrink;                               ///< how far it closes
  Length stretch;                              ///< how far it opens before Han characters move apart
  Length even;                                 ///< an em where Han characters may move apart here, else 0
};

/// Where the parts of a word, asked for in order, share out its glyphs: exact
/// unless a ligature is divided, and then good enough to choose breaks by
/// (`justify` shapes the parts anew).
class PartWidths {
 public:
  explicit PartWidths(const Word& word) : word_(word) {}
  /// In font units, of what stands before byte `end` of Material::text and after the last call's end.
  std::int64_t until(std::uint32_t end) {
    std::int64_t advance = 0;
    const auto& glyphs = word_.shaped->glyphs;
    // A glyph that begins where it ends belongs to the cluster before it.
    for (; at_ < glyphs.size() && (word_.begin + glyphs[at_].begin < end || glyphs[at_].begin == glyphs[at_].end);
         ++at_) {
      advance += glyphs[at_].advance;
    }
    return advance;
  }
  /// Whether a glyph begins where the last call ended, rather than stands for what is on both sides.
  bool is_between_glyphs(std::uint32_t end) const {
    const auto& glyphs = word_.shaped->glyphs;
    const bool is_left_to_right = glyphs.empty() || glyphs.front().begin <= glyphs.back().begin;
    return !is_left_to_right || at_ == glyphs.size() || word_.begin + glyphs[at_].begin == end;
  }

 private:
  const Word& word_;
  std::size_t at_ = 0;
};

/// C13, in hundredths of an em at each place where Han characters move apart:
/// beyond the first it should not happen, beyond the second it must not.
constexpr std::int64_t kEvenComfort = 15, kEvenLimit = 30;
/// N03: word spaces open to 1/2 em. Where no break of the paragraph allows that,
/// they open to this many hundredths of that, about 0.7 em, before a line is left short.
constexpr std::int64_t kLooseWordSpaces = 185;

struct Material {
  std::string text;
  const std::vector<Piece>* pieces = nullptr;
  std::vector<Atom> atoms;
  std::vector<Joint> joints;  ///< joints[i] follows atoms[i]; the last one is forced
  std::vector<Word> words;
  std::vector<std::uint32_t> piece_begins;  ///< where each piece begins in `text`, and where it all ends

  const Piece& piece_of(const Atom& atom) const { return (*pieces)[atom.piece]; }
  std::string_view text_of(const Atom& atom) const {
    return std::string_view(text).substr(atom.begin, atom.end - atom.begin);
  }
};

/// Divides the pieces into atoms and measures them; sets the joints' spaces and
/// says where lines may end.
Material collect_runs(const std::vector<Piece>&, const ParagraphStyle&, const text::Fonts&, text::Shaper&, Findings&);

/// The place of bytes of a piece in its source file, as far as it is known.
Span place_of(const Piece&, std::size_t at, std::size_t size);

/// Keeps numbers with their units, signs and labels (C05, N02).
void keep_together(Material&);

/// Lets lines end where they otherwise would not, inside units wider than a line,
/// and divides words that are still too wide between graphemes, with a finding.
void open_wide_units(Material&, const ParagraphStyle&, Findings&);

/// The glyph that shows a hyphen at a line's end, and how wide it is.
struct HyphenGlyph {
  std::uint32_t id = 0;
  Length width;
};
HyphenGlyph hyphen_after(const Atom&, const text::Fonts&);

}  // namespace bifolio::layout
