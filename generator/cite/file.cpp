#include "cite/file.h"

#include "base/utf8.h"
#include "source/load.h"

namespace bifolio::cite {

std::optional<std::string> read_file(const std::string& path) {
  source::Limits limits;
  limits.file_size = 16u << 20;
  Findings ignored;
  const auto file = source::load_file(path, ignored, limits);
  if (!file || file->files().empty()) return std::nullopt;
  std::string bytes = file->files()[0].bytes;
  if (find_invalid_utf8(bytes) != std::string::npos) return std::nullopt;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
  return bytes;
}

}  // namespace bifolio::cite
