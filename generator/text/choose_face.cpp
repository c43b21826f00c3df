#include "text/choose_face.h"

#include "base/unicode.h"

namespace bifolio::text {
namespace {

FaceQuery query(const TextStyle& style, Script script) {
  return {style.role, script, style.weight, style.slant};
}

bool is_latin_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : c < 0x2000 && is_letter(c);
}

/// Marks that both scripts use, at different widths.
bool is_shared_mark(char32_t c) {
  switch (c) {
    case U'‘':
    case U'’':
    case U'“':
    case U'”':
    case U'—':
    case U'⸺':
    case U'…':
    case U'·': return true;
    default: return false;
  }
}

}  // namespace

bool is_han_language(std::string_view tag) {
  return tag == "zh" || tag.starts_with("zh-") || tag == "ja" || tag.starts_with("ja-");
}

FaceChooser::FaceChooser(const Fonts& fonts, const TextStyle& style, std::string_view language)
    : fonts_(fonts),
      han_(query(style, Script::han)),
      latin_(query(style, Script::latin)),
      han_face_(fonts.find(han_)),
      marks_face_(fonts.marks_face(han_)),
      latin_face_(fonts.find(latin_)),
      latin_per_mille_(is_han_language(language) ? fonts.latin_per_mille(style.role) : 1000),
      is_han_run_(is_han_language(language)) {}

ChosenFace FaceChooser::choose(char32_t c, char32_t before, char32_t after) const {
  if (c >= 0x20 && c < 0x7F) return {latin_face_, latin_per_mille_, false};
  if (!belongs_to_han(c, before, after)) {
    if (fonts_.glyph_for(latin_face_, c)) return {latin_face_, latin_per_mille_, false};
    return choose_other(c, false);
  }
  const FontId face = is_han(c) ? han_face_ : marks_face_;
  if (fonts_.glyph_for(face, c)) return {face, 1000, true};
  return choose_other(c, true);
}

bool FaceChooser::belongs_to_han(char32_t c, char32_t before, char32_t after) const {
  if (c < 0xB7) return false;
  if (is_shared_mark(c)) return is_han_run_ && !(c == U'’' && is_latin_letter(before) && is_latin_letter(after));
  return is_han(c) || is_cjk_punctuation(c);
}

ChosenFace FaceChooser::choose_other(char32_t c, bool is_han) const {
  if (is_control(c) || is_mark(c)) return {is_han ? han_face_ : latin_face_, is_han ? 1000 : latin_per_mille_, is_han};
  // Signs that the Latin face lacks (≥, −, →): among Latin text in the width of its
  // digits, among Han text as wide as Han characters where the Han face has them so.
  if (!is_han_run_ && !is_han) {
    if (const auto face = fonts_.symbol_face(c)) return {*face, latin_per_mille_, false};
  }
  if (const auto face = fonts_.face_with(is_han ? han_ : latin_, c)) {
    const bool is_full_width = fonts_.character(*face, c).advance * 10 >= fonts_.units_per_em(*face) * 9;
    const bool is_set_as_han = is_han || (*face == han_face_ && is_full_width);
    return {*face, is_set_as_han ? 1000 : latin_per_mille_, is_set_as_han};
  }
  return {marks_face_, 1000, is_han, true};
}

}  // namespace bifolio::text
