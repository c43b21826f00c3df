#include "release/folder.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

#include "base/hash.h"
#include "base/owned.h"
#include "release/release.h"
#include "release/rules.h"

namespace bifolio::release {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const std::string& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);  // fails for what is no plain file
  if (error) return std::nullopt;
  const Owned<std::FILE, std::fclose> file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  std::string bytes(size, '\0');
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file.get()));
  return bytes;
}

std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, error), end;
  for (; !error && at != end; at.increment(error)) {
    if (!at->is_directory(error)) paths.push_back(at->path().lexically_relative(folder).generic_string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::optional<Manifest> published_manifest(const std::string& folder) {
  const std::string path = folder + "/" + std::string(kManifestFile);
  const auto text = read_file(path);
  if (!text) return std::nullopt;
  Result<Manifest> manifest = read_manifest(*text, path);
  if (!manifest) return std::nullopt;
  return *std::move(manifest);
}

std::vector<Difference> compare_with_manifest(const std::string& folder, const Manifest& manifest) {
  std::map<std::string, const ListedFile*> listed;
  for (const ListedFile& file : manifest.files) listed[file.path] = &file;
  std::vector<Difference> differences;
  for (const std::string& path : files_below(folder)) {
    const auto at = listed.find(path);
    const bool is_about = path == kManifestFile || path == kSumsFile || path == kSignatureFile;
    if (at == listed.end()) {
      if (!is_about) differences.push_back({Difference::Kind::added, path});
      continue;
    }
    const auto bytes = read_file(folder + "/" + path);
    if (!bytes || bytes->size() != at->second->size || sha256_hex(*bytes) != at->second->hash)
      differences.push_back({Difference::Kind::changed, path});
    listed.erase(at);
  }
  for (const auto& [path, file] : listed) differences.push_back({Difference::Kind::missing, path});
  return differences;
}

Argument in_words(const Difference& difference) {
  const std::string& path = difference.path;
  switch (difference.kind) {
    case Difference::Kind::changed: return {"what", "`" + path + "` was changed", "`" + path + "` 被改动"};
    case Difference::Kind::missing: return {"what", "`" + path + "` is missing", "`" + path + "` 不见了"};
    case Difference::Kind::added: return {"what", "`" + path + "` was added", "多出了 `" + path + "`"};
  }
  return {"what", path};
}

Result<std::string> find_version(const std::string& releases, const std::string& name) {
  std::error_code error;
  if (fs::is_regular_file(fs::path(name) / kManifestFile, error)) return name;
  std::vector<std::string> known, found;
  for (const auto& booklet : fs::directory_iterator(releases, error)) {
    std::error_code ignored;
    for (const auto& version : fs::directory_iterator(booklet.path(), ignored)) {
      if (!fs::is_regular_file(version.path() / kManifestFile, ignored)) continue;
      known.push_back(version.path().filename().string());
      if (known.back() == name) found.push_back(version.path().generic_string());
    }
  }
  if (found.size() == 1) return found.front();
  std::sort(known.begin(), known.end());
  std::string en, zh;
  for (const std::string& one : known) {
    en += (en.empty() ? "; there is " : ", ") + one;
    zh += (zh.empty() ? "；已有 " : "、") + one;
  }
  if (found.size() > 1)
    en = "; several booklets have it: name its folder", zh = "；不止一本手册有这个版本，请写出文件夹";
  return Finding{&release_not_found, {}, {{"name", name}, {"known", en, zh}}, {}, {}, name};
}

}  // namespace bifolio::release
