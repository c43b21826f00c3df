#include "store/file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "store/rules.h"

namespace bifolio::store {

Finding unwritable(const std::string& path, int error) {
  // The C library's words; in Chinese the two faults that people meet have words of their own.
  const std::string reason = std::strerror(error);
  const std::string zh = error == ENOSPC ? "磁盘已满" : error == EACCES || error == EROFS ? "没有写入权限" : reason;
  return {&file_unwritable, {}, {{"path", path}, {"reason", reason, zh}}, {}, {}, path};
}

bool stays_inside(const std::string& path) {
  if (path.empty() || path.front() == '/' || path.find('\0') != path.npos) return false;
  for (const std::filesystem::path& part : std::filesystem::path(path)) {
    if (part == ".." || part == ".") return false;
  }
  return true;
}

bool File::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return fsync(descriptor_) == 0;
}

bool File::close() {
  const int descriptor = descriptor_;
  descriptor_ = -1;
  return descriptor < 0 || ::close(descriptor) == 0;
}

}  // namespace bifolio::store
