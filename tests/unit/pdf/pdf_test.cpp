#include "pdf/pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/unicode.h"
#include "support/paged_pdf.h"
#include "support/pdf_text.h"

namespace bifolio::pdf {
namespace {

using bifolio::testing::PagedSample;
using bifolio::testing::PdfGlyph;
using bifolio::testing::PdfReading;
using bifolio::testing::read_pdf;
using bifolio::testing::sample_fonts;
using layout::kArtifact;
using layout::TagId;
using ::testing::IsEmpty;

std::string written(const PagedSample& sample) {
  return bifolio::testing::write_pdf(sample);
}
PdfReading reading(const PagedSample& sample) {
  return read_pdf(written(sample));
}

// One paragraph's text, as it went in and as it comes out.
void expect_text_survives(std::string_view text, std::string language) {
  PagedSample sample;
  sample.language = language;
  sample.add_line(text, sample.add_tag("P", 0, language));
  const PdfReading read = reading(sample);
  EXPECT_EQ(normalize_nfc(text_of(read.document)), normalize_nfc(text));
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(TextLayer, EnglishWithLigatures) {
  expect_text_survives("The office affirms efficient flow; fi ffl.", "en");
}
TEST(TextLayer, ChineseWithoutRadicals) {
  expect_text_survives("骨骼与角膜，文人一日见长门。", "zh-Hans");
}
TEST(TextLayer, MixedWithoutAddedSpaces) {
  expect_text_survives("约20%的ALS患者有SOD1突变（p < 0.05）。", "zh-Hans");
}
TEST(TextLayer, SupplementaryPlane) {
  expect_text_survives("𠮷野家与𠀀。", "zh-Hans");
}
TEST(TextLayer, CombiningMarks) {
  expect_text_survives("Gissle\u0301n, naïve, x\u0302\u0323 and q\u0307", "en");
}
TEST(TextLayer, QuotesAndDashes) {
  expect_text_survives("“相信”——‘力量’……", "zh-Hans");
}

TEST(TextLayer, EveryRoleOfBothScripts) {
  for (const text::Role role : text::kRoles) {
    PagedSample sample;
    sample.style.role = role;
    sample.language = "zh-Hans";
    sample.add_line("楷体、角与骨：Kaiti 123，fi。", sample.add_tag("P"));
    const PdfReading read = reading(sample);
    EXPECT_EQ(text_of(read.document), "楷体、角与骨：Kaiti 123，fi。");
    EXPECT_THAT(read.faults, IsEmpty());
  }
}

TEST(TextLayer, CharactersThatMapsMayNotNameAreActualText) {
  PagedSample sample;
  sample.add_line("ab", sample.add_tag("P"));
  sample.run().text = "\uE000\uFEFF";
  sample.run().glyphs[0].text_size = sample.run().glyphs[1].text_size = 3;
  const PdfReading read = reading(sample);
  EXPECT_EQ(text_of(read.document), "\uE000\uFEFF");
  for (const PdfGlyph& glyph : read.glyphs) EXPECT_EQ(glyph.text, "\u200B");
}

TEST(TextLayer, TheSameGlyphStandsForTwoTexts) {
  PagedSample sample;
  const TagId paragraph = sample.add_tag("P");
  sample.add_line("well-known treat-", paragraph);
  layout::GlyphRun& first = sample.run();
  first.text.replace(first.text.size() - 1, 1, "\u00AD");
  first.glyphs.back().text_size = 2;
  sample.add_line("ment", paragraph);
  EXPECT_EQ(text_of(reading(sample).document), "well-known treat\u00ADment");
}

TEST(TextLayer, AGlyphMayStandForManyTexts) {
  PagedSample sample;
  const TagId paragraph = sample.add_tag("P");
  std::string all;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    sample.add_line("x", paragraph);
    sample.run().text = std::string(1, letter);
    all += letter;
  }
  const PdfReading read = reading(sample);
  EXPECT_EQ(text_of(read.document), all);
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(TextLayer, PartsOfOneCharacterAreReadOnce) {
  PagedSample sample;
  sample.add_line("ox", sample.add_tag("P"));
  layout::GlyphRun& run = sample.run();  // o and x together are drawn for ö
  run.text = "ö";
  run.glyphs[0].text_size = 2;
  run.glyphs[1].text_size = 0;
  const PdfReading read = reading(sample);
  EXPECT_EQ(text_of(read.document), "ö");
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(TextLayer, AMissingGlyphIsReadAndNotShown) {
  PagedSample sample;
  sample.add_line("a?b", sample.add_tag("P"));
  sample.run().text = "a!b";
  sample.run().glyphs[1].id = 0;
  const PdfReading read = reading(sample);
  EXPECT_EQ(text_of(read.document), "a!b");
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(Places, FollowTheAdvancesWithoutDrift) {
  PagedSample sample;
  sample.language = "zh-Hans";
  sample.add_line("渐冻症患者的SOD1基因突变与治疗进展研究综述及思考渐冻症患者的基因", sample.add_tag("P"));
  std::vector<double> expected;
  for (layout::Item& item : sample.page().items) {
    auto& run = std::get<layout::GlyphRun>(item);
    Length x = run.origin.x;
    for (layout::Glyph& glyph : run.glyphs) {
      glyph.advance += Length{1234};  // justification
      expected.push_back(x.points());
      x += glyph.advance;
    }
  }
  const PdfReading read = reading(sample);
  ASSERT_EQ(read.glyphs.size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(read.glyphs[i].x, expected[i], 0.011) << i;
}

TEST(Places, ShiftsMoveOneGlyphAlone) {
  PagedSample sample;
  sample.add_line("abc", sample.add_tag("P"));
  const auto plain = reading(sample).glyphs;
  sample.run().glyphs[1].dx = pt(2);
  sample.run().glyphs[1].dy = pt(3);
  const auto shifted = reading(sample).glyphs;
  EXPECT_NEAR(shifted[1].x, plain[1].x + 2, 0.011);
  EXPECT_NEAR(shifted[1].y, plain[1].y + 3, 0.001);
  EXPECT_NEAR(shifted[2].x, plain[2].x, 0.011);
  EXPECT_NEAR(shifted[2].y, plain[2].y, 0.001);
}

TEST(Places, WidthsAreTheFaces) {
  PagedSample sample;
  sample.add_line("Wide, narrow: il.", sample.add_tag("P"));
  const auto& run = sample.run();
  const auto read = reading(sample).glyphs;
  const auto& facts = sample_fonts().facts(run.font);
  ASSERT_EQ(read.size(), run.glyphs.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    const double width = sample_fonts().advance(run.font, run.glyphs[i].id) * 10.5 / facts.units_per_em;
    EXPECT_NEAR(read[i].width, width, 0.0053) << i;
  }
}

TEST(Structure, KeepsOrderAttributesAndPages) {
  PagedSample sample;
  const TagId heading = sample.add_tag("H1");
  sample.add_line("Targets", heading);
  const TagId table = sample.add_tag("Table");
  sample.document.tags[table].detail().summary = "What was tried";
  const TagId caption = sample.add_tag("Caption", table);
  const TagId head = sample.add_tag("THead", table), head_row = sample.add_tag("TR", head);
  const TagId drug = sample.add_tag("TH", head_row);
  sample.document.tags[drug].scope = layout::Scope::column;
  sample.document.tags[drug].detail().id = "drug";
  const TagId body = sample.add_tag("TBody", table), row = sample.add_tag("TR", body);
  const TagId cell = sample.add_tag("TD", row);
  sample.document.tags[cell].detail().headers = {"drug"};
  sample.document.tags[cell].row_span = 2;
  sample.add_line("Table 1", caption);
  sample.add_line("Drug", drug);
  sample.add_line("Tofersen", cell);
  const TagId paragraph = sample.add_tag("P", 0, "zh-Hans");
  sample.language = "zh-Hans";
  sample.add_line("相信", paragraph);
  sample.add_page();
  sample.add_line("页眉", kArtifact);
  sample.add_line("相信的力量", paragraph);
  const PdfReading read = reading(sample);
  EXPECT_EQ(dump(read.document),
            "Document\n"
            "  H1 “Targets”\n"
            "  Table Summary=What was tried\n"
            "    Caption “Table 1”\n"
            "    THead\n"
            "      TR\n"
            "        TH id=drug Scope=/Column “Drug”\n"
            "    TBody\n"
            "      TR\n"
            "        TD Headers=[ (drug) ] RowSpan=2 “Tofersen”\n"
            "  P lang=zh-Hans “相信相信的力量”\n");
  EXPECT_EQ(read.artifacts[1], "页眉");
  EXPECT_EQ(read.document.children[2].pages, (std::vector{0, 1}));
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(Structure, NeighboursOfOneElementShareASequence) {
  PagedSample sample;
  const TagId paragraph = sample.add_tag("P");
  sample.add_line("one", paragraph);
  sample.add_line("two", paragraph);
  sample.add_line("folio", kArtifact);
  sample.add_line("three", paragraph);
  std::vector<int> mcids;
  for (const PdfGlyph& glyph : reading(sample).glyphs) {
    if (mcids.empty() || mcids.back() != glyph.mcid) mcids.push_back(glyph.mcid);
  }
  EXPECT_EQ(mcids, (std::vector{0, -1, 1}));
}

TEST(Structure, NotesGetIds) {
  PagedSample sample;
  sample.add_line("1 Miller 2022", sample.add_tag("Note"));
  EXPECT_EQ(reading(sample).document.children[0].id, "note-1");
}

TEST(Links, BelongToTheirElementOnEveryLine) {
  PagedSample sample;
  const TagId paragraph = sample.add_tag("P");
  const TagId link = sample.add_tag("Link", paragraph), cross = sample.add_tag("Link", paragraph);
  layout::LinkArea out{{sample.add_line("a long", link), sample.add_line("address", link)},
                       "https://example.org/(药)",
                       {},
                       "The register of trials",
                       link};
  layout::LinkArea in{{sample.add_line("Section 2", cross)}, {}, "sec-药", "Section 2", cross};
  sample.page().links = {out, in};
  sample.document.destinations["sec-药"] = {0, pt(50), pt(60), paragraph};
  const PdfReading read = reading(sample);
  EXPECT_EQ(read.document.children[0].children[0].links,
            (std::vector<std::string>{"https://example.org/(%E8%8D%AF)", "https://example.org/(%E8%8D%AF)"}));
  EXPECT_EQ(read.document.children[0].children[1].links, std::vector<std::string>{"#sec-药"});
  EXPECT_THAT(read.faults, IsEmpty());
}

}  // namespace
}  // namespace bifolio::pdf
