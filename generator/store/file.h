// Inside store/: files that say whether they were written.
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"

namespace bifolio::store {

/// file-unwritable with the reason that `errno` gives.
Finding unwritable(const std::string& path, int error);

/// Whether a relative path names a file below its folder: no `..`, no root.
bool stays_inside(const std::string& path);

/// A file descriptor that closes itself; `close` tells whether that worked.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() { close(); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }
  /// All bytes, on the disk and not only on their way.
  bool write(std::string_view bytes);
  bool close();

 private:
  int descriptor_;
};

}  // namespace bifolio::store
