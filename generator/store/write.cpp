#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <set>

#include "store/file.h"
#include "store/rules.h"
#include "store/store.h"

namespace bifolio::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kList = ".bifolio-files";

std::set<std::string> read_list(const fs::path& folder) {
  std::set<std::string> paths;
  std::ifstream file(folder / kList);
  for (std::string line; std::getline(file, line);) {
    if (stays_inside(line)) paths.insert(line);
  }
  return paths;
}

/// Removes what is no longer made, and the folders that this leaves empty.
void remove_stale(const fs::path& folder, const std::set<std::string>& before, const std::set<std::string>& now) {
  std::error_code ignored;
  for (const std::string& path : before) {
    if (now.contains(path)) continue;
    fs::remove(folder / path, ignored);
    for (fs::path parent = fs::path(path).parent_path(); !parent.empty(); parent = parent.parent_path()) {
      if (!fs::is_empty(folder / parent, ignored) || ignored) break;
      fs::remove(folder / parent, ignored);
    }
  }
}

}  // namespace

Outcome write_file(const std::string& path, std::string_view bytes) {
  std::error_code error;
  const fs::path parent = fs::path(path).parent_path();
  if (!parent.empty()) fs::create_directories(parent, error);
  if (error) return unwritable(path, error.value());
  const std::string temporary = path + ".bifolio-part";
  File file(open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!file.is_open()) return unwritable(path, errno);
  if (!file.write(bytes) || !file.close() || rename(temporary.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    unlink(temporary.c_str());
    return unwritable(path, reason);
  }
  return Done{};
}

Outcome write(const std::string& folder, const Artifacts& artifacts, Stale stale) {
  std::set<std::string> now;
  std::string list;
  for (const Artifact& artifact : artifacts) {
    if (!stays_inside(artifact.path))
      return Finding{&file_path_outside, {}, {{"path", artifact.path}, {"folder", folder}}};
    now.insert(artifact.path);
  }
  for (const Artifact& artifact : artifacts) {
    if (Outcome written = write_file(folder + "/" + artifact.path, artifact.bytes); !written) return written;
  }
  if (stale == Stale::remove) remove_stale(folder, read_list(folder), now);
  for (const std::string& path : now) list += path + "\n";
  return write_file(folder + "/" + kList, list);
}

}  // namespace bifolio::store
