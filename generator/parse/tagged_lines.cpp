#include "parse/tagged_lines.h"

#include "parse/words.h"

namespace bifolio::parse {
namespace {

/// The length of the tag and its hyphen at the start of a line, or 0.
std::size_t tag_size(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 4 && ((line[at] >= 'A' && line[at] <= 'Z') || (line[at] >= '0' && line[at] <= '9')))
    ++at;
  if (at < 2) return 0;
  while (at < line.size() && at < 6 && line[at] == ' ') ++at;
  return at < line.size() && line[at] == '-' && (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\r')
             ? at + 1
             : 0;
}

}  // namespace

std::vector<TaggedLine> read_tagged_lines(std::string_view text, FileId file) {
  std::vector<TaggedLine> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const std::size_t skipped = at == 0 && line.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    line.remove_prefix(skipped);
    const std::size_t size = tag_size(line);
    const auto begin = static_cast<std::uint32_t>(at + skipped);
    if (size > 0) {
      const std::string_view tag = line.substr(0, line.find_first_of(" -"));
      lines.push_back(
          {std::string(tag), std::string(trimmed(line.substr(size))), {file, begin, static_cast<std::uint32_t>(end)}});
    } else if (!lines.empty() && !trimmed(line).empty()) {
      lines.back().value += " " + std::string(trimmed(line));
      lines.back().span.end = static_cast<std::uint32_t>(end);
    }
    at = end + 1;
  }
  return lines;
}

}  // namespace bifolio::parse
