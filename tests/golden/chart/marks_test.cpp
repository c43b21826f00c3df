// Each case is a specification; the expectation is its SVG, an element a line,
// then the findings. Numbers are those of the default faces.
#include <gtest/gtest.h>

#include "html/svg.h"
#include "support/chart.h"
#include "support/golden.h"

namespace bifolio {
namespace {

std::string in_lines(const std::string& svg) {
  std::string out;
  for (std::size_t i = 0; i < svg.size(); ++i) {
    if (svg[i] == '<' && i > 0 && svg[i - 1] == '>') out += '\n';
    out += svg[i];
  }
  return out;
}

std::string drawn(const testing::Case& one) {
  const std::string specification(one.text("input"));
  Findings findings;
  const Drawing drawing = chart::draw(testing::make_chart(specification), {}, testing::default_fonts(), findings);
  std::string out = in_lines(html::write_svg(drawing));
  for (const std::string& line : testing::told(findings, specification)) out += line + "\n";
  return out;
}

TEST(ChartGolden, Marks) {
  testing::run_cases("golden/chart/marks.case", drawn);
}

}  // namespace
}  // namespace bifolio
