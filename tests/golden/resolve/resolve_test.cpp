// Each case is a document of a booklet; expected is what resolving made of it.
#include "resolve/resolve.h"

#include <gtest/gtest.h>

#include <sstream>

#include "model/dump.h"
#include "parse/parse.h"
#include "support/golden.h"

namespace bifolio::resolve {
namespace {

Library library_of(std::string_view keys) {
  Library library;
  std::istringstream words{std::string(keys)};
  for (std::string key; words >> key;) {
    library.references.push_back({.key = key, .type = "webpage", .fields = {{"title", {"Title of " + key}}, {"language", {"en"}}}});
  }
  return library;
}

std::string resolved(const testing::Case& one) {
  Manuscript manuscript;
  Findings findings;
  for (const testing::Section& section : one.sections) {
    if (section.name != "en" && section.name != "zh-Hans") continue;
    manuscript.booklet.languages.push_back(section.name);
    Document document = parse::parse_markdown(section.text, {}, 0, section.name, findings);
    document.path = section.name + "/a.md";
    document.relative = "a.md";
    document.language = section.name;
    manuscript.documents.push_back(std::move(document));
  }
  manuscript.library = library_of(one.text("library"));
  if (const std::string_view style = one.text("style"); !style.empty())
    manuscript.booklet.citation_style["en"] = style.substr(0, style.find('\n'));
  std::string out = dump(resolve(std::move(manuscript), {}, findings));
  for (const Finding& finding : findings.all())
    out += std::string(finding.rule->id) + ": " + message(finding, UiLanguage::en) + "\n";
  return out;
}

TEST(Golden, Citations) {
  testing::run_cases("golden/resolve/citations.case", resolved);
}

}  // namespace
}  // namespace bifolio::resolve
