// Offsets in an Input as spans of its file.
#pragma once

#include <algorithm>

#include "syntax/syntax.h"

namespace bifolio::syntax {

inline Span place(const Input& input, std::size_t begin, std::size_t end) {
  const auto inside = [&](std::size_t at) {
    return input.offset + static_cast<std::uint32_t>(std::min(at, input.text.size()));
  };
  return {input.file, inside(begin), inside(std::max(begin, end))};
}

/// Where the text itself starts: after a byte order mark at the start of the file.
inline std::size_t first_byte(const Input& input) {
  return input.offset == 0 && input.text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

}  // namespace bifolio::syntax
