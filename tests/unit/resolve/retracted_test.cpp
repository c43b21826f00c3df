// The mark behind citations of retracted works.
#include <gtest/gtest.h>

#include "parse/parse.h"
#include "resolve/resolve.h"

namespace bifolio::resolve {
namespace {

/// The first paragraph, without the citations themselves, of a booklet in which `gong2022` is acknowledged as
/// retracted.
std::string printed(const std::string& language, const std::string& paragraph) {
  const source::SourceSet files(
      {{.path = "bifolio.toml",
        .bytes = "[booklet]\nid = \"b\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"" + language +
                 "\"]\ntitle = \"B\"\n[[check.acknowledge]]\nkey = \"gong2022\"\nreason = \"its subject\"\n"},
       {.path = language + "/a.md", .bytes = "# A\n\n" + paragraph + "\n"},
       {.path = "references/library.json",
        .bytes = R"([{"id": "gong2022", "type": "article-journal", "title": "A", "author": [{"family": "Gong"}]},
                     {"id": "li2021", "type": "article-journal", "title": "B", "author": [{"family": "Li"}]}])"}});
  Findings ignored;
  const Publication publication = resolve(parse::parse(files, ignored), {}, ignored);
  for (const Block& block : publication.books.at(0).documents.at(0).blocks) {
    if (const auto* text = std::get_if<Paragraph>(&block.value)) return plain_text(text->children);
  }
  return "";
}

TEST(Retracted, IsSaidBehindTheCitation) {
  EXPECT_EQ(printed("en", "So it was [@gong2022]."), "So it was [Retracted].");
  EXPECT_EQ(printed("zh-Hans", "如此[@gong2022]。"), "如此[已撤稿]。");
}

TEST(Retracted, NamesTheWorkAmongSeveral) {
  EXPECT_EQ(printed("en", "So it was [@li2021; @gong2022]."), "So it was [Retracted:\u00A02].");
  EXPECT_EQ(printed("zh-Hans", "如此[@li2021; @gong2022]。"), "如此[已撤稿：2]。");
}

TEST(Retracted, IsNotSaidOfOthers) {
  EXPECT_EQ(printed("en", "So it was [@li2021]."), "So it was.");
}

}  // namespace
}  // namespace bifolio::resolve
