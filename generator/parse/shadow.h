// What cmark reads instead of the source: a shadow of the same length, byte for
// byte, so that every position in it is a position in the source. Bytes that
// would make cmark do what we do ourselves are masked: `[` (references and
// footnotes), NUL (cmark would widen it), nesting without end. Slips of Chinese
// input methods at the start of a line (`＃ 标题`, `：：：`) become what was meant.
// Text is never taken from the shadow, only structure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bifolio::parse {

/// Stands where the source has `[`, so that cmark sees no references and no footnotes.
constexpr char kMaskedBracket = '\x01';

struct Shadow {
  std::string text;                 ///< ends with a line end
  std::vector<std::size_t> starts;  ///< where each line starts; LF, CRLF and a lone CR end a line, as for cmark

  explicit Shadow(std::string_view source);

  std::size_t line_count() const { return starts.size(); }
  /// 0-based. Where the line ends, its line end left out.
  std::size_t line_end(std::size_t line) const;
};

}  // namespace bifolio::parse
