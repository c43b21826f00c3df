// Whole files, under the eyes of validators.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "support/booklet.h"
#include "support/paged_pdf.h"
#include "support/pdf_text.h"

namespace bifolio::pdf {
namespace {

using bifolio::testing::PagedSample;
using bifolio::testing::read_pdf;
using bifolio::testing::write_pdf;
using layout::kArtifact;
using layout::TagId;
using ::testing::IsEmpty;

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
    document.tags[list].detail().list_numbering = "Decimal";
    const TagId item = add_tag("LI", list), label = add_tag("Lbl", item), body = add_tag("LBody", item);
    add_text("1.", label, pt(50));
    add_line("角膜与骨骼", body, pt(70));
  }

  void add_table() {
    const TagId table = add_tag("Table", section_);
    add_line("表1 药物", add_tag("Caption", table));
    const TagId head = add_tag("TR", add_tag("THead", table));
    const TagId drug = add_tag("TH", head), outcome = add_tag("TH", head);
    document.tags[drug].scope = document.tags[outcome].scope = layout::Scope::column;
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
    document.tags[figure].detail().alt = "利鲁唑组的生存期略长";
    document.tags[figure].detail().placement = "Block";
    document.tags[figure].detail().bounding_box = area;
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
  EXPECT_THAT(read_pdf(write_pdf(booklet())).faults, IsEmpty());
}

TEST(Booklet, IsTheSameTwiceAndInTwoThreads) {
  const PagedSample sample = booklet();
  const std::string alone = write_pdf(sample);
  std::string first, second;
  std::thread one([&] { first = write_pdf(sample); }), two([&] { second = write_pdf(sample); });
  one.join();
  two.join();
  EXPECT_TRUE(alone == first && alone == second && alone == write_pdf(booklet()));
}

TEST(Booklet, IdChangesWithTheContent) {
  PagedSample sample = booklet();
  const auto id = [](const std::string& bytes) { return bytes.substr(bytes.rfind("/ID[<"), 40); };
  const std::string before = id(write_pdf(sample));
  sample.document.facts.title += "!";
  EXPECT_NE(id(write_pdf(sample)), before);
}

TEST(Booklet, PassesQpdf) {
  const bifolio::testing::TemporaryFolder folder;
  folder.write("booklet.pdf", write_pdf(booklet()));
  EXPECT_EQ(run("qpdf --check '" + (folder.path() / "booklet.pdf").string() + "' >/dev/null"), 0);
}

TEST(Booklet, PassesTheAccessibilityChecker) {
  const char* checker = std::getenv("BIFOLIO_PDFUA_CHECK");
  if (checker == nullptr) GTEST_SKIP() << "BIFOLIO_PDFUA_CHECK does not name the checker's script";
  const bifolio::testing::TemporaryFolder folder;
  folder.write("booklet.pdf", write_pdf(booklet()));
  const std::string file = (folder.path() / "booklet.pdf").string();
  EXPECT_EQ(run("python3 '" + std::string(checker) + "' --quiet --profile all '" + file + "'"), 0);
}

}  // namespace
}  // namespace bifolio::pdf
