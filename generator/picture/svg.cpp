#include <algorithm>

#include "picture/picture.h"
#include "picture/svg_reader.h"
#include "syntax/xml.h"

namespace bifolio::picture {
namespace {

constexpr std::size_t kMostBytes = 4u << 20;
constexpr std::size_t kMostAttributes = 1000;
constexpr Words kBytes = {"bytes", "字节数"}, kAttributes = {"attributes on one element", "单个元素的属性数"};

/// The end of a comment, of plain text or of an instruction that begins at `at`; 0 where an element does.
std::size_t end_of_other(std::string_view text, std::size_t at) {
  constexpr std::pair<std::string_view, std::string_view> kOthers[] = {
      {"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};
  for (const auto& [open, close] : kOthers) {
    if (text.substr(at, open.size()) == open) return std::min(text.find(close, at + open.size()), text.size());
  }
  return 0;
}

/// XML parsers compare each attribute of an element with all others.
bool has_crowded_element(std::string_view text) {
  for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1)) {
    if (const std::size_t end = end_of_other(text, at)) {
      at = end;
      continue;
    }
    std::size_t signs = 0;
    for (++at; at < text.size() && text[at] != '>'; ++at) {
      signs += text[at] == '=';
      if (text[at] == '"' || text[at] == '\'') at = std::min(text.find(text[at], at + 1), text.size() - 1);
      if (signs > kMostAttributes) return true;
    }
  }
  return false;
}

std::string_view without_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

bool has_ending(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() &&
         std::equal(ending.begin(), ending.end(), path.end() - static_cast<std::ptrdiff_t>(ending.size()),
                    [](char wanted, char c) { return wanted == (c >= 'A' && c <= 'Z' ? c + 32 : c); });
}

}  // namespace

bool is_markup(std::string_view path, std::string_view bytes) {
  for (const std::string_view ending : {".svg", ".svgz", ".xml", ".html", ".htm", ".xhtml"}) {
    if (has_ending(path, ending)) return true;
  }
  // UTF-16 shows itself by its mark or by the zeros between its letters.
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  bytes = without_mark(bytes);
  const std::size_t first = bytes.find_first_not_of(std::string_view(" \t\r\n\f\0", 6));
  return first != bytes.npos && bytes[first] == '<';
}

std::optional<Drawing> read_svg(const Picture& picture, std::string_view language, Findings& findings) {
  Reporter reporter(findings);
  const std::string_view text = without_mark(picture.bytes);
  if (text.size() > kMostBytes) {
    reporter.too_large(kBytes, kMostBytes, {picture.file, 0, 0});
    return std::nullopt;
  }
  if (has_crowded_element(text)) {
    reporter.too_large(kAttributes, kMostAttributes, {picture.file, 0, 0});
    return std::nullopt;
  }
  const auto offset = static_cast<std::uint32_t>(picture.bytes.size() - text.size());
  const auto root = syntax::parse_xml({text, picture.file, offset}, findings);
  if (!root) return std::nullopt;
  Drawing drawing = SvgReader(*root, language, reporter).read();
  return reporter.is_drawable() ? std::optional(std::move(drawing)) : std::nullopt;
}

}  // namespace bifolio::picture
