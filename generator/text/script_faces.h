// Noto faces for scripts beyond those of the themes, opened when first needed.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>

#include "text/face.h"

namespace bifolio::text {

/// ISO 15924 code and the family that draws it. A face's id is its place here, so
/// that it does not depend on which script is met first.
struct ScriptFamily {
  std::string_view script, family, file;
};

inline constexpr std::array<ScriptFamily, 24> kScriptFamilies = {{
    {"Arab", "Noto Sans Arabic", "NotoSansArabic-Regular.ttf"},
    {"Armn", "Noto Sans Armenian", "NotoSansArmenian-Regular.ttf"},
    {"Beng", "Noto Sans Bengali", "NotoSansBengali-Regular.ttf"},
    {"Cans", "Noto Sans Canadian Aboriginal", "NotoSansCanadianAboriginal-Regular.ttf"},
    {"Cher", "Noto Sans Cherokee", "NotoSansCherokee-Regular.ttf"},
    {"Deva", "Noto Sans Devanagari", "NotoSansDevanagari-Regular.ttf"},
    {"Ethi", "Noto Sans Ethiopic", "NotoSansEthiopic-Regular.ttf"},
    {"Geor", "Noto Sans Georgian", "NotoSansGeorgian-Regular.ttf"},
    {"Gujr", "Noto Sans Gujarati", "NotoSansGujarati-Regular.ttf"},
    {"Guru", "Noto Sans Gurmukhi", "NotoSansGurmukhi-Regular.ttf"},
    {"Hebr", "Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf"},
    {"Khmr", "Noto Sans Khmer", "NotoSansKhmer-Regular.ttf"},
    {"Knda", "Noto Sans Kannada", "NotoSansKannada-Regular.ttf"},
    {"Laoo", "Noto Sans Lao", "NotoSansLao-Regular.ttf"},
    {"Mlym", "Noto Sans Malayalam", "NotoSansMalayalam-Regular.ttf"},
    {"Mong", "Noto Sans Mongolian", "NotoSansMongolian-Regular.ttf"},
    {"Mymr", "Noto Sans Myanmar", "NotoSansMyanmar-Regular.ttf"},
    {"Sinh", "Noto Sans Sinhala", "NotoSansSinhala-Regular.ttf"},
    {"Syrc", "Noto Sans Syriac", "NotoSansSyriac-Regular.ttf"},
    {"Taml", "Noto Sans Tamil", "NotoSansTamil-Regular.ttf"},
    {"Telu", "Noto Sans Telugu", "NotoSansTelugu-Regular.ttf"},
    {"Thaa", "Noto Sans Thaana", "NotoSansThaana-Regular.ttf"},
    {"Thai", "Noto Sans Thai", "NotoSansThai-Regular.ttf"},
    {"Tibt", "Noto Serif Tibetan", "NotoSerifTibetan-Regular.ttf"},
}};

/// Ids from here on belong to script faces.
constexpr std::uint16_t kFirstScriptFace = 0x8000;

class ScriptFaces {
 public:
  /// The id of the script's face, or nothing where none is installed. Thread-safe.
  std::optional<FontId> find(std::string_view script) const;
  const Face& face(FontId id) const { return *faces_[id.index - kFirstScriptFace]; }

 private:
  mutable std::array<std::once_flag, kScriptFamilies.size()> opened_;
  mutable std::array<std::unique_ptr<Face>, kScriptFamilies.size()> faces_;
};

}  // namespace bifolio::text
