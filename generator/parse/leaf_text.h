// The text of a leaf block: its lines joined by line feeds, without the marks of
// the containers around it, each byte knowing its place in the file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "parse/markdown.h"

namespace bifolio::parse {

class LeafText {
 public:
  LeafText() = default;
  /// `offset` is where `source` stands in its file.
  LeafText(std::string_view source, FileId, std::uint32_t offset, const std::vector<OutlineLine>&);

  /// Text that stands in one piece; the lines in it lose their indentation.
  static LeafText of(std::string_view text, FileId, std::uint32_t offset);

  const std::string& text() const { return text_; }
  bool is_blank() const { return text_.find_first_not_of(" \t\n") == std::string::npos; }

  /// The place of the byte at `at`.
  std::uint32_t place(std::size_t at) const;
  /// The bytes [begin, end) and all that stands between them in the file.
  Span span(std::size_t begin, std::size_t end) const;
  /// The part [begin, end), white space at both ends left out.
  LeafText part(std::size_t begin, std::size_t end) const;

 private:
  struct Line {
    std::size_t at;
    std::uint32_t place;
  };

  void add_line(std::string_view line, std::uint32_t place);

  std::string text_;
  std::vector<Line> lines_;  ///< never empty where there is text; `at` rises
  FileId file_;
};

}  // namespace bifolio::parse
