#include "release/verify.h"

#include <gtest/gtest.h>

namespace bifolio::release {
namespace {

std::string broken(const Artifacts& site) {
  Findings findings;
  check_links(site, findings);
  std::string text;
  for (const Finding& finding : findings.all()) text += finding.subject + "\n";
  return text;
}

TEST(Links, ThatLeadSomewhereAreFine) {
  EXPECT_EQ(broken({{"en/a.html",
                     "<a href=\"b.html#x\">b</a><a href=\"../assets/%E5%9B%BE.png\">p</a>"
                     "<a href=\"https://example.org/\">w</a><a href=\"#top\">t</a><p id=\"top\">"},
                    {"en/b.html", "<p title=\"a > b\" id=\"x\">"},
                    {"assets/图.png", ""}}),
            "");
}

TEST(Links, ThatLeadNowhereAreNamed) {
  EXPECT_EQ(
      broken({{"en/a.html", "<a href=\"c.html\">c</a><a href=\"b.html#y\">b</a><img src='x'><img src=\"no.png\">"},
              {"en/b.html", "<p id=\"x\">"}}),
      "en/a.html c.html\nen/a.html b.html#y\nen/a.html no.png\n");
}

TEST(Links, OutOfTheVersionAreNotItsOwn) {
  EXPECT_EQ(broken({{"en/a.html", "<a href=\"../../en.html\">all</a><script src=\"../../versions.js\"></script>"}}),
            "");
}

TEST(Links, HostilePagesEnd) {
  for (const char* page : {"<", "<a href=\"", "<!--", "<a href=\"x", "<a \" >", "<a href=\"%\">", "<a href=\"%4\">"}) {
    Findings findings;
    check_links({{"a.html", page}}, findings);
  }
}

TEST(PdfFault, IsFoundInWhatIsNoPdf) {
  EXPECT_TRUE(find_pdf_fault(""));
  EXPECT_TRUE(find_pdf_fault("%PDF-1.7\nhello"));
}

}  // namespace
}  // namespace bifolio::release
