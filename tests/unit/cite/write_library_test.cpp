// Cited works, written for other programs.
#include <gtest/gtest.h>

#include "cite/cite.h"

namespace bifolio::cite {
namespace {

Library one_work() {
  Reference reference;
  reference.key = "miller2022";
  reference.type = "article-journal";
  reference.fields["title"] = {"Trial of <i>SOD1</i> & 5% <span class=\"nocase\">ALS</span>"};
  reference.fields["container-title"] = {"NEJM"};
  reference.fields["page"] = {"1099-1110"};
  reference.fields["URL"] = {"https://x.org/a_b"};
  Name person, group;
  person.family = "Berg";
  person.given = "Leonard";
  person.non_dropping_particle = "van den";
  group.literal = "VALOR Group";
  reference.names["author"].names = {person, group};
  reference.dates["issued"].parts = {{2022, 9, 5}};
  return {{reference}};
}

std::string written(LibraryFormat format) {
  const std::vector<std::size_t> all = {0};
  return write_library(one_work(), all, format);
}

TEST(WriteLibrary, Bibtex) {
  EXPECT_EQ(written(LibraryFormat::bibtex),
            "@article{miller2022,\n  author = {van den Berg, Leonard and {VALOR Group}},\n"
            "  title = {Trial of \\emph{SOD1} \\& 5\\% {ALS}},\n  pages = {1099-1110},\n  url = {https://x.org/a_b},\n"
            "  journaltitle = {NEJM},\n  date = {2022-09-05}\n}\n\n");
}

TEST(WriteLibrary, Ris) {
  EXPECT_EQ(
      written(LibraryFormat::ris),
      "TY  - JOUR\nID  - miller2022\nAU  - van den Berg, Leonard\nAU  - VALOR Group\nTI  - Trial of SOD1 & 5% ALS\n"
      "T2  - NEJM\nUR  - https://x.org/a_b\nSP  - 1099\nEP  - 1110\nPY  - 2022/09/05\nER  - \n\n");
}

TEST(WriteLibrary, CslJson) {
  const std::string json = written(LibraryFormat::csl_json);
  EXPECT_NE(json.find("\"id\": \"miller2022\""), std::string::npos);
  EXPECT_NE(json.find("\"non-dropping-particle\": \"van den\""), std::string::npos);
}

}  // namespace
}  // namespace bifolio::cite
