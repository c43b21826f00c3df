// A style's or a locale's bytes.
#pragma once

#include <optional>
#include <string>

namespace bifolio::cite {

/// The whole file, without a byte order mark; nothing where it cannot be read, is no UTF-8 or has more than 16 MiB.
std::optional<std::string> read_file(const std::string& path);

}  // namespace bifolio::cite
