// A file read by mapping it into memory: a CJK font has 25 MB, of which a
// booklet touches a few pages.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace bifolio::text {

class MappedFile {
 public:
  /// Nothing where the file cannot be read or is empty.
  static std::shared_ptr<const MappedFile> open(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }
  /// Gives back the memory of what was read, until it is read again.
  void rest() const;

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  std::string_view bytes_;
};

}  // namespace bifolio::text
