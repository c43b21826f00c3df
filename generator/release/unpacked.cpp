#include "release/unpacked.h"

#include <cstdlib>
#include <filesystem>

#include "release/archive.h"
#include "release/folder.h"
#include "release/rules.h"
#include "store/store.h"

namespace bifolio::release {
namespace {

namespace fs = std::filesystem;

/// The path of the bundle that the manifest lists, or "".
std::string bundle_path(const std::string& folder) {
  const auto manifest = published_manifest(folder);
  if (!manifest) return "";
  for (const ListedFile& file : manifest->files) {
    if (file.path.ends_with("_source.zip")) return folder + "/" + file.path;
  }
  return "";
}

}  // namespace

Result<Unpacked> Unpacked::open(const std::string& folder, const std::string& scratch) {
  const std::string path = bundle_path(folder);
  const auto bytes = path.empty() ? std::nullopt : read_file(path);
  if (!bytes) return Finding{&release_not_found, {}, {{"name", folder}, {"known", ""}}, {}, {}, folder};
  Result<Artifacts> files = unzip(*bytes, path);
  if (!files) return files.error();
  std::string root = scratch + "/bifolio-XXXXXX";
  if (!mkdtemp(root.data()))
    return Finding{&release_archive_damaged,
                   {},
                   {{"path", path}, {"why", "there is no room for it in " + scratch, scratch + " 无法写入"}}};
  Unpacked unpacked(root);
  for (const Artifact& file : *files) {
    if (Outcome written = store::write_file(root + "/" + file.path, file.bytes); !written) return written.error();
  }
  return unpacked;
}

Unpacked::~Unpacked() {
  std::error_code ignored;
  if (!root_.empty()) fs::remove_all(root_, ignored);
}

}  // namespace bifolio::release
