// Where on this computer a font family lies. The families of the house are tried
// at the places where Debian puts them; any other is looked for in the font
// directories by fontconfig, without the system's configuration and without
// writing a cache. That scan takes most of a second, so it is done at most once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio::text {

struct FaceRequest {
  std::string family;
  bool is_bold = false, is_italic = false;
};

struct FontFile {
  std::string path;
  unsigned face = 0;  ///< its index in a collection
};

class FontLocator {
 public:
  explicit FontLocator(std::vector<std::string> directories);

  /// The face itself, not a likeness: no bold instead of a regular one.
  std::optional<FontFile> find(const FaceRequest&);

  struct ScannedFace {
    FaceRequest request;
    FontFile file;
  };

 private:
  std::optional<FontFile> find_at_known_place(const FaceRequest&) const;
  void scan();

  std::vector<std::string> directories_;
  std::vector<ScannedFace> scanned_;
  bool is_scanned_ = false;
};

/// The Debian package that has the family, or "" where we know none.
std::string_view package_of(std::string_view family);

}  // namespace bifolio::text
