#include "text/locate.h"

#include <fontconfig/fontconfig.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/owned.h"

namespace bifolio::text {
namespace {

struct KnownFamily {
  std::string_view family, package, stem, suffix;  ///< stem + "-Bold" + suffix is the file
  unsigned face;
  bool has_styles;  ///< otherwise one file without a style in its name
};

// Collections hold a face for each region; the numbers are those of the SC faces.
constexpr KnownFamily kKnown[] = {
    {"Noto Serif CJK SC", "fonts-noto-cjk", "opentype/noto/NotoSerifCJK", ".ttc", 2, true},
    {"Noto Sans CJK SC", "fonts-noto-cjk", "opentype/noto/NotoSansCJK", ".ttc", 2, true},
    {"Noto Sans Mono CJK SC", "fonts-noto-cjk", "opentype/noto/NotoSansCJK", ".ttc", 7, true},
    {"Noto Serif", "fonts-noto-core", "truetype/noto/NotoSerif", ".ttf", 0, true},
    {"Noto Sans", "fonts-noto-core", "truetype/noto/NotoSans", ".ttf", 0, true},
    {"Noto Sans Mono", "fonts-noto-mono", "truetype/noto/NotoSansMono", ".ttf", 0, true},
    {"Noto Sans Symbols", "fonts-noto-core", "truetype/noto/NotoSansSymbols", ".ttf", 0, true},
    {"Noto Sans Symbols2", "fonts-noto-core", "truetype/noto/NotoSansSymbols2", ".ttf", 0, true},
    {"Noto Sans Math", "fonts-noto-core", "truetype/noto/NotoSansMath", ".ttf", 0, true},
    {"AR PL UKai CN", "fonts-arphic-ukai", "truetype/arphic/ukai", ".ttc", 0, false},
};

const KnownFamily* known(std::string_view family) {
  const auto* at =
      std::find_if(std::begin(kKnown), std::end(kKnown), [&](const auto& entry) { return entry.family == family; });
  return at == std::end(kKnown) ? nullptr : at;
}

std::string_view style_name(const FaceRequest& request) {
  if (request.is_bold) return request.is_italic ? "-BoldItalic" : "-Bold";
  return request.is_italic ? "-Italic" : "-Regular";
}

bool same_face(const FaceRequest& a, const FaceRequest& b) {
  return a.family == b.family && a.is_bold == b.is_bold && a.is_italic == b.is_italic;
}

std::string text_property(FcPattern* pattern, const char* property, int n) {
  FcChar8* value = nullptr;
  if (FcPatternGetString(pattern, property, n, &value) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(value);
}

int number_property(FcPattern* pattern, const char* property) {
  int value = 0;
  return FcPatternGetInteger(pattern, property, 0, &value) == FcResultMatch ? value : 0;
}

/// In the order of their paths: directories are read in whatever order the file system likes.
std::vector<std::string> font_files(const std::vector<std::string>& directories) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  for (const std::string& directory : directories) {
    std::error_code error;
    fs::recursive_directory_iterator at(directory, fs::directory_options::skip_permission_denied, error);
    for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
      const std::string extension = at->path().extension().string();
      if (extension == ".ttf" || extension == ".otf" || extension == ".ttc") files.push_back(at->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add(const std::string& path, FcPattern* pattern, std::vector<FontLocator::ScannedFace>& faces) {
  const int index = number_property(pattern, FC_INDEX);
  if (index >> 16) return;  // a named instance of a variable font
  const int weight = number_property(pattern, FC_WEIGHT);
  if (weight != FC_WEIGHT_REGULAR && weight != FC_WEIGHT_BOLD) return;
  const bool is_italic = number_property(pattern, FC_SLANT) != FC_SLANT_ROMAN;
  for (int n = 0;; ++n) {
    const std::string family = text_property(pattern, FC_FAMILY, n);
    if (family.empty()) return;
    faces.push_back({{family, weight == FC_WEIGHT_BOLD, is_italic}, {path, static_cast<unsigned>(index)}});
  }
}

}  // namespace

FontLocator::FontLocator(std::vector<std::string> directories) : directories_(std::move(directories)) {}

std::optional<FontFile> FontLocator::find(const FaceRequest& request) {
  if (auto file = find_at_known_place(request)) return file;
  // A family of the house has all its styles in one package: where its regular
  // face is in place, a missing italic need not be searched for.
  if (known(request.family) && find_at_known_place({request.family})) return std::nullopt;
  scan();
  for (const ScannedFace& face : scanned_) {
    if (same_face(face.request, request)) return face.file;
  }
  return std::nullopt;
}

std::optional<FontFile> FontLocator::find_at_known_place(const FaceRequest& request) const {
  const KnownFamily* entry = known(request.family);
  if (!entry || (!entry->has_styles && (request.is_bold || request.is_italic))) return std::nullopt;
  for (const std::string& directory : directories_) {
    std::string path = directory + "/" + std::string(entry->stem);
    if (entry->has_styles) path += style_name(request);
    path += entry->suffix;
    if (access(path.c_str(), R_OK) == 0) return FontFile{path, entry->face};
  }
  return std::nullopt;
}

void FontLocator::scan() {
  if (std::exchange(is_scanned_, true)) return;
  for (const std::string& path : font_files(directories_)) {
    // Asked file by file, fontconfig reads no configuration and neither reads nor writes a cache.
    const Owned<FcFontSet, FcFontSetDestroy> set(FcFontSetCreate());
    int count = 0;
    FcFreeTypeQueryAll(reinterpret_cast<const FcChar8*>(path.c_str()), -1, nullptr, &count, set.get());
    for (int i = 0; i < set->nfont; ++i) add(path, set->fonts[i], scanned_);
  }
}

std::string_view package_of(std::string_view family) {
  const KnownFamily* entry = known(family);
  return entry ? entry->package : std::string_view();
}

}  // namespace bifolio::text
