// The faces of a theme, opened once for a process from a private font
// configuration, and safe to read from several threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/length.h"
#include "base/result.h"
#include "text/families.h"

namespace bifolio::text {

enum class Script : std::uint8_t { han, latin };
enum class Weight : std::uint8_t { regular, bold };
enum class Slant : std::uint8_t { upright, italic };

struct FaceQuery {
  Role role = Role::song;
  Script script = Script::latin;
  Weight weight = Weight::regular;
  Slant slant = Slant::upright;
  auto operator<=>(const FaceQuery&) const = default;
};

/// A face of Fonts: small, stable for one theme, the same in every run.
struct FontId {
  std::uint16_t index = 0;
  auto operator<=>(const FontId&) const = default;
};

/// What a PDF font descriptor needs, in font units unless said otherwise.
struct FontFacts {
  std::string family, postscript_name, file;  ///< file: name without folders
  int units_per_em = 1000;
  int ascent = 0, descent = 0, cap_height = 0, x_height = 0;  ///< the typographic box; descent is negative
  int bounding_box[4] = {};
  double italic_angle = 0;
  int stem_v = 80;
  bool is_cff = false;        ///< CFF outlines; otherwise TrueType
  bool is_cid_keyed = false;  ///< PDF codes are CIDs, not glyph ids
  bool is_serif = false, is_fixed_pitch = false;
  bool may_embed = true;  ///< OS/2 fsType
  Weight weight = Weight::regular;
};

/// The glyph of a character by itself, without shaping: enough for Han text.
struct CharacterGlyph {
  std::uint32_t id = 0;  ///< 0 = the face has none
  int advance = 0;       ///< in font units
};

/// How far text of a face reaches above and below its baseline, in font units; descent is negative.
struct VerticalExtent {
  int ascent = 0, descent = 0;
};

class Fonts {
 public:
  /// Finds and opens the faces of the theme. Fails with font-missing, which
  /// names the family and the Debian package that has it.
  static Result<Fonts> open(const Families&);
  static Result<Fonts> open(const theme::Theme&);
  /// The same over other directories than the system's.
  static Result<Fonts> open(const Families&, const std::vector<std::string>& directories);
  Fonts(Fonts&&) noexcept;
  Fonts& operator=(Fonts&&) noexcept;
  ~Fonts();

  FontId find(const FaceQuery&) const;
  /// Latin letters inside Han text are set smaller, to match (LOOK: --latin-song).
  int latin_per_mille(Role) const;
  const FontFacts& facts(FontId) const;
  /// Advance in font units.
  int advance(FontId, std::uint32_t glyph) const;
  /// The code under which PDF shows the glyph: its CID in CID-keyed CFF, else the glyph id.
  std::uint32_t pdf_code(FontId, std::uint32_t glyph) const;
  std::uint32_t glyph_for(FontId, char32_t) const;  ///< 0 = the face has none
  CharacterGlyph character(FontId, char32_t) const;
  int units_per_em(FontId) const;
  VerticalExtent vertical_extent(FontId) const;
  /// A full-width mark cut to half its width moves by this much (font units) so
  /// that what remains is its ink: -1/2 em for “（”, 0 for “，”.
  int half_width_shift(FontId, char32_t mark) const;
  std::size_t count() const;

  /// The face that draws the character for this query: its own, that of the other
  /// script, or the first of all faces that has it. Nothing where no face has it.
  std::optional<FontId> face_with(const FaceQuery&, char32_t) const;
  /// The first of the symbol faces that has the character.
  std::optional<FontId> symbol_face(char32_t) const;
  /// For full-width marks in Han text: the Han face of the role, or Song where that
  /// one centres its marks as is done in Taiwan.
  FontId marks_face(const FaceQuery&) const;

  /// The whole font file in memory, for drawing, and the face's index in it.
  std::string_view file_bytes(FontId) const;
  unsigned face_index(FontId) const;
  /// SHA-256 of the font file. Reads all of it: a CJK collection has 25 MB.
  std::string file_hash(FontId) const;

  /// A subset that keeps these glyphs (ascending, 0 included) under their codes:
  /// for CFF a bare CFF table (CIDFontType0C), for TrueType a whole font file.
  std::string subset(FontId, std::span<const std::uint32_t> glyphs) const;

  struct Impl;
  const Impl& impl() const { return *impl_; }  ///< for `text/` alone

 private:
  explicit Fonts(std::unique_ptr<Impl>);
  std::unique_ptr<Impl> impl_;
};

RuleList rules();

}  // namespace bifolio::text
