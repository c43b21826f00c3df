// A version made again from its own source.
#include <filesystem>
#include <map>

#include "base/hash.h"
#include "release/folder.h"
#include "release/prepare.h"
#include "release/rules.h"
#include "release/unpacked.h"
#include "release/verify.h"

namespace bifolio::release {
namespace {

void differs(const std::string& path, std::string en, std::string zh, Findings& findings) {
  findings.add({&release_rebuild_differs, {}, {{"path", path}, {"what", std::move(en), std::move(zh)}}, {}, {}, path});
}

/// Without the version before, what tells of the changes since then cannot be made.
bool needs_previous(std::string_view path) {
  return path.starts_with("changes") || path == kManifestFile || path == kSumsFile;
}

}  // namespace

Outcome verify_by_rebuilding(const std::string& folder, const std::string& scratch, Findings& findings) {
  const auto manifest = published_manifest(folder);
  if (!manifest) return Finding{&release_not_found, {}, {{"name", folder}, {"known", ""}}, {}, {}, folder};
  const Result<Unpacked> source = Unpacked::open(folder, scratch);
  if (!source) return source.error();
  Request request;
  request.build.folder = source->booklet();
  request.build.themes = source->themes();
  request.build.stamp = manifest->stamp;
  // The folder of releases: VERSION and BOOKLET stand below it.
  request.releases = std::filesystem::weakly_canonical(folder).parent_path().parent_path().string();
  request.scratch = scratch;
  const Result<Prepared> again = make_again(request, *manifest);
  if (!again) return again.error();
  const std::string previous = request.releases + "/" + manifest->booklet + "/" + manifest->previous;
  const bool lacks_previous = !manifest->previous.empty() && !published_manifest(previous);
  std::map<std::string, std::string> made;
  for (const Artifact& file : again->files) made[file.path] = sha256_hex(file.bytes);
  for (const std::string& path : files_below(folder)) {
    if (path == kSignatureFile || (lacks_previous && needs_previous(path))) continue;
    const auto at = made.find(path);
    if (at == made.end())
      differs(path, "is not made", "没有生成", findings);
    else if (at->second != sha256_hex(read_file(folder + "/" + path).value_or("")))
      differs(path, "comes out otherwise", "结果不同", findings);
    if (at != made.end()) made.erase(at);
  }
  for (const auto& [path, hash] : made) {
    if (!lacks_previous || !needs_previous(path)) differs(path, "is made but was not published", "多生成了", findings);
  }
  return Done{};
}

}  // namespace bifolio::release
