// A drawing that is read, as our own painter writes it: one element a line.
#pragma once

#include <string>

#include "html/svg.h"
#include "picture/picture.h"

namespace bifolio::picture {

struct Read {
  std::optional<Drawing> drawing;
  Findings findings;

  /// `rule subject` of each finding.
  std::string said() const {
    std::string out;
    for (const Finding& finding : findings.all())
      out += (out.empty() ? "" : ", ") + std::string(finding.rule->id) + (finding.subject.empty() ? "" : " ") +
             finding.subject;
    return out;
  }
};

inline Read read(std::string text) {
  Read out;
  out.drawing = read_svg({FileId{0}, std::move(text)}, "en", out.findings);
  return out;
}

constexpr std::string_view kHead =
    "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' ";

/// What stands inside a drawing of 100 by 100 pixels.
inline Read read_inside(std::string_view markup, std::string_view attributes = "width='100' height='100'") {
  return read(std::string(kHead) + std::string(attributes) + ">" + std::string(markup) + "</svg>");
}

/// The shapes as they are written, or what was said instead.
inline std::string shapes(std::string_view markup, std::string_view attributes = "width='100' height='100'") {
  const Read one = read_inside(markup, attributes);
  if (!one.drawing) return one.said();
  std::string out;
  for (const DrawingNode& group : one.drawing->root.children) {
    Drawing plain{100, 100, "", "", {}};
    plain.root.children = group.children;
    const std::string svg = html::write_svg(plain, {.is_inline = true});
    const std::size_t begin = svg.find('>') + 1;
    out += (out.empty() ? "" : "\n") + svg.substr(begin, svg.rfind("</svg>") - begin);
  }
  return out;
}

/// The path data of a path.
inline std::string path(std::string_view data) {
  const std::string out = shapes("<path d='" + std::string(data) + "'/>");
  const std::size_t begin = out.find(" d=\"");
  return begin == out.npos ? out : out.substr(begin + 4, out.rfind('"') - begin - 4);
}

}  // namespace bifolio::picture
