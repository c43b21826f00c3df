// Pipe tables (GFM, 4.10), read from the lines of a paragraph: cmark's own
// extension pads and cuts ragged rows, and loses places after `\|`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/table.h"
#include "parse/inlines.h"

namespace bifolio::parse {

/// Lines [first, end) of a paragraph that are a table; the lines before are text.
struct PipeTable {
  std::size_t first = 0, end = 0;
  Table table;
};

struct SourceText {
  std::string_view text;
  FileId file;
  std::uint32_t offset;

  std::string_view line(const OutlineLine& line) const { return text.substr(line.begin, line.end - line.begin); }
  Span span(std::size_t begin, std::size_t end) const {
    return {file, offset + static_cast<std::uint32_t>(begin), offset + static_cast<std::uint32_t>(end)};
  }
};

std::optional<PipeTable> read_pipe_table(const SourceText&, const std::vector<OutlineLine>&, const InlineContext&);

/// Where the words begin in `Table: …`, `: …` or `表：…`; 0 where the line is no caption.
std::size_t caption_start(std::string_view line);

}  // namespace bifolio::parse
