#include "parse/leaf_text.h"

#include <algorithm>

namespace bifolio::parse {

LeafText::LeafText(std::string_view source, FileId file, std::uint32_t offset, const std::vector<OutlineLine>& lines)
    : file_(file) {
  for (const OutlineLine& line : lines) {
    add_line(source.substr(line.begin, line.end - line.begin), offset + static_cast<std::uint32_t>(line.begin));
  }
}

LeafText LeafText::of(std::string_view text, FileId file, std::uint32_t offset) {
  LeafText leaf;
  leaf.file_ = file;
  for (std::size_t at = 0;;) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
    const std::size_t begin = std::min(text.find_first_not_of(" \t", at), end);
    leaf.add_line(text.substr(begin, end - begin), offset + static_cast<std::uint32_t>(begin));
    if (end == text.size()) return leaf;
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
}

void LeafText::add_line(std::string_view line, std::uint32_t place) {
  if (!lines_.empty()) text_ += '\n';
  lines_.push_back({text_.size(), place});
  text_ += line;
}

std::uint32_t LeafText::place(std::size_t at) const {
  if (lines_.empty()) return 0;
  auto line =
      std::upper_bound(lines_.begin(), lines_.end(), at, [](std::size_t at, const Line& l) { return at < l.at; });
  --line;
  return line->place + static_cast<std::uint32_t>(at - line->at);
}

Span LeafText::span(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = place(begin);
  return {file_, first, end > begin ? place(end - 1) + 1 : first};
}

LeafText LeafText::part(std::size_t begin, std::size_t end) const {
  constexpr std::string_view kBlank = " \t\n";
  const auto is_blank = [&](std::size_t at) { return kBlank.find(text_[at]) != kBlank.npos; };
  while (begin < end && is_blank(begin)) ++begin;
  while (end > begin && is_blank(end - 1)) --end;
  LeafText part;
  part.file_ = file_;
  part.text_ = text_.substr(begin, end - begin);
  part.lines_.push_back({0, place(begin)});
  for (const Line& line : lines_) {
    if (line.at > begin && line.at < end) part.lines_.push_back({line.at - begin, line.place});
  }
  return part;
}

}  // namespace bifolio::parse
