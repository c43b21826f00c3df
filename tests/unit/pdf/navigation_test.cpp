// Bookmarks, labels, destinations and metadata of whole files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/metadata.h"
#include "pdf/pdf.h"
#include "support/paged_pdf.h"
#include "support/pdf_navigation.h"

namespace bifolio::pdf {
namespace {

using bifolio::testing::PagedSample;
using bifolio::testing::PdfNavigation;
using bifolio::testing::sample_fonts;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

PdfNavigation navigation(const PagedSample& sample) {
  return bifolio::testing::read_navigation(bifolio::testing::write_pdf(sample));
}

TEST(Outline, FirstLevelIsOpenAndDeeperOnesAreNot) {
  PagedSample sample;
  sample.document.destinations["a"] = {0, pt(50), pt(60), layout::kArtifact};
  for (const auto& [level, title] :
       {std::pair{1, "一"}, {2, "1.1"}, {3, "1.1.1"}, {3, "1.1.2"}, {2, "1.2"}, {1, "二"}}) {
    sample.document.outline.push_back({level, title, "a"});
  }
  EXPECT_THAT(navigation(sample).bookmarks, ElementsAre("一 → #a (2)", "  1.1 → #a (-2)", "    1.1.1 → #a",
                                                        "    1.1.2 → #a", "  1.2 → #a", "二 → #a"));
}

TEST(Outline, SkippedLevelsMoveUp) {
  PagedSample sample;
  sample.document.destinations["a"] = {};
  sample.document.outline = {{3, "deep", "a"}, {1, "top", "a"}, {4, "below", "a"}};
  EXPECT_THAT(navigation(sample).bookmarks, ElementsAre("deep → #a", "top → #a (1)", "  below → #a"));
}

TEST(PageLabels, AreThoseOfTheFolios) {
  PagedSample sample;
  for (int i = 1; i < 6; ++i) sample.add_page();
  using Style = layout::PageLabels::Style;
  sample.document.labels = {{1, Style::roman, 3, {}}, {3, Style::arabic, 1, "A-"}, {5, Style::none, 1, "back"}};
  EXPECT_THAT(navigation(sample).page_labels, ElementsAre("1", "iii", "iv", "A-1", "A-2", "back"));
}

TEST(Destinations, AreFoundAmongMany) {
  PagedSample sample;
  sample.add_page();
  for (int i = 0; i < 300; ++i) sample.document.destinations["p-" + std::to_string(i)] = {1, pt(50), pt(95.276), 0};
  const auto found = navigation(sample).destinations;
  EXPECT_EQ(found.size(), 300u);
  EXPECT_EQ(found.at("p-299"), "2 50 500");
}

TEST(Metadata, XmpAndInformationAgree) {
  PagedSample sample;
  sample.document.facts.title = "渐冻症 <ALS> & 思考";
  const PdfNavigation read = navigation(sample);
  EXPECT_EQ(read.information.at("Title"), "渐冻症 <ALS> & 思考");
  EXPECT_EQ(read.information.at("CreationDate"), "D:20250908120000Z");
  EXPECT_THAT(read.metadata, HasSubstr("<rdf:li xml:lang=\"x-default\">渐冻症 &lt;ALS&gt; &amp; 思考</rdf:li>"));
  EXPECT_THAT(read.metadata, HasSubstr("<xmp:CreateDate>2025-09-08T12:00:00Z</xmp:CreateDate>"));
  EXPECT_THAT(read.metadata, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
  EXPECT_THAT(read.metadata, HasSubstr("<pdfaid:conformance>A</pdfaid:conformance>"));
}

TEST(Metadata, SaysNothingOfWhatItDoesNotKnow) {
  layout::DocumentFacts facts;
  facts.title = "T";
  EXPECT_THAT(xmp_packet(facts, Tagging::full), Not(HasSubstr("dc:creator")));
  EXPECT_THAT(xmp_packet(facts, Tagging::full), Not(HasSubstr("pdf:Keywords")));
}

TEST(Metadata, TitleStandsInEveryLanguageOnce) {
  layout::DocumentFacts facts;
  facts.title = "Thinking";
  facts.language = "en";
  facts.other_titles = {{"zh-Hans", "思考"}, {"en", "ignored"}};
  EXPECT_THAT(xmp_packet(facts, Tagging::full),
              HasSubstr("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Thinking</rdf:li><rdf:li "
                        "xml:lang=\"en\">Thinking</rdf:li><rdf:li xml:lang=\"zh-Hans\">思考</rdf:li></rdf:Alt>"));
}

TEST(Metadata, SheetsForThePrinterClaimNoAccessibility) {
  PagedSample sample;
  const layout::TagId link = sample.add_tag("Link");
  sample.page().links.push_back({{sample.add_line("imposed", link)}, "https://example.org", {}, "Example", link});
  sample.document.destinations["a"] = {0, {}, {}, link};
  sample.document.outline = {{1, "imposed", "a"}};
  sample.document.tags.clear();
  const PdfNavigation read = navigation(sample);
  EXPECT_THAT(read.metadata, HasSubstr("<pdfaid:conformance>B</pdfaid:conformance>"));
  EXPECT_THAT(read.metadata, Not(HasSubstr("pdfuaid:part")));
}

}  // namespace
}  // namespace bifolio::pdf
