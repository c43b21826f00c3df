// Offsets as people count them: lines, and columns in bytes, code points and
// UTF-16 units, since terminals, editors and CI services each count differently.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace bifolio::source {

/// All 1-based. A byte order mark takes no column.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t byte_column = 1;
  std::uint32_t column = 1;  ///< code points
  std::uint32_t utf16_column = 1;
};

/// The line table of one text. LF, CRLF and a lone CR end a line.
class Lines {
 public:
  explicit Lines(std::string_view text);

  Position position(std::uint32_t offset) const;
  /// The same, counted on from a place before it in its line where `known` is one:
  /// many findings in one long line cost one pass.
  struct Known {
    std::uint32_t offset = 0;
    Position position = {};
  };
  Position position(std::uint32_t offset, Known& known) const;
  std::uint32_t count() const { return static_cast<std::uint32_t>(starts_.size()); }
  /// The line's text without its end; `line` is 1-based.
  std::string_view line(std::uint32_t line) const;
  std::uint32_t start(std::uint32_t line) const { return starts_[line - 1]; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> starts_;
};

}  // namespace bifolio::source
