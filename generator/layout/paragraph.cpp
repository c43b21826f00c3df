#include "layout/paragraph.h"

#include <algorithm>

#include "layout/justify.h"
#include "layout/linebreak.h"
#include "layout/material.h"

namespace bifolio::layout {

std::vector<Line> set_paragraph(const std::vector<Piece>& pieces, const ParagraphStyle& style, const text::Fonts& fonts,
                                Findings& findings) {
  text::Shaper shaper(fonts);
  Material material = collect_runs(pieces, style, fonts, shaper, findings);
  keep_together(material);
  open_wide_units(material, style, findings);
  std::vector<Line> lines;
  std::uint32_t begin = 0;
  for (const std::uint32_t end : break_lines(material, style, fonts)) {
    lines.push_back(justify(material, begin, end, style, fonts, shaper));
    begin = end + 1;
  }
  return lines;
}

Widths measure(const std::vector<Piece>& pieces, const ParagraphStyle& style, const text::Fonts& fonts) {
  text::Shaper shaper(fonts);
  Findings ignored;  // they are reported when the text is set
  Material material = collect_runs(pieces, style, fonts, shaper, ignored);
  keep_together(material);
  Widths widths;
  Length unit, line;
  for (std::size_t i = 0; i < material.atoms.size(); ++i) {
    const Joint& joint = material.joints[i];
    unit += material.atoms[i].width;
    line += material.atoms[i].width;
    const Length hyphen = joint.is_hyphenated ? hyphen_after(material.atoms[i], fonts).width : Length();
    widths.minimum = std::max(widths.minimum, unit + hyphen);
    widths.natural = std::max(widths.natural, line);
    const bool is_forced = joint.breaks == Joint::Break::forced;
    unit = is_forced || joint.breaks == Joint::Break::allowed ? Length() : unit + joint.space;
    line = is_forced ? Length() : line + joint.space;
  }
  return widths;
}

}  // namespace bifolio::layout
