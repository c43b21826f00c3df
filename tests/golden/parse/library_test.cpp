#include <gtest/gtest.h>

#include "golden/parse/booklet_files.h"
#include "model/dump.h"
#include "parse/library_json.h"

namespace bifolio::parse {
namespace {

TEST(Parse, LibraryJson) {
  testing::run_cases("golden/parse/library_json.case", [](const testing::Case& one) {
    Findings findings;
    Library library;
    read_library_json(one.text("input"), FileId{0}, library, findings);
    return dump(library) + testing::describe(findings, one.text("input"));
  });
}

TEST(LibraryJson, EveryValueKnowsItsPlace) {
  const std::string text =
      R"([{"id": "a", "type": "book", "title": "T", "author": [{"family": "F"}], "issued": {"raw": "2020"}}])";
  Findings findings;
  Library library;
  read_library_json(text, FileId{0}, library, findings);
  const Reference& work = library.references.at(0);
  const auto at = [&](Span span) { return text.substr(span.begin, span.size()); };
  EXPECT_EQ(at(work.key_span), "\"a\"");
  EXPECT_EQ(at(work.fields.at("title").span), "\"T\"");
  EXPECT_EQ(at(work.names.at("author").span), "[{\"family\": \"F\"}]");
  EXPECT_EQ(at(work.dates.at("issued").span), "{\"raw\": \"2020\"}");
  EXPECT_EQ(at(work.span), text.substr(1, text.size() - 2));
}

TEST(LibraryJson, KeysAreUniqueInAllFilesTogether) {
  Findings findings;
  Library library;
  read_library_json(R"([{"id": "a", "type": "book"}])", FileId{0}, library, findings);
  read_library_json(R"([{"id": "A", "type": "book"}])", FileId{1}, library, findings);
  EXPECT_EQ(library.references.size(), 1u);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].related[0].span.file, FileId{0});
}

}  // namespace
}  // namespace bifolio::parse
