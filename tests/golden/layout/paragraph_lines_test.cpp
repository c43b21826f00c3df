// Paragraphs as lines of text: one line of output for each, with how far it is
// from its natural width. `input LANGUAGE MEASURE-IN-EM`.
#include <gtest/gtest.h>

#include <charconv>
#include <cmath>

#include "layout/paragraph.h"
#include "support/golden.h"

namespace bifolio::layout {
namespace {

using bifolio::testing::Case;
using bifolio::testing::Section;

const text::Fonts& house_fonts() {
  static const text::Fonts fonts = text::Fonts::open(text::default_families()).value();
  return fonts;
}

/// “natural”, “+12%” of what it may open, “-40%” of what it may close.
std::string give(const Line& line) {
  const long percent = std::lround(line.stretch * 100);
  if (percent == 0) return "natural";
  return (percent > 0 ? "+" : "") + std::to_string(percent) + "%";
}

std::string line_as_text(const Line& line) {
  std::string out;
  for (const GlyphRun& run : line.runs) out += run.text;
  if (line.ends_hyphenated) out.replace(out.rfind("\u00AD"), 2, "‐");
  while (out.ends_with(' ')) out.pop_back();
  return out + " | " + give(line) + "\n";
}

std::string set(const Case& one) {
  const Section& input = one.sections.at(0);
  const std::size_t space = input.argument.find(' ');
  const std::string language = input.argument.substr(0, space);
  int ems = 0;
  std::from_chars(input.argument.data() + space + 1, input.argument.data() + input.argument.size(), ems);
  Piece piece;
  piece.text = input.text.substr(0, input.text.find_last_not_of('\n') + 1);
  piece.language = language;
  piece.style.size = pt(10);
  ParagraphStyle style;
  style.measure = pt(10) * ems;
  style.language = language;
  style.hyphenate = language == "en";
  if (language != "en") style.first_indent = pt(20);
  Findings findings;
  std::string out;
  for (const Line& line : set_paragraph({piece}, style, house_fonts(), findings)) out += line_as_text(line);
  for (const Finding& finding : findings.all()) out += message(finding, UiLanguage::en) + "\n";
  return out;
}

TEST(ParagraphLines, Cases) {
  bifolio::testing::run_cases("golden/layout/paragraph_lines.case", set);
}

}  // namespace
}  // namespace bifolio::layout
