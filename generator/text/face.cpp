#include "text/face.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H
#include FT_TRUETYPE_TABLES_H

#include <hb-ot.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <filesystem>

namespace bifolio::text {
namespace {

constexpr char32_t kCachedCharacters = 0x10000;

hb_face_t* open_face(std::string_view bytes, unsigned index) {
  const Owned<hb_blob_t, hb_blob_destroy> blob(
      hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
  hb_face_t* face = hb_face_create(blob.get(), index);
  hb_face_make_immutable(face);
  return face;
}

hb_font_t* open_font(hb_face_t* face) {
  hb_font_t* font = hb_font_create(face);
  const int scale = static_cast<int>(hb_face_get_upem(face));
  hb_font_set_scale(font, scale, scale);
  hb_font_make_immutable(font);
  return font;
}

std::string english_name(hb_face_t* face, hb_ot_name_id_t id) {
  char text[128];
  unsigned size = sizeof text;
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text);
  return text;
}

/// The width of stems is in no table of a TrueType font; this is the usual guess from its weight.
int guess_stem_width(int weight_class) {
  return 50 + weight_class * weight_class / (65 * 65);
}

/// The second digit of PANOSE: 2 to 10 are serif styles, 11 to 15 sans.
bool has_serifs(const TT_OS2& os2, const std::string& family) {
  if (os2.panose[0] == 2 && os2.panose[1] >= 2) return os2.panose[1] <= 10;
  return family.find("Sans") == std::string::npos;
}

void read_metrics(FT_Face face, FontFacts& facts) {
  facts.units_per_em = face->units_per_EM;
  facts.ascent = face->ascender;
  facts.descent = face->descender;
  const FT_Pos box[] = {face->bbox.xMin, face->bbox.yMin, face->bbox.xMax, face->bbox.yMax};
  for (int i = 0; i < 4; ++i) facts.bounding_box[i] = static_cast<int>(box[i]);
  facts.is_fixed_pitch = FT_IS_FIXED_WIDTH(face);
  if (const auto* post = static_cast<const TT_Postscript*>(FT_Get_Sfnt_Table(face, FT_SFNT_POST))) {
    facts.italic_angle = static_cast<double>(post->italicAngle) / 65536;
  }
}

void read_os2(FT_Face face, FontFacts& facts) {
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(face, FT_SFNT_OS2));
  if (!os2 || os2->version == 0xFFFF) return;
  // The typographic box: of a Han face exactly the em square, where hhea leaves room for tall scripts.
  facts.ascent = os2->sTypoAscender;
  facts.descent = os2->sTypoDescender;
  facts.cap_height = os2->version >= 2 && os2->sCapHeight > 0 ? os2->sCapHeight : facts.ascent * 8 / 10;
  facts.x_height = os2->version >= 2 ? os2->sxHeight : 0;
  facts.stem_v = guess_stem_width(os2->usWeightClass);
  facts.is_serif = has_serifs(*os2, facts.family);
  // OS/2 fsType: bit 1 alone forbids embedding, bit 9 allows bitmaps only.
  facts.may_embed = (os2->fsType & 0x000E) != 0x0002 && (os2->fsType & 0x0200) == 0;
}

/// FT_IS_CID_KEYED is about bare CID fonts only; this one looks inside an OpenType file.
bool is_cid_keyed(FT_Face face) {
  FT_Bool result = 0;
  return FT_Get_CID_Is_Internally_CID_Keyed(face, &result) == 0 && result;
}

std::vector<std::uint16_t> read_cids(FT_Face face) {
  std::vector<std::uint16_t> cids(static_cast<std::size_t>(face->num_glyphs));
  for (std::size_t glyph = 0; glyph < cids.size(); ++glyph) {
    FT_UInt cid = 0;
    FT_Get_CID_From_Glyph_Index(face, static_cast<FT_UInt>(glyph), &cid);
    cids[glyph] = static_cast<std::uint16_t>(cid);
  }
  return cids;
}

/// OS/2 sTypoAscender and sTypoDescender, without opening the face in FreeType.
VerticalExtent read_extent(hb_face_t* face) {
  const Owned<hb_blob_t, hb_blob_destroy> os2(hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2')));
  unsigned size = 0;
  const auto* data = reinterpret_cast<const unsigned char*>(hb_blob_get_data(os2.get(), &size));
  if (size < 72) return {static_cast<int>(hb_face_get_upem(face)), 0};
  const auto number = [&](unsigned at) { return static_cast<std::int16_t>(data[at] << 8 | data[at + 1]); };
  return {number(68), number(70)};
}

CharacterGlyph ask(hb_font_t* font, char32_t c) {
  hb_codepoint_t glyph = 0;
  if (!hb_font_get_nominal_glyph(font, c, &glyph)) return {};
  return {glyph, hb_font_get_glyph_h_advance(font, glyph)};
}

// Glyph ids have 16 bits, advances fit in 15; the top bit tells “known” from “not yet asked”.
constexpr std::uint32_t kKnown = 0x80000000;
std::uint32_t pack(CharacterGlyph glyph) {
  assert(glyph.advance >= 0 && glyph.advance < 0x8000 && "an advance of a font fits in 15 bits");
  return kKnown | static_cast<std::uint32_t>(glyph.advance) << 16 | glyph.id;
}
CharacterGlyph unpack(std::uint32_t known) {
  return {known & 0xFFFF, static_cast<int>(known >> 16 & 0x7FFF)};
}

constexpr std::int32_t kUnknownShift = 0x7FFFFFFF;

/// General punctuation, CJK marks and full-width forms, 64 each; beyond them there is no slot.
std::size_t slot_of_mark(char32_t c) {
  switch (c & ~char32_t{63}) {
    case 0x2000: return c - 0x2000;
    case 0x3000: return c - 0x3000 + 64;
    case 0xFF00: return c - 0xFF00 + 128;
    default: return SIZE_MAX;
  }
}

}  // namespace

/// Packed; 0 is “not yet asked”.
struct Face::KnownCharacters {
  std::array<std::atomic<std::uint32_t>, 256> packed = {};
};

Face::Face(std::shared_ptr<const MappedFile> bytes, const FontFile& file, Weight weight)
    : bytes_(std::move(bytes)),
      path_(file.path),
      file_name_(std::filesystem::path(file.path).filename().string()),
      index_(file.face),
      weight_(weight),
      face_(open_face(bytes_->bytes(), file.face)),
      font_(open_font(face_.get())),
      extent_(read_extent(face_.get())) {
  units_per_em_ = static_cast<int>(hb_face_get_upem(face_.get()));
  for (auto& shift : known_shifts_) shift.store(kUnknownShift, std::memory_order_relaxed);
}

Face::~Face() {
  for (const auto& known : known_characters_) delete known.load();
}

Face::KnownCharacters& Face::known_characters_near(char32_t c) const {
  std::atomic<KnownCharacters*>& place = known_characters_[c / 256];
  KnownCharacters* known = place.load(std::memory_order_acquire);
  if (known != nullptr) return *known;
  auto fresh = std::make_unique<KnownCharacters>();
  if (place.compare_exchange_strong(known, fresh.get())) return *fresh.release();
  return *known;  // another thread was first
}

CharacterGlyph Face::character(char32_t c) const {
  if (c >= kCachedCharacters) return ask(font_.get(), c);
  std::atomic<std::uint32_t>& packed = known_characters_near(c).packed[c % 256];
  if (const std::uint32_t known = packed.load(std::memory_order_relaxed)) return unpack(known);
  const CharacterGlyph glyph = ask(font_.get(), c);
  // Two threads may both get here; they write the same.
  packed.store(pack(glyph), std::memory_order_relaxed);
  return glyph;
}

int Face::half_width_shift(char32_t mark) const {
  const std::size_t slot = slot_of_mark(mark);
  if (slot >= known_shifts_.size()) return measure_shift(mark);
  std::int32_t shift = known_shifts_[slot].load(std::memory_order_relaxed);
  if (shift == kUnknownShift) {
    shift = measure_shift(mark);
    known_shifts_[slot].store(shift, std::memory_order_relaxed);
  }
  return shift;
}

int Face::measure_shift(char32_t mark) const {
  const CharacterGlyph glyph = character(mark);
  hb_glyph_extents_t ink = {};
  hb_font_get_glyph_extents(font_.get(), glyph.id, &ink);
  const int half = units_per_em_ / 2;
  const int blank_right = glyph.advance - (ink.x_bearing + ink.width);
  const int spare = glyph.advance - half;  // what is cut off in all; the blank half goes first
  // Narrower than half an em, or with its ink in the middle (·): centred in what remains.
  if (spare <= 0 || std::abs(ink.x_bearing - blank_right) < units_per_em_ / 10) return -spare / 2;
  return ink.x_bearing > blank_right ? -std::min(spare, ink.x_bearing) : -std::max(0, spare - blank_right);
}

bool Face::centres_marks() const {
  hb_glyph_extents_t ink = {};
  hb_font_get_glyph_extents(font_.get(), character(U'，').id, &ink);
  return ink.x_bearing > units_per_em_ / 3;
}

int Face::advance(std::uint32_t glyph) const {
  return hb_font_get_glyph_h_advance(font_.get(), glyph);
}

const FontFacts& Face::facts() const {
  std::call_once(facts_read_, [this] { read_facts(); });
  return facts_;
}

void Face::read_facts() const {
  FT_Library library = nullptr;
  FT_Init_FreeType(&library);
  const Owned<FT_LibraryRec_, FT_Done_FreeType> owned_library(library);
  FT_Face face = nullptr;
  const auto* data = reinterpret_cast<const FT_Byte*>(bytes().data());
  const FT_Error error =
      FT_New_Memory_Face(library, data, static_cast<FT_Long>(bytes().size()), static_cast<FT_Long>(index_), &face);
  assert(error == 0 && "a face that HarfBuzz has opened can be read by FreeType");
  if (error) return;
  const Owned<FT_FaceRec_, FT_Done_Face> owned_face(face);

  facts_.family = english_name(face_.get(), HB_OT_NAME_ID_FONT_FAMILY);
  const char* postscript_name = FT_Get_Postscript_Name(face);
  facts_.postscript_name = postscript_name ? postscript_name : english_name(face_.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
  facts_.file = file_name_;
  facts_.weight = weight_;
  read_metrics(face, facts_);
  read_os2(face, facts_);
  const Owned<hb_blob_t, hb_blob_destroy> cff(hb_face_reference_table(face_.get(), HB_TAG('C', 'F', 'F', ' ')));
  facts_.is_cff = hb_blob_get_length(cff.get()) > 0;
  facts_.is_cid_keyed = facts_.is_cff && is_cid_keyed(face);
  if (facts_.is_cid_keyed) cids_ = read_cids(face);
}

std::uint32_t Face::pdf_code(std::uint32_t glyph) const {
  facts();
  return glyph < cids_.size() ? cids_[glyph] : glyph;
}

}  // namespace bifolio::text
