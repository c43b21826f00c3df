#include "html/site_map.h"

#include <gtest/gtest.h>

#include "support/publication.h"

namespace bifolio::html {
namespace {

TEST(RelativeUrl, ClimbsAndDescends) {
  EXPECT_EQ(relative_url("zh-Hans/phase-1/a.html", "en/phase-1/a.html"), "../../en/phase-1/a.html");
  EXPECT_EQ(relative_url("zh-Hans/phase-1/a.html", "zh-Hans/phase-1/b.html"), "b.html");
  EXPECT_EQ(relative_url("index.html", "zh-Hans/index.html"), "zh-Hans/index.html");
  EXPECT_EQ(relative_url("zh-Hans/index.html", "index.html"), "../index.html");
  EXPECT_EQ(relative_url("a/b.html", "assets/"), "../assets/");
  EXPECT_EQ(relative_url("zh/a.html", "zh-Hans/a.html"), "../zh-Hans/a.html");
}

TEST(SiteMap, GivesEachViewOfADocumentAPage) {
  const Publication publication = testing::sample_publication();
  const SiteMap map(publication);
  const Document& document = publication.books[0].documents[1];
  EXPECT_EQ(map.document("zh-Hans", document), "zh-Hans/phase-1/measures.html");
  EXPECT_EQ(map.document("zh-Hans", document, View::gaze), "zh-Hans/gaze/phase-1/measures.html");
  EXPECT_EQ(map.document("zh-Hans", document, View::parallel), "parallel/phase-1/measures.html");
}

TEST(SiteMap, OurPagesStepAsideForDocuments) {
  Publication publication = testing::sample_publication();
  publication.books[0].documents[1].page = "references.html";
  publication.books[0].documents[2].page = "gaze/x.html";
  const SiteMap map(publication);
  EXPECT_EQ(map.references("en"), "en/references-of-booklet.html");
  EXPECT_EQ(map.glossary("en"), "en/glossary.html");
  EXPECT_EQ(map.document("en", publication.books[0].documents[2], View::gaze), "en/gaze-of-booklet/gaze/x.html");
}

}  // namespace
}  // namespace bifolio::html
