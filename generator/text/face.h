// One face of a font file, opened. HarfBuzz reads its tables; FreeType is asked
// only for what a PDF needs to know about it. Safe to read from several threads.
#pragma once

#include <hb.h>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "base/owned.h"
#include "text/fonts.h"
#include "text/locate.h"
#include "text/mapped_file.h"

namespace bifolio::text {

class Face {
 public:
  Face(std::shared_ptr<const MappedFile> bytes, const FontFile& file, Weight weight);
  ~Face();

  hb_face_t* hb_face() const { return face_.get(); }
  hb_font_t* hb_font() const { return font_.get(); }  ///< its scale is the font's units per em
  std::string_view bytes() const { return bytes_->bytes(); }
  /// Gives back the memory of its file: a subset of a CJK face has read all over it.
  void rest() const { bytes_->rest(); }
  unsigned index() const { return index_; }
  const std::string& path() const { return path_; }
  int units_per_em() const { return units_per_em_; }

  CharacterGlyph character(char32_t) const;
  VerticalExtent vertical_extent() const { return extent_; }
  /// See Fonts::half_width_shift.
  int half_width_shift(char32_t mark) const;
  bool centres_marks() const;
  int advance(std::uint32_t glyph) const;
  const FontFacts& facts() const;
  std::uint32_t pdf_code(std::uint32_t glyph) const;

 private:
  struct KnownCharacters;  ///< what the font says of 256 characters

  void read_facts() const;
  int measure_shift(char32_t mark) const;
  KnownCharacters& known_characters_near(char32_t) const;

  std::shared_ptr<const MappedFile> bytes_;
  std::string path_;
  std::string file_name_;
  unsigned index_;
  int units_per_em_;
  Weight weight_;
  Owned<hb_face_t, hb_face_destroy> face_;
  Owned<hb_font_t, hb_font_destroy> font_;
  VerticalExtent extent_;
  // Filled in as they are met: a Chinese page asks for every one of its characters.
  mutable std::array<std::atomic<KnownCharacters*>, 256> known_characters_ = {};
  // Shifts of the marks that can be halved, for which the ink of a glyph must be
  // drawn; kUnknownShift is “not yet asked”.
  mutable std::array<std::atomic<std::int32_t>, 192> known_shifts_;
  mutable std::once_flag facts_read_;
  mutable FontFacts facts_;
  mutable std::vector<std::uint16_t> cids_;  ///< by glyph; empty where codes are glyph ids
};

}  // namespace bifolio::text
