// The two tables of a composite font that are lists of codes: /W and ToUnicode.
#include <iterator>

#include "base/utf8.h"
#include "pdf/fonts.h"

namespace bifolio::pdf {
namespace {

constexpr std::size_t kMostEntries = 100;  // of one section of a CMap (Adobe technical note 5014)

std::string code(std::uint32_t value) {
  std::string out = "<";
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back("0123456789ABCDEF"[value >> shift & 15]);
  return out + ">";
}

char32_t only_character(const std::string& text) {
  if (text.empty()) return 0;
  const Decoded first = decode_utf8(text, 0);
  return first.size == text.size() ? first.code_point : 0;
}

struct CodeRange {
  std::uint32_t first, last;
  std::string text;  ///< of the first
};

// Neighbouring codes of neighbouring characters share a line. The last byte of
// the text is what grows, and it may not overflow (9.10.3); nor may the first
// byte of the code change.
bool continues(const CodeRange& range, std::uint32_t next, const std::string& text) {
  const char32_t from = only_character(range.text), to = only_character(text);
  return next == range.last + 1 && (next & 0xFF) != 0 && from != 0 && from < 0x10000 &&
         to == from + (next - range.first) && (to & 0xFF) != 0 && to >> 8 == from >> 8;
}

std::vector<CodeRange> ranges_of(const std::map<std::uint32_t, std::string>& texts) {
  std::vector<CodeRange> ranges;
  for (const auto& [number, text] : texts) {
    if (!ranges.empty() && continues(ranges.back(), number, text)) {
      ranges.back().last = number;
    } else {
      ranges.push_back({number, number, text});
    }
  }
  return ranges;
}

void append_section(std::string& out, std::string_view kind, const std::vector<std::string>& lines) {
  for (std::size_t from = 0; from < lines.size(); from += kMostEntries) {
    const std::size_t to = std::min(lines.size(), from + kMostEntries);
    out.append(std::to_string(to - from)).append(" begin").append(kind).append("\n");
    for (std::size_t i = from; i < to; ++i) out.append(lines[i]).append("\n");
    out.append("end").append(kind).append("\n");
  }
}

struct WidthRun {
  std::uint32_t first;
  std::vector<int> widths;

  bool is_uniform() const {
    for (const int width : widths) {
      if (width != widths.front()) return false;
    }
    return widths.size() > 2;
  }
};

void append_run(std::string& out, const WidthRun& run) {
  if (out.size() > 1) out.push_back(' ');
  append_integer(out, run.first);
  if (run.is_uniform()) {
    out += " " + std::to_string(run.first + run.widths.size() - 1) + " " + std::to_string(run.widths.front());
    return;
  }
  out.push_back('[');
  for (std::size_t i = 0; i < run.widths.size(); ++i) {
    if (i > 0) out.push_back(' ');
    append_integer(out, run.widths[i]);
  }
  out.push_back(']');
}

}  // namespace

std::string to_unicode_map(const std::map<std::uint32_t, std::string>& texts) {
  std::vector<std::string> single, ranged;
  for (const CodeRange& range : ranges_of(texts)) {
    const std::string text = "<" + utf16_hex(range.text) + ">";
    if (range.first == range.last) {
      single.push_back(code(range.first) + text);
    } else {
      ranged.push_back(code(range.first) + code(range.last) + text);
    }
  }
  std::string out =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
      "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n";
  append_section(out, "bfchar", single);
  append_section(out, "bfrange", ranged);
  return out + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string width_array(const std::map<std::uint32_t, int>& widths, int default_width) {
  std::vector<WidthRun> runs;
  for (const auto& [number, width] : widths) {
    if (width == default_width) continue;
    if (runs.empty() || runs.back().first + runs.back().widths.size() != number) runs.push_back({number, {}});
    runs.back().widths.push_back(width);
  }
  std::string out = "[";
  for (const WidthRun& run : runs) append_run(out, run);
  return out + "]";
}

}  // namespace bifolio::pdf
