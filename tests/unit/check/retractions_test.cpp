// What no booklet of a golden case can show: a list of references that lacks a
// work, and how many works were not checked.
#include <gtest/gtest.h>

#include "check/check.h"
#include "lock/lock.h"
#include "parse/parse.h"
#include "resolve/resolve.h"

namespace bifolio::check {
namespace {

Publication acknowledged() {
  RetractionIndex index;
  index.date = "2025-09-01";
  index.rows = {{lock::index_hash("doi:10.1234/a"), RetractionNature::retraction, 45353}};
  const source::SourceSet files(
      {{.path = "bifolio.toml",
        .bytes = "[booklet]\nid = \"b\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"en\"]\n"
                 "title = { en = \"B\" }\n[[check.acknowledge]]\nkey = \"a\"\nreason = \"its subject\"\n"},
       {.path = "en/a.md", .bytes = "# A\n\nOne [@a], two [@b].\n"},
       {.path = "references/library.json",
        .bytes =
            R"([{"id": "a", "type": "article-journal", "title": "A", "DOI": "10.1234/A"}, {"id": "b", "type": "book", "title": "B"}])"},
       {.path = "bifolio.retractions.bin", .bytes = lock::write_index(index)}});
  Findings ignored;
  return resolve::resolve(parse::parse(files, ignored), {}, ignored);
}

std::size_t count(const Publication& publication, std::string_view rule) {
  Findings findings;
  check(publication, {"2025-09-08"}, findings);
  const auto& all = findings.all();
  return static_cast<std::size_t>(
      std::count_if(all.begin(), all.end(), [&](const Finding& one) { return one.rule->id == rule; }));
}

TEST(Retractions, AnAcknowledgedWorkMustBeMarkedInTheList) {
  Publication publication = acknowledged();
  EXPECT_EQ(count(publication, "retract-retracted"), 0u);
  EXPECT_EQ(count(publication, "retract-unmarked"), 0u);
  publication.books[0].references.clear();  // a style that prints no list
  EXPECT_EQ(count(publication, "retract-unmarked"), 1u);
}

TEST(Retractions, WhatNobodyCouldCheckIsCounted) {
  EXPECT_EQ(unchecked_references(acknowledged()), 1) << "the book has no identifier";
}

}  // namespace
}  // namespace bifolio::check
