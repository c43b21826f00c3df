#include <gtest/gtest.h>

#include "check/check.h"
#include "model/identifiers.h"

namespace bifolio::check {
namespace {

/// `RULE: message` for each finding but cite-unused and missing fields.
std::string report(std::vector<Reference> references) {
  Publication publication;
  publication.booklet.date = "2025-09-08";
  publication.library.references = std::move(references);
  Findings findings;
  check(publication, {}, findings);
  std::string out;
  for (const Finding& finding : findings.all()) {
    if (finding.rule->id == "cite-unused" || finding.rule->id == "bib-field-missing") continue;
    out += std::string(finding.rule->id) + ": " + message(finding, UiLanguage::en) + "\n";
    for (const Fix& fix : finding.fixes) out += "  → " + fix.replacement + "\n";
  }
  return out;
}

Reference with(const std::string& field, const std::string& value) {
  Reference reference{.key = "a", .type = "article-journal"};
  const auto size = static_cast<std::uint32_t>(value.size());
  reference.fields[field] = {value, {{0}, 0, size}};
  return reference;
}

TEST(Library, TheTranslationOfACitedWorkIsInUse) {
  Publication publication;
  for (const char* key : {"cited", "translation", "nobody"}) {
    publication.library.references.push_back({.key = key, .type = "book"});
  }
  publication.library.references[0].fields["translation"] = {"translation"};
  publication.books.emplace_back().references.push_back({.reference = 0});
  Findings findings;
  check(publication, {}, findings);
  std::vector<std::string> unused;
  for (const Finding& finding : findings.all()) {
    if (finding.rule->id == "cite-unused") unused.push_back(finding.subject);
  }
  EXPECT_EQ(unused, std::vector<std::string>{"nobody"});
}

TEST(Doi, BalancedBracketsBelongToIt) {
  EXPECT_EQ(report({with("DOI", "10.1016/S0022-510X(99)00210-5")}), "");
}

TEST(Doi, MarksOfTheSentenceDoNot) {
  EXPECT_EQ(report({with("DOI", "10.1056/NEJMoa2204705.")}),
            "id-doi-trailing: DOI `10.1056/NEJMoa2204705.` ends in `.`, taken from the sentence around it; remove it.\n"
            "  → 10.1056/NEJMoa2204705\n");
  EXPECT_EQ(
      report({with("DOI", "10.1056/NEJMoa2204705。")}),
      "id-doi-trailing: DOI `10.1056/NEJMoa2204705。` ends in `。`, taken from the sentence around it; remove it.\n"
      "  → 10.1056/NEJMoa2204705\n");
}

TEST(Doi, SyntaxSaysWhatIsWrong) {
  EXPECT_EQ(report({with("DOI", "10.1056 NEJMoa2204705")}),
            "id-doi-syntax: `10.1056 NEJMoa2204705` is not a DOI: a slash is missing after the prefix.\n");
  EXPECT_EQ(
      report({with("DOI", "10．1056／NEJMoa2204705")}),
      "id-doi-syntax: `10．1056／NEJMoa2204705` is not a DOI: it has full-width marks.\n  → 10.1056/NEJMoa2204705\n");
}

TEST(Doi, PlaceholdersAndAddresses) {
  EXPECT_EQ(report({with("DOI", "10.5555/12345678")}),
            "id-doi-placeholder: `10.5555/12345678` is a DOI for tests and examples; it identifies no work.\n");
  EXPECT_EQ(report({with("DOI", "https://doi.org/10.1126/science.1134108")}),
            "id-doi-form: Store the bare DOI `10.1126/science.1134108`; the link is generated.\n  → "
            "10.1126/science.1134108\n");
}

TEST(PubMed, TellsItsTwoNumbersApart) {
  EXPECT_EQ(report({with("PMID", "PMC9482738")}),
            "id-pubmed-syntax: PMID `PMC9482738` is a PMCID; put it in `PMCID`.\n");
  EXPECT_EQ(report({with("PMID", "39459030")}), "");
  EXPECT_EQ(report({with("PMCID", "7016784")}),
            "id-pubmed-syntax: PMCID `7016784` is not `PMC` and one to eight digits.\n  → PMC7016784\n");
}

TEST(Checksums, NameTheExpectedDigit) {
  EXPECT_EQ(isbn_check_digit("978-7-117-33333-1"), '7');
  EXPECT_EQ(isbn_check_digit("0-306-40615-2"), '2');
  EXPECT_EQ(issn_check_digit("1664-2295"), '5');
  EXPECT_EQ(orcid_check_digit("0000-0001-5109-3700"), '0');
  EXPECT_EQ(orcid_check_digit("0000-0002-1694-233X"), 'X');
  EXPECT_EQ(report({with("ISSN", "1664-2296")}),
            "id-issn-checksum: ISSN 1664-2296 fails its checksum (expected …5); a digit is mistyped.\n");
  EXPECT_EQ(report({with("ISSN", "1664-2295, 2168-6149")}), "");
}

TEST(Arxiv, KnowsItsCalendar) {
  EXPECT_TRUE(is_arxiv("0704.0001"));
  EXPECT_TRUE(is_arxiv("1501.00001v2"));
  EXPECT_TRUE(is_arxiv("math/0309136"));
  EXPECT_FALSE(is_arxiv("9999.99999"));
  EXPECT_FALSE(is_arxiv("1412.00001"));
  EXPECT_FALSE(is_arxiv("0703.0001"));
}

TEST(UrlConflict, ComparesWithoutCase) {
  Reference reference = with("DOI", "10.1056/NEJMoa2204705");
  reference.fields["URL"] = {"https://doi.org/10.1056/nejmoa2204705"};
  EXPECT_EQ(report({reference}), "");
  reference.fields["URL"] = {"https://doi.org/10.1001/jamaneurol.2019.4490"};
  EXPECT_EQ(report({reference}),
            "id-url-conflict: `URL` leads to 10.1001/jamaneurol.2019.4490 but `DOI` says 10.1056/nejmoa2204705; "
            "one belongs to another paper.\n");
}

TEST(Pages, ShortFormsAreNotBackwards) {
  EXPECT_EQ(report({with("page", "1099–110")}), "");
  EXPECT_EQ(report({with("page", "S1-S9")}), "");
  EXPECT_EQ(report({with("page", "590–585")}),
            "meta-pages-invalid: Pages 590–585 run backwards; compare them with the article.\n");
}

TEST(Dates, MustExistAndLieBeforeNextYear) {
  const auto dated = [](std::array<int, 3> parts) {
    Reference reference{.key = "a", .type = "webpage"};
    reference.dates["issued"] = {.parts = {parts}};
    return report({reference});
  };
  EXPECT_EQ(dated({2026, 0, 0}), "");
  EXPECT_EQ(dated({2027, 0, 0}), "meta-date-invalid: `2027` cannot be the date of this work: it lies in the future.\n");
  EXPECT_EQ(dated({20224, 0, 0}),
            "meta-date-invalid: `20224` cannot be the date of this work: a year has four digits.\n");
  EXPECT_EQ(dated({2024, 2, 30}),
            "meta-date-invalid: `2024-02-30` cannot be the date of this work: there is no such day.\n");
}

TEST(Names, AListIsNoName) {
  Reference reference{.key = "a", .type = "webpage"};
  reference.names["author"].names = {{.literal = "张伟；李娜"},
                                     {.literal = "National Institute of Neurological Disorders and Stroke"}};
  EXPECT_EQ(report({reference}),
            "meta-author-format: `张伟；李娜` is one author to the program; give each author an entry of its own.\n");
}

TEST(Duplicates, OneCauseOneFinding) {
  Reference first = with("DOI", "10.1056/NEJMoa2204705"), second = with("DOI", "https://doi.org/10.1056/nejmoa2204705");
  second.key = "b";
  first.fields["title"] = second.fields["title"] = {"Trial of Tofersen"};
  EXPECT_EQ(
      report({first, second}),
      "dup-identifier: `a` and `b` are one work (doi:10.1056/nejmoa2204705) and would be numbered twice. Merge them.\n"
      "id-doi-form: Store the bare DOI `10.1056/nejmoa2204705`; the link is generated.\n"
      "  → 10.1056/nejmoa2204705\n");
}

TEST(Duplicates, SameTitleOtherYearIsAnotherWork) {
  Reference first = with("title", "Annual report"), second = with("title", "Annual Report!");
  first.dates["issued"] = {.parts = {{2019, 0, 0}}};
  second.dates["issued"] = {.parts = {{2022, 0, 0}}};
  EXPECT_EQ(report({first, second}), "");
  second.dates["issued"] = {.parts = {{2020, 0, 0}}};
  EXPECT_EQ(report({first, second}), "dup-work: `a` looks like `a` (same title, author, year).\n");
}

}  // namespace
}  // namespace bifolio::check
