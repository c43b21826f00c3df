// Paragraphs as layout sets them, broken, justified and hyphenated: their text
// must come out of the file as it went in.
#include "layout/paragraph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/pdf.h"
#include "support/paged_pdf.h"
#include "support/pdf_text.h"

namespace bifolio::pdf {
namespace {

using bifolio::testing::PagedSample;
using bifolio::testing::PdfReading;
using bifolio::testing::sample_fonts;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SetParagraph {
 public:
  SetParagraph(std::string text, const std::string& language, Length measure) {
    layout::Piece piece;
    piece.text = std::move(text);
    piece.style.size = pt(10.5);
    piece.language = language;
    piece.tag = sample_.add_tag("P", 0, language);
    layout::ParagraphStyle style{measure};
    style.leading = pt(18);
    style.language = language;
    style.hyphenate = language == "en";
    Findings findings;
    for (layout::Line& line : layout::set_paragraph({piece}, style, sample_fonts(), findings)) place(line);
  }

  PdfReading reading() const { return bifolio::testing::read_pdf(bifolio::testing::write_pdf(sample_)); }
  const PagedSample& sample() const { return sample_; }
  int lines() const { return lines_; }

 private:
  void place(layout::Line& line) {
    for (layout::GlyphRun& run : line.runs) {
      run.origin.x += pt(50);
      run.origin.y += sample_.y();
      sample_.page().items.emplace_back(std::move(run));
    }
    sample_.move_down(pt(18));
    ++lines_;
  }

  PagedSample sample_;
  int lines_ = 0;
};

std::string without_soft_hyphens(std::string text) {
  for (std::size_t at; (at = text.find("\u00AD")) != text.npos;) text.erase(at, 2);
  return text;
}

TEST(Paragraph, HyphenatedEnglishKeepsItsText) {
  const std::string text =
      "Antisense oligonucleotides offer efficient modification of neurodegeneration; well-known difficulties affect "
      "multidisciplinary investigations, and neurofilament concentrations differentiate responders.";
  const SetParagraph paragraph(text, "en", pt(110));
  const PdfReading read = paragraph.reading();
  EXPECT_EQ(without_soft_hyphens(text_of(read.document)), text);
  EXPECT_THAT(text_of(read.document), HasSubstr("\u00AD")) << "no line was hyphenated: the test shows nothing";
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(Paragraph, ChineseWithLatinKeepsItsText) {
  const std::string text =
      "肌萎缩侧索硬化（ALS）患者中约2%至5%携带SOD1突变，“托夫生”（Tofersen）于2023年4月获得加速批准——但其临床终点"
      "并未达到……研究者认为，血浆神经丝轻链（NfL）下降55%，或可预示疗效。";
  const SetParagraph paragraph(text, "zh-Hans", pt(10.5) * 12);
  const PdfReading read = paragraph.reading();
  EXPECT_GT(paragraph.lines(), 6);
  EXPECT_EQ(text_of(read.document), text);
  EXPECT_THAT(read.faults, IsEmpty());
}

/// Ligatures, hyphens at line ends, characters beyond the basic plane, and Han
/// characters that fonts like to answer with a radical: at every width the text
/// that is read aloud is the text that was written.
TEST(Paragraph, EveryWidthKeepsTheTextInBothLanguages) {
  const std::string english =
      "The office’s efficient staff affirmed five difficult fluctuations; reflexes and flaccid fibres differ. "
      "Characters such as 𠮷 (U+20BB7), 骨 (bone) and 角 (horn), and 😀, stand in English text as they are—“quoted”.";
  const std::string chinese =
      "𠮷野家、𪚥与𠀀是扩展区的字；骨骼、角膜、直立、令人，都用大陆字形。office、efficient、fluffy与ﬁ并列，"
      "约5 mg/kg，“引文（《书名》，2023）——到此……”为止。";
  int hyphens = 0;
  for (const double ems : {8, 10, 12, 16, 20, 28, 32}) {
    for (const auto& [text, language] : {std::pair(english, "en"), std::pair(chinese, "zh-Hans")}) {
      const SetParagraph paragraph(text, language, pt(10.5 * ems));
      const PdfReading read = paragraph.reading();
      const std::string out = text_of(read.document);
      hyphens += out.find("\u00AD") != out.npos;
      EXPECT_EQ(without_soft_hyphens(out), text) << language << " at " << ems << " em";
      EXPECT_THAT(read.faults, IsEmpty()) << language << " at " << ems << " em";
    }
  }
  EXPECT_GT(hyphens, 2) << "no line was hyphenated: the test shows nothing";
}

TEST(Paragraph, NamesInOtherScriptsKeepTheirText) {
  const std::string text = "By أحمد محمد, สมชาย and राम; 作者为דוד לוי等。";
  const SetParagraph paragraph(text, "en", pt(300));
  const PdfReading read = paragraph.reading();
  EXPECT_EQ(text_of(read.document), text);
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(Paragraph, GlyphsStandWhereTheyWereSet) {
  const SetParagraph paragraph("渐冻症（ALS）患者的SOD1突变，“托夫生”获得批准——但未达到终点。", "zh-Hans",
                               pt(10.5) * 10);
  const PdfReading read = paragraph.reading();
  std::size_t next = 0;
  for (const layout::Item& item : paragraph.sample().document.pages[0].items) {
    const auto& run = std::get<layout::GlyphRun>(item);
    Length x = run.origin.x;
    for (const layout::Glyph& glyph : run.glyphs) {
      ASSERT_LT(next, read.glyphs.size());
      EXPECT_NEAR(read.glyphs[next].x, (x + glyph.dx).points(), 0.0115) << next;
      x += glyph.advance;
      ++next;
    }
  }
  EXPECT_EQ(next, read.glyphs.size());
}

}  // namespace
}  // namespace bifolio::pdf
