#include "source/lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace bifolio::source {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Where the line's first column is: a byte order mark takes none.
std::size_t first_column(std::string_view text, std::size_t start) {
  return start == 0 && text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : start;
}

}  // namespace

Lines::Lines(std::string_view text) : text_(text), starts_{0} {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends_line = text[at] == '\n' || (text[at] == '\r' && !text.substr(at + 1).starts_with('\n'));
    if (ends_line) starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

Position Lines::position(std::uint32_t offset) const {
  Known none;
  return position(offset, none);
}

Position Lines::position(std::uint32_t offset, Known& known) const {
  const std::size_t at = std::min<std::size_t>(offset, text_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), at);
  std::size_t begin = first_column(text_, *(next - 1));
  Position position{static_cast<std::uint32_t>(next - starts_.begin())};
  if (at <= begin) return position;
  if (known.position.line == position.line && known.offset > begin && known.offset <= at) {
    position = known.position;
    begin = known.offset;
  }
  position.byte_column += static_cast<std::uint32_t>(at - begin);
  for (std::size_t i = begin; i < at;) {
    const Decoded decoded = decode_utf8(text_, i);
    i += decoded.size;
    if (i > at) return position;  // the offset lies inside this code point
    position.column += 1;
    position.utf16_column += decoded.code_point > 0xFFFF ? 2 : 1;
  }
  known = {static_cast<std::uint32_t>(at), position};
  return position;
}

std::string_view Lines::line(std::uint32_t line) const {
  const std::size_t begin = first_column(text_, starts_[line - 1]);
  const std::size_t end = line < starts_.size() ? starts_[line] : text_.size();
  std::string_view text = text_.substr(begin, end - begin);
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace bifolio::source
