#include <algorithm>

#include "picture/picture.h"
#include "picture/svg_reader.h"
#include "syntax/xml.h"

namespace bifolio::picture {
namespace {

constexpr std::size_t kMostBytes = 4u << 20;
constexpr Words kBytes = {"bytes", "字节数"};

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
  const auto offset = static_cast<std::uint32_t>(picture.bytes.size() - text.size());
  const auto root = syntax::parse_xml({text, picture.file, offset}, findings);
  if (!root) return std::nullopt;
  Drawing drawing = SvgReader(*root, language, reporter).read();
  return reporter.is_drawable() ? std::optional(std::move(drawing)) : std::nullopt;
}

}  // namespace bifolio::picture
