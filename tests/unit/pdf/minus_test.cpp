// A number below zero, from a sketch to the bytes of the file.
#include <gtest/gtest.h>

#include "layout/layout.h"
#include "pdf/pdf.h"
#include "support/layout_setting.h"
#include "support/pdf_text.h"
#include "support/sketch.h"

namespace bifolio::pdf {
namespace {

void collect_cells(const testing::PdfElement& element, std::vector<std::string>& cells) {
  if (element.role == "TD") cells.push_back(testing::text_of(element));
  for (const testing::PdfElement& child : element.children) collect_cells(child, cells);
}

TEST(Minus, IsDrawnWhereTheTextSaysHyphen) {
  const Publication publication =
      testing::sketch("language: en\n\n# 1 One\n=table 1-1 T\n| Name | Value |\n| a | -5.44 |\n| b | −5.44 |\n");
  Findings findings;
  const layout::PagedDocument document =
      layout::lay_out(publication, publication.books[0], layout::format_of("pdf"), testing::icebreaker(),
                      testing::icebreaker_fonts(), {2025, 9, 8}, findings);
  const auto bytes = write(document, testing::icebreaker_fonts(), findings);
  ASSERT_TRUE(bytes);
  const testing::PdfReading reading = testing::read_pdf(*bytes);
  EXPECT_TRUE(reading.faults.empty());
  std::vector<std::string> cells;
  collect_cells(reading.document, cells);
  EXPECT_EQ(cells, (std::vector<std::string>{"-5.44", "−5.44"}));
  // Both are the same glyph, under two fonts that say what each was.
  double hyphen = 0, minus = 0;
  for (std::size_t i = 0; i + 1 < reading.glyphs.size(); ++i) {
    if (reading.glyphs[i + 1].text != "5") continue;
    if (reading.glyphs[i].text == "-") hyphen = reading.glyphs[i].width;
    if (reading.glyphs[i].text == "−") minus = reading.glyphs[i].width;
  }
  EXPECT_GT(minus, 0);
  EXPECT_EQ(hyphen, minus);
}

}  // namespace
}  // namespace bifolio::pdf
