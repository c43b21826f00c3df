#include "text/script_faces.h"

#include <string>

#include "text/mapped_file.h"

namespace bifolio::text {
namespace {

constexpr std::string_view kFolders[] = {"/usr/share/fonts/truetype/noto/", "/usr/local/share/fonts/"};

std::unique_ptr<Face> open(const ScriptFamily& family) {
  for (const std::string_view folder : kFolders) {
    const std::string path = std::string(folder) + std::string(family.file);
    if (auto bytes = MappedFile::open(path)) return std::make_unique<Face>(bytes, FontFile{path, 0}, Weight::regular);
  }
  return nullptr;
}

}  // namespace

std::optional<FontId> ScriptFaces::find(std::string_view script) const {
  for (std::size_t i = 0; i < kScriptFamilies.size(); ++i) {
    if (kScriptFamilies[i].script != script) continue;
    std::call_once(opened_[i], [&] { faces_[i] = open(kScriptFamilies[i]); });
    if (!faces_[i]) return std::nullopt;
    return FontId{static_cast<std::uint16_t>(kFirstScriptFace + i)};
  }
  return std::nullopt;
}

}  // namespace bifolio::text
