// Definition lists from Markdown to every output.
#include <gtest/gtest.h>

#include <cstdlib>

#include "support/booklet.h"
#include "support/pdf_text.h"
#include "support/program.h"

namespace bifolio {
namespace {

using testing::PdfElement;
using testing::TemporaryFolder;

void write_booklet(const TemporaryFolder& folder) {
  folder.write("bifolio.toml",
               "[booklet]\nid = \"d\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"zh-Hans\", \"en\"]\n"
               "title = { zh-Hans = \"术语\", en = \"Terms\" }\n"
               "[citations]\nlibrary = [\"library.json\"]\n");
  folder.write("library.json", R"([{"id": "a", "type": "book", "title": "A scale", "DOI": "10.1000/182",
      "author": [{"family": "Ng", "given": "A"}], "publisher": "P", "issued": {"date-parts": [[1996]]}}])");
  folder.write(
      "zh-Hans/a.md",
      "# 术语 {#t}\n\n开头的一段。\n\n*ALSFRS-R* 量表[^n]\n:   一种功能量表[@a]。\n\n"
      "随访\n:   多次记录。\n:   另一义：\n\n    1. 电话\n    2. 门诊\n\n[^n]: 注文。\n\n    词\n    : 注里的释义。\n");
  folder.write("en/a.md",
               "# Terms {#t}\n\nA first paragraph.\n\nThe *ALSFRS-R* scale[^n]\n:   A functional scale [@a].\n\n"
               "Follow-up\n:   Repeated records.\n:   Another sense:\n\n    1. by telephone\n    2. in person\n\n"
               "[^n]: The note.\n\n    Word\n    : A definition in a note.\n");
}

const PdfElement* find_list(const PdfElement& element) {
  const auto numbering = element.attributes.find("ListNumbering");
  if (element.role == "L" && numbering != element.attributes.end() && numbering->second == "/Circle") return &element;
  for (const PdfElement& child : element.children) {
    if (const PdfElement* found = find_list(child)) return found;
  }
  return nullptr;
}

/// Each item of a list: its roles with their texts.
std::string outline(const PdfElement& list) {
  std::string out;
  for (const PdfElement& item : list.children) {
    for (const PdfElement& part : item.children) out += part.role + " " + text_of(part) + "; ";
    out += "\n";
  }
  return out;
}

std::string first_list(const TemporaryFolder& folder, const std::string& edition) {
  const testing::PdfReading pdf = testing::read_pdf(folder.read("out/d_1.0.0_" + edition + ".pdf"));
  EXPECT_TRUE(pdf.faults.empty()) << edition << ": " << pdf.faults.front();
  const PdfElement* list = find_list(pdf.document);
  return list ? outline(*list) : "";
}

void expect_accessible(const TemporaryFolder& folder, const std::string& edition, const std::string& options) {
  const char* checker = std::getenv("BIFOLIO_PDFUA_CHECK");
  if (checker == nullptr) return;
  const std::string command = "python3 '" + std::string(checker) + "' --quiet --profile all " + options + " '" +
                              folder.path().string() + "/out/d_1.0.0_" + edition + ".pdf'";
  EXPECT_EQ(std::system(command.c_str()), 0) << edition;
}

class Definitions : public ::testing::Test {
 protected:
  void SetUp() override {
    write_booklet(folder_);
    const testing::Ran ran =
        testing::run(folder_.path(), "build --edition html,pdf,large,screen,phone,parallel --out out");
    ASSERT_EQ(ran.status, 0) << ran.out;
  }

  const TemporaryFolder folder_;
};

TEST_F(Definitions, AreAListOfTermsInTheSite) {
  const std::string page = folder_.read("out/en/a.html");
  EXPECT_NE(page.find("<dl id=\"t-2\">\n<dt id=\"t-3\">The <em>ALSFRS-R</em> scale"), page.npos) << page;
  EXPECT_NE(page.find("<dt id=\"t-5\">Follow-up</dt>\n<dd>Repeated records.</dd>"), page.npos) << page;
}

TEST_F(Definitions, AreLabelsAndBodiesInEveryEdition) {
  const std::string follow_up =
      "Lbl Follow-up; LBody Repeated records.; LBody Another sense:1.by telephone2.in person; \n";
  const std::string note = "aThe note.WordA definition in a note.; \n";
  for (const char* edition : {"en", "en_phone"}) {
    EXPECT_EQ(first_list(folder_, edition), "Lbl The ALSFRS-R scalea; LBody A functional scale1." + note + follow_up)
        << edition;
  }
  // The note goes on overleaf there, so it is read after the list.
  EXPECT_EQ(first_list(folder_, "en_screen"), "Lbl The ALSFRS-R scalea; LBody A functional scale1.; \n" + follow_up);
  EXPECT_EQ(first_list(folder_, "en_large-print"),
            "Lbl The ALSFRS-R scalea; LBody A functional scale\u00A0[1]." + note + follow_up);
  const std::string chinese[] = {"Lbl ALSFRS-R 量表①; LBody 一种功能量表[1]。①注文。词注里的释义。; \n",
                                 "Lbl 随访; LBody 多次记录。; LBody 另一义：1.电话2.门诊; \n"};
  EXPECT_EQ(first_list(folder_, "zh-Hans"), chinese[0] + chinese[1]);
  EXPECT_EQ(first_list(folder_, "zh-Hans-en_parallel"),
            chinese[0] + "Lbl The ALSFRS-R scalea; LBody A functional scale1." + note + chinese[1] + follow_up);
}

TEST_F(Definitions, AreReadAloudInOrder) {
  for (const char* edition : {"en", "en_screen", "en_phone", "zh-Hans", "zh-Hans-en_parallel"})
    expect_accessible(folder_, edition, "");
  for (const char* edition : {"en_large-print", "zh-Hans_large-print"})
    expect_accessible(folder_, edition, "--min-pt 18");
}

TEST_F(Definitions, PassTheChecksWhereTheLanguagesAgree) {
  const testing::Ran ran = testing::run(folder_.path(), "check");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out.find("a.md"), ran.out.npos) << ran.out;
}

}  // namespace
}  // namespace bifolio
