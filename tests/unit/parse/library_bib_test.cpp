#include "parse/library.h"

#include <gtest/gtest.h>

namespace bifolio::parse {
namespace {

struct Read {
  Library library;
  Findings findings;
};

Read read(std::string_view path, std::string_view text) {
  Read result;
  read_library(path, text, FileId{0}, result.library, result.findings);
  return result;
}

Read bib(std::string_view text) {
  return read("a.bib", text);
}

std::string field(const Read& result, std::string_view key, std::string_view name) {
  const Reference* reference = result.library.find(key);
  return reference ? std::string(reference->field(name)) : "no such entry";
}

TEST(LibraryBib, AWholeDatabaseIsNotRead) {
  const Read result = bib(std::string(33u << 20, ' '));
  EXPECT_TRUE(result.library.references.empty());
  ASSERT_EQ(result.findings.all().size(), 1u);
  EXPECT_EQ(result.findings.all()[0].rule->id, "bib-too-large");
}

TEST(LibraryBib, ArticleBecomesCsl) {
  const std::string text = R"(@article{miller2022,
  author  = {Miller, Timothy M. and Cudkowicz, Merit and others},
  title   = {Trial of {Antisense} Oligonucleotide Tofersen},
  journal = "New England Journal of Medicine", volume = 387, number = {12},
  pages = {1099--1110}, year = 2022, month = sep, doi = {10.1056/NEJMoa2204705}
})";
  const Read got = bib(text);
  EXPECT_TRUE(got.findings.is_empty());
  const Reference& one = got.library.references.at(0);
  EXPECT_EQ(one.type, "article-journal");
  EXPECT_EQ(one.field("title"), "Trial of <span class=\"nocase\">Antisense</span> Oligonucleotide Tofersen");
  EXPECT_EQ(one.field("container-title"), "New England Journal of Medicine");
  EXPECT_EQ(one.field("issue"), "12");
  EXPECT_EQ(one.field("page"), "1099-1110");
  ASSERT_EQ(one.names.at("author").names.size(), 3u);
  EXPECT_EQ(one.names.at("author").names[0].given, "Timothy M.");
  EXPECT_EQ(one.names.at("author").names[2].literal, "others");
  EXPECT_EQ(one.dates.at("issued").parts.at(0), (std::array{2022, 9, 0}));
  const Span doi = one.fields.at("DOI").span;
  EXPECT_EQ(text.substr(doi.begin, doi.size()), "{10.1056/NEJMoa2204705}");
}

TEST(LibraryBib, LatexBecomesUnicodeAndMarkup) {
  const Read got =
      bib(R"(@article{a, title = {Caf\'e, \v{S}\"u\ss e, \emph{in vitro} $\beta_{2}$ -- 5\% of {\it E. coli}},
    publisher = {Garc{\'\i}a \& {\O}rsted}, url = {https://x.org/a\_b%20c}})");
  EXPECT_EQ(field(got, "a", "title"), "Café, Šüße, <i>in vitro</i> β<sub>2</sub> – 5% of <i>E. coli</i>");
  EXPECT_EQ(field(got, "a", "publisher"), "García & Ørsted");
  EXPECT_EQ(field(got, "a", "URL"), "https://x.org/a_b%20c");
}

TEST(LibraryBib, NamesAreTakenApart) {
  const Read got =
      bib("@book{a, author = {Ludwig van Beethoven and {World Health Organization} and de la Fontaine, Jr., Jean "
          "and family=Vaart, given=Aad, prefix=van der and 张三}}");
  const auto& names = got.library.references.at(0).names.at("author").names;
  ASSERT_EQ(names.size(), 5u);
  EXPECT_EQ(names[0].given + "|" + names[0].non_dropping_particle + "|" + names[0].family, "Ludwig|van|Beethoven");
  EXPECT_EQ(names[1].literal, "World Health Organization");
  EXPECT_EQ(names[2].non_dropping_particle + "|" + names[2].family + "|" + names[2].suffix, "de la|Fontaine|Jr.");
  EXPECT_EQ(names[3].non_dropping_particle + "|" + names[3].family, "van der|Vaart");
  EXPECT_EQ(names[4].family, "张三");
}

TEST(LibraryBib, CrossrefAndXdataFillGaps) {
  const Read got = bib(R"(@incollection{part, title = {Part}, crossref = {whole}, xdata = {house}}
@book{whole, title = {Whole}, subtitle = {A Book}, editor = {Roe, Al}, year = 2001}
@xdata{house, publisher = {Press}})");
  EXPECT_TRUE(got.findings.is_empty());
  EXPECT_EQ(got.library.references.size(), 2u);
  EXPECT_EQ(field(got, "part", "title"), "Part");
  EXPECT_EQ(field(got, "part", "container-title"), "Whole: A Book");
  EXPECT_EQ(field(got, "part", "publisher"), "Press");
  EXPECT_TRUE(got.library.references[0].names.contains("editor"));
}

TEST(LibraryBib, MissingParentIsReported) {
  const Read got = bib("@inbook{a, crossref = {als-book}}");
  ASSERT_EQ(got.findings.all().size(), 1u);
  EXPECT_EQ(got.findings.all()[0].rule->id, "bib-link-missing");
}

TEST(LibraryBib, EntriesThatNameEachOtherDoNotLoop) {
  EXPECT_EQ(bib("@book{a, crossref={b}}\n@book{b, crossref={a}, publisher={P}}").library.references.size(), 2u);
}

TEST(LibraryBib, StringsAreJoined) {
  const Read got = bib("@string{nejm = \"N Engl \"}\n@article{a, journal = nejm # {J Med}}");
  EXPECT_EQ(field(got, "a", "container-title"), "N Engl J Med");
}

TEST(LibraryBib, DatesOfBiblatex) {
  const Read got =
      bib("@online{a, date = {2020-05/2021-06-07}, urldate = {2025-09-08}}\n@misc{b, date = {1999?}}\n@misc{c, date = "
          "{soon}}");
  const ReferenceDate& range = got.library.references[0].dates.at("issued");
  EXPECT_EQ(range.parts, (std::vector<std::array<int, 3>>{{2020, 5, 0}, {2021, 6, 7}}));
  EXPECT_TRUE(got.library.references[1].dates.at("issued").circa);
  EXPECT_EQ(got.library.references[2].dates.at("issued").literal, "soon");
}

TEST(LibraryBib, UnclosedBraceCostsOneEntry) {
  const Read got =
      bib("@article{a, title = {Open\n}\n@article{b, title = {Second {nested}}}\n@article{a, title={x}\n@book{c, "
          "title={y}}");
  ASSERT_GE(got.findings.all().size(), 2u);
  EXPECT_EQ(got.findings.all()[0].rule->id, "bib-parse-error");
  EXPECT_NE(got.library.find("b"), nullptr);
  EXPECT_NE(got.library.find("c"), nullptr);
}

TEST(LibraryBib, SameKeyIsReportedWithTheFirst) {
  const Read got = bib("@book{Rosen, title={x}}\n@book{rosen, title={y}}");
  ASSERT_EQ(got.findings.all().size(), 1u);
  EXPECT_EQ(got.findings.all()[0].rule->id, "bib-key-duplicate");
  EXPECT_EQ(got.findings.all()[0].related.size(), 1u);
}

TEST(LibraryBib, HostileTextEnds) {
  std::string deep = "@book{a, title = {";
  for (int i = 0; i < 100000; ++i) deep += "{\\textit{";
  bib(deep);
  std::string closed = deep;
  for (int i = 0; i < 100000; ++i) closed += "}}";
  bib(closed + "}}");
  for (const char* text : {"@", "@book", "@book{", "@book{a", "@book{a,", "@book{a, b",
                           "@book{a, b =", "@book{a, b = {", "@book{a, b = \\", "@string{", "@comment{", "@book{=}"}) {
    bib(text);
  }
}

TEST(LibraryRis, EntryOfZotero) {
  const Read got =
      read("a.ris",
           "TY  - JOUR\r\nAU  - Miller, Timothy M.\r\nAU  - NEALS\r\nTI  - Trial of\r\nTofersen\r\nT2  - NEJM\r\n"
           "PY  - 2022\r\nDA  - 2022/09/22/\r\nSP  - 1099\r\nEP  - 1110\r\nDO  - 10.1056/NEJMoa2204705\r\nER  - \r\n");
  EXPECT_TRUE(got.findings.is_empty());
  const Reference& one = got.library.references.at(0);
  EXPECT_EQ(one.key, "miller2022");
  EXPECT_EQ(one.field("title"), "Trial of Tofersen");
  EXPECT_EQ(one.field("page"), "1099-1110");
  EXPECT_EQ(one.names.at("author").names[1].literal, "NEALS");
  EXPECT_EQ(one.dates.at("issued").parts.at(0), (std::array{2022, 9, 22}));
}

TEST(LibraryRis, MissingEndIsReportedAndTheNextEntryRead) {
  const Read got = read("a.ris", "TY  - BOOK\nID  - one\nTY  - BOOK\nID  - two\nER  -\n");
  ASSERT_EQ(got.findings.all().size(), 1u);
  EXPECT_EQ(got.library.references.size(), 2u);
}

TEST(LibraryNbib, RecordOfPubMed) {
  const Read got =
      read("a.nbib",
           "\nPMID- 36129998\nOWN - NLM\nIS  - 1533-4406 (Electronic)\nVI  - 387\nIP  - 12\nDP  - 2022 Sep 22\n"
           "TI  - Trial of Antisense Oligonucleotide Tofersen for\n      SOD1 ALS.\nPG  - 1099-1110\n"
           "LID - 10.1056/NEJMoa2204705 [doi]\nFAU - Miller, Timothy M\nAU  - Miller TM\nCN  - VALOR Group\nLA  - eng\n"
           "PT  - Journal Article\nJT  - The New England journal of medicine\nPMC - PMC1\n\nPMID- 2\nTI  - Next\nAU  - "
           "Doe J\n");
  EXPECT_TRUE(got.findings.is_empty());
  ASSERT_EQ(got.library.references.size(), 2u);
  const Reference& one = got.library.references[0];
  EXPECT_EQ(one.key, "pmid36129998");
  EXPECT_EQ(one.field("title"), "Trial of Antisense Oligonucleotide Tofersen for SOD1 ALS");
  EXPECT_EQ(one.field("DOI"), "10.1056/NEJMoa2204705");
  EXPECT_EQ(one.field("PMCID"), "PMC1");
  ASSERT_EQ(one.names.at("author").names.size(), 2u);
  EXPECT_EQ(one.dates.at("issued").parts.at(0), (std::array{2022, 9, 22}));
  EXPECT_EQ(got.library.references[1].names.at("author").names[0].family, "Doe");
}

}  // namespace
}  // namespace bifolio::parse
