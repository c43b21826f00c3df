#include "cite/file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/utf8.h"

namespace bifolio::cite {

std::optional<std::string> read_file(const std::string& path) {
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed) || std::filesystem::file_size(path, failed) > (16u << 20))
    return {};
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  std::string bytes = std::move(text).str();
  if (!file || find_invalid_utf8(bytes) != std::string::npos) return {};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return bytes;
}

}  // namespace bifolio::cite
