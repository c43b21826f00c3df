#include "check/prose.h"

#include <gtest/gtest.h>

namespace bifolio::check {
namespace {

Inline text(std::string words, std::uint32_t begin) {
  const auto end = begin + static_cast<std::uint32_t>(words.size());
  return {Text{std::move(words)}, {{0}, begin, end}};
}

TEST(Passage, MapsItsTextBackToTheFile) {
  // source: `NfL **rose** [@a].`
  const Inlines inlines = {text("NfL ", 0),
                           {Strong{{text("rose", 6)}}, {{0}, 4, 12}},
                           text(" ", 12),
                           {Citation{}, {{0}, 13, 17}},
                           text(".", 17)};
  const Passage passage = passage_of(inlines);
  EXPECT_EQ(passage.text, "NfL rose \uFFFC.");
  const Span rose = passage.span(4, 8);
  EXPECT_EQ(rose.begin, 6u);
  EXPECT_EQ(rose.end, 10u);
  EXPECT_EQ(passage.span().end, 18u);
  EXPECT_TRUE(passage.is_text(0, 8));
  EXPECT_FALSE(passage.is_text(8, 12));
}

TEST(Passage, AReplacedEntityIsOnePlace) {
  const Inlines inlines = {{Text{"<"}, {{0}, 10, 14}}};
  const Span span = passage_of(inlines).span(0, 1);
  EXPECT_EQ(span.begin, 10u);
  EXPECT_EQ(span.end, 14u);
}

TEST(Passage, KeepsTheLanguageThatAuthorsMarked) {
  Phrase phrase;
  phrase.attributes.pairs.push_back({"lang", "en"});
  phrase.children = {text("surrogate", 5)};
  EXPECT_EQ(passage_of({{phrase}}).stretches[0].language, "en");
}

TEST(Prose, CountsSectionsByHeading) {
  Book book;
  Document document;
  document.blocks = {{Paragraph{{text("a", 0)}}}, {Heading{.children = {text("h", 2)}}}, {Paragraph{{text("b", 4)}}}};
  book.documents = {document};
  const BookProse prose = prose_of(book);
  ASSERT_EQ(prose.passages.size(), 3u);
  EXPECT_EQ(prose.passages[0].section, 0u);
  EXPECT_EQ(prose.passages[2].section, 1u);
}

}  // namespace
}  // namespace bifolio::check
