// A new folder in one step: made beside its place, synced from the leaves up,
// then renamed. rename(2) of a folder is atomic, and RENAME_NOREPLACE keeps it
// from replacing anything.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>

#include "store/file.h"
#include "store/rules.h"
#include "store/store.h"

namespace bifolio::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPart = ".bifolio-part-";

bool sync_folder(const std::string& path) {
  const File folder(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return folder.is_open() && fsync(folder.descriptor()) == 0;
}

/// 0644 whatever the umask.
bool write_new_file(const std::string& path, std::string_view bytes) {
  File file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  return file.is_open() && fchmod(file.descriptor(), 0644) == 0 && file.write(bytes) && file.close();
}

bool make_folder(const std::string& path) {
  return mkdir(path.c_str(), 0755) == 0 && chmod(path.c_str(), 0755) == 0;
}

/// Every folder that the paths need, parents first.
std::set<std::string> folders_of(const Artifacts& artifacts) {
  std::set<std::string> folders;
  for (const Artifact& artifact : artifacts) {
    for (fs::path parent = fs::path(artifact.path).parent_path(); !parent.empty(); parent = parent.parent_path())
      folders.insert(parent.generic_string());
  }
  return folders;
}

bool fill(const std::string& folder, const Artifacts& artifacts) {
  const std::set<std::string> folders = folders_of(artifacts);
  for (const std::string& sub : folders) {
    if (!make_folder(folder + "/" + sub)) return false;
  }
  for (const Artifact& artifact : artifacts) {
    if (!write_new_file(folder + "/" + artifact.path, artifact.bytes)) return false;
  }
  for (auto sub = folders.rbegin(); sub != folders.rend(); ++sub) {
    if (!sync_folder(folder + "/" + *sub)) return false;
  }
  return sync_folder(folder);
}

bool rename_new(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  // A file system that does not know the flag; we hold the lock, so nobody comes between.
  if (fs::exists(to)) {
    errno = EEXIST;
    return false;
  }
  return rename(from.c_str(), to.c_str()) == 0;
}

/// Somebody may have tidied up while we wrote.
bool holds_all(const std::string& folder, const Artifacts& artifacts) {
  for (const Artifact& artifact : artifacts) {
    std::error_code error;
    if (fs::file_size(folder + "/" + artifact.path, error) == artifact.bytes.size() && !error) continue;
    errno = error ? error.value() : EIO;
    return false;
  }
  return true;
}

Finding in_the_way(const std::string& folder) {
  return {&file_exists, {}, {{"path", folder}}, {}, {}, folder};
}

}  // namespace

Outcome publish(const std::string& folder, const Artifacts& artifacts) {
  for (const Artifact& artifact : artifacts) {
    if (!stays_inside(artifact.path))
      return Finding{&file_path_outside, {}, {{"path", artifact.path}, {"folder", folder}}};
  }
  std::error_code error;
  if (fs::exists(folder, error)) return in_the_way(folder);
  const fs::path place = fs::path(folder).lexically_normal();
  const std::string parent = place.has_parent_path() ? place.parent_path().string() : ".";
  fs::create_directories(parent, error);
  if (error) return unwritable(parent, error.value());
  const std::string part = parent + "/" + std::string(kPart) + place.filename().string();
  if (!make_folder(part)) return unwritable(folder, errno);
  const bool is_there = fill(part, artifacts) && holds_all(part, artifacts) && rename_new(part, folder);
  if (is_there && holds_all(folder, artifacts)) {
    sync_folder(parent);  // the folder is whole either way; this only makes it last
    return Done{};
  }
  const int reason = errno;
  if (is_there) rename(folder.c_str(), part.c_str());
  fs::remove_all(part, error);
  return reason == EEXIST ? in_the_way(folder) : unwritable(folder, reason);
}

void remove_leftovers(const std::string& parent) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(parent, ignored)) {
    const std::string name = entry.path().filename().string();
    const bool is_leftover = name.starts_with(kPart) || name.ends_with(".bifolio-part");
    if (is_leftover) fs::remove_all(entry.path(), ignored);
  }
}

Result<Lock> Lock::take(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return unwritable(folder, error.value());
  const std::string path = folder + "/.lock";
  const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return unwritable(path, errno);
  Lock lock(descriptor);
  // flock(2) goes with the process: a killed one leaves nothing to clean up.
  if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
  return Finding{&file_locked, {}, {{"path", folder}}, {}, {}, folder};
}

Lock::~Lock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace bifolio::store
