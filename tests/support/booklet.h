// A booklet on disk for one test, in a folder that goes away with it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace bifolio::testing {

class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  /// Writes a file, and the folders above it.
  void write(const std::string& relative, std::string_view bytes) const;
  std::string read(const std::string& relative) const;

 private:
  std::filesystem::path path_;
};

}  // namespace bifolio::testing
