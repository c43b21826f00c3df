#include "release/sources.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "release/archive.h"
#include "release/record.h"

namespace bifolio::release {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kRefreshed = {"bifolio.lock.json", "bifolio.retractions.bin",
                                                        "bifolio.baseline.json", "i18n.lock.json"};

/// `output/releases/` where it lies inside the booklet; else empty.
std::string place_inside(const std::string& folder, const std::string& other) {
  std::error_code error;
  const fs::path relative = fs::weakly_canonical(other, error).lexically_relative(fs::weakly_canonical(folder, error));
  const std::string text = relative.generic_string();
  return text.empty() || text.starts_with("..") || text == "." ? "" : text + "/";
}

}  // namespace

Artifacts sources_of(const source::SourceSet& files, const std::string& folder, const std::string& releases) {
  const std::string published = place_inside(folder, releases);
  Artifacts sources;
  for (const source::SourceFile& file : files.files()) {
    const bool is_output = (!published.empty() && file.path.starts_with(published)) ||
                           file.path.ends_with(".bifolio-part") || file.path == kRecordFile;
    if (!is_output) sources.push_back({file.path, file.bytes});
  }
  return sources;
}

std::vector<ListedFile> written_sources(const Artifacts& sources) {
  std::vector<ListedFile> files = list_files(sources);
  std::erase_if(files, [](const ListedFile& file) {
    return std::find(kRefreshed.begin(), kRefreshed.end(), file.path) != kRefreshed.end();
  });
  return files;
}

std::string bundle(const Artifacts& sources, const source::SourceSet& theme, const std::string& theme_name) {
  Artifacts files;
  for (const Artifact& file : sources) files.push_back({"booklet/" + file.path, file.bytes});
  for (const source::SourceFile& file : theme.files())
    files.push_back({"themes/" + theme_name + "/" + file.path, file.bytes});
  return zip(files);
}

}  // namespace bifolio::release
