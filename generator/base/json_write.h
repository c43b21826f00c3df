// Trees as JSON text. nlohmann-json's home.
#pragma once

#include <string>

#include "base/tree.h"

namespace bifolio {

enum class JsonLayout { compact, indented };

/// UTF-8 JSON with members in the tree's order. Bytes that are no UTF-8 become U+FFFD.
std::string write_json(const Tree&, JsonLayout = JsonLayout::indented);

}  // namespace bifolio
