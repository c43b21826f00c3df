#include "pdf/pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "base/unicode.h"
#include "support/booklet.h"
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
using ::testing::Contains;
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
  sample.run().glyphs[0].text_end = sample.run().glyphs[1].text_begin = 3;
  sample.run().glyphs[1].text_end = 6;
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
  first.glyphs.back().text_end = static_cast<std::uint32_t>(first.text.size());
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
  run.glyphs[0].text_end = 2;
  run.glyphs[1].text_begin = run.glyphs[1].text_end = 2;
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
  sample.document.tags[table].summary = "What was tried";
  const TagId caption = sample.add_tag("Caption", table);
  const TagId head = sample.add_tag("THead", table), head_row = sample.add_tag("TR", head);
  const TagId drug = sample.add_tag("TH", head_row);
  sample.document.tags[drug].scope = "Column";
  sample.document.tags[drug].id = "drug";
  const TagId body = sample.add_tag("TBody", table), row = sample.add_tag("TR", body);
  const TagId cell = sample.add_tag("TD", row);
  sample.document.tags[cell].headers = {"drug"};
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

// Everything at once, for the validators.
class WholeBooklet : public PagedSample {
 public:
  WholeBooklet() {
    document.facts.language = language = "zh-Hans";
    document.facts.title = "关于渐冻症（ALS）探索的思考";
    document.facts.subject = "文献阅读 & 综述";
    document.facts.other_titles = {{"en", "Thinking About ALS"}};
    document.labels = {{0, layout::PageLabels::Style::roman, 1, {}}, {2, layout::PageLabels::Style::arabic, 1, {}}};
    for (int chapter = 1; chapter <= 5; ++chapter) add_chapter(std::to_string(chapter));
    document.destinations["top"] = {0, pt(0), pt(0), 0};
  }

 private:
  void add_chapter(const std::string& number) {
    if (number != "1") add_page();
    section_ = add_tag("Sect");
    add_heading(number);
    add_paragraph();
    add_list();
    add_table();
    add_chart();
    add_folio(number);
  }

  void add_heading(const std::string& number) {
    const TagId heading = add_tag("H1", section_);
    style.role = text::Role::hei;
    size = pt(16);
    add_line("第" + number + "章 机制", heading);
    style.role = text::Role::song;
    size = pt(10.5);
    document.destinations["chapter-" + number] = {document.pages.size() - 1, pt(50), pt(40), heading};
    document.outline.push_back({1, "第" + number + "章 机制", "chapter-" + number});
    document.outline.push_back({2, "骨与角", "chapter-" + number});
  }

  void add_paragraph() {
    const TagId paragraph = add_tag("P", section_);
    add_line("约20%的患者有SOD1突变，", add_tag("Span", paragraph));
    language = "en";
    style.slant = text::Slant::italic;
    add_line("the office of efficient fluency in difficult affairs", add_tag("Span", paragraph, "en"));
    style.slant = text::Slant::upright;
    language = "zh-Hans";
    const TagId link = add_tag("Link", paragraph);
    page().links.push_back({{add_line("见第1章", link)}, {}, "chapter-1", "第1章", link});
    size = pt(8.5);
    add_line("注：𠮷氏，2022。", add_tag("Note", paragraph));
    size = pt(10.5);
  }

  void add_list() {
    const TagId list = add_tag("L", section_);
    document.tags[list].list_numbering = "Decimal";
    const TagId item = add_tag("LI", list), label = add_tag("Lbl", item), body = add_tag("LBody", item);
    add_text("1.", label, pt(50));
    add_line("角膜与骨骼", body, pt(70));
  }

  void add_table() {
    const TagId table = add_tag("Table", section_);
    add_line("表1 药物", add_tag("Caption", table));
    const TagId head = add_tag("TR", add_tag("THead", table));
    const TagId drug = add_tag("TH", head), outcome = add_tag("TH", head);
    document.tags[drug].scope = document.tags[outcome].scope = "Column";
    add_text("药名", drug, pt(50));
    add_line("结果", outcome, pt(200));
    const TagId row = add_tag("TR", add_tag("TBody", table));
    const TagId name = add_tag("TD", row), result = add_tag("TD", row);
    add_text("利鲁唑", name, pt(50));
    add_line("获批", result, pt(200));
    layout::Path rule;
    rule.steps = {{layout::PathStep::Kind::move, {pt(50), y()}, {}, {}},
                  {layout::PathStep::Kind::line, {pt(370), y()}, {}, {}}};
    rule.stroke = Color{11, 79, 117};
    rule.width = pt(0.75);
    rule.dashes = {pt(6), pt(3)};
    page().items.emplace_back(rule);
  }

  void add_chart() {
    const TagId figure = add_tag("Figure", section_);
    const Rect area{pt(50), y() + pt(10), pt(200), pt(80)};
    document.tags[figure].alt = "利鲁唑组的生存期略长";
    document.tags[figure].placement = "Block";
    document.tags[figure].bounding_box = area;
    Drawing drawing{200, 80, "生存期", "", {}};
    drawing.root.children.resize(2);
    drawing.root.children[0].kind = DrawingNode::Kind::path;
    drawing.root.children[0].steps = {{DrawingStep::Kind::move, {0, 70}}, {DrawingStep::Kind::line, {200, 10}}};
    drawing.root.children[0].paint.stroke = Color{170, 68, 0};
    drawing.root.children[0].paint.stroke_opacity = 0.8;
    drawing.root.children[1].kind = DrawingNode::Kind::text;
    drawing.root.children[1].text = {"月", "zh-Hans", {100, 78}, 9};
    document.drawings.push_back(drawing);
    page().items.emplace_back(layout::PlacedDrawing{document.drawings.size() - 1, area, figure});
  }

  void add_folio(const std::string& number) {
    move_down(pt(595) - y() - pt(40));
    add_line(number, kArtifact, pt(200));
  }

  TagId section_ = 0;
};

PagedSample booklet() {
  return WholeBooklet();
}

int run(const std::string& command) {
  return std::system(command.c_str());
}

TEST(Booklet, ReadsBackWithoutFaults) {
  EXPECT_THAT(reading(booklet()).faults, IsEmpty());
}

TEST(Booklet, IsTheSameTwiceAndInTwoThreads) {
  const PagedSample sample = booklet();
  const std::string alone = written(sample);
  std::string first, second;
  std::thread one([&] { first = written(sample); }), two([&] { second = written(sample); });
  one.join();
  two.join();
  EXPECT_TRUE(alone == first && alone == second && alone == written(booklet()));
}

TEST(Booklet, IdChangesWithTheContent) {
  PagedSample sample = booklet();
  const auto id = [](const std::string& bytes) { return bytes.substr(bytes.rfind("/ID[<"), 40); };
  const std::string before = id(written(sample));
  sample.document.facts.title += "!";
  EXPECT_NE(id(written(sample)), before);
}

TEST(Booklet, PassesQpdf) {
  const bifolio::testing::TemporaryFolder folder;
  folder.write("booklet.pdf", written(booklet()));
  EXPECT_EQ(run("qpdf --check '" + (folder.path() / "booklet.pdf").string() + "' >/dev/null"), 0);
}

TEST(Booklet, PassesTheAccessibilityChecker) {
  const char* checker = std::getenv("BIFOLIO_PDFUA_CHECK");
  if (checker == nullptr) GTEST_SKIP() << "BIFOLIO_PDFUA_CHECK does not name the checker's script";
  const bifolio::testing::TemporaryFolder folder;
  folder.write("booklet.pdf", written(booklet()));
  const std::string file = (folder.path() / "booklet.pdf").string();
  EXPECT_EQ(run("python3 '" + std::string(checker) + "' --quiet --profile all '" + file + "'"), 0);
}

}  // namespace
}  // namespace bifolio::pdf
