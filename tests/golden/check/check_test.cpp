// Each case is a small booklet: `--- en` and `--- zh-Hans` are its documents,
// `--- library` its citation keys. Expected are the findings of the checks, as a
// terminal prints them.
#include "check/check.h"

#include <gtest/gtest.h>

#include <sstream>

#include "parse/parse.h"
#include "pipeline/pipeline.h"
#include "resolve/resolve.h"
#include "support/golden.h"

namespace bifolio::check {
namespace {

Library library_of(std::string_view keys) {
  Library library;
  std::istringstream words{std::string(keys)};
  for (std::string key; words >> key;)
    library.references.push_back(
        {.key = key, .type = "webpage", .fields = {{"title", {key}}, {"URL", {"https://example.org/"}}}});
  return library;
}

/// `id | en | zh-Hans | abbreviation | wrong in en; … | aliases; …` a line.
Glossary glossary_of(std::string_view lines) {
  Glossary glossary;
  std::istringstream text{std::string(lines)};
  for (std::string line; std::getline(text, line);) {
    std::vector<std::string> fields(6);
    std::istringstream parts(line);
    for (std::string& field : fields) {
      std::getline(parts, field, '|');
      while (field.starts_with(' ')) field.erase(0, 1);
      while (field.ends_with(' ')) field.pop_back();
    }
    Term term{.id = fields[0], .approved = {{"en", fields[1]}, {"zh-Hans", fields[2]}}, .abbreviation = fields[3]};
    if (!fields[4].empty()) term.variants["en"] = {fields[4]};
    if (!fields[5].empty()) term.aliases = {fields[5]};
    glossary.terms.push_back(std::move(term));
  }
  return glossary;
}

/// Findings of rules whose ids begin so. Those of parsing and resolving are left
/// out: other cases show them.
std::string findings_of(const testing::Case& one, std::string_view rules) {
  std::vector<source::SourceFile> files;
  Manuscript manuscript;
  for (const testing::Section& section : one.sections) {
    if (section.name == "en" || section.name == "zh-Hans")
      files.push_back({.path = section.name + "/a.md", .bytes = section.text});
  }
  pipeline::Loaded loaded{source::SourceSet(std::move(files)), {}};
  const source::SourceSet& sources = loaded.sources;
  for (const source::SourceFile& file : sources.files()) manuscript.files.push_back(file.path);
  Findings ignored, findings;
  for (const char* language : {"zh-Hans", "en"}) {
    const auto file = sources.find(std::string(language) + "/a.md");
    if (!file) continue;
    manuscript.booklet.languages.push_back(language);
    Document document = parse::parse_markdown(sources.bytes(*file), *file, 0, language, ignored);
    document.file = *file;
    document.path = std::string(language) + "/a.md";
    document.relative = "a.md";
    document.language = language;
    if (one.text("kind") == "reflection\n") document.front.kind = "reflection";
    manuscript.documents.push_back(std::move(document));
  }
  manuscript.library = library_of(one.text("library"));
  manuscript.glossary = glossary_of(one.text("glossary"));
  loaded.publication = resolve::resolve(std::move(manuscript), {}, ignored);
  pipeline::Strictness strictness;
  strictness.settings.today = "2025-09-08";
  check(loaded.publication, strictness.settings, findings);
  auto entries = pipeline::judge(findings, loaded, strictness).entries;
  std::erase_if(entries, [&](const report::Entry& entry) {
    const std::string_view rule = entry.finding->rule->id;
    // None of these booklets has a lock; what that means is shown in lock.case.
    return !rule.starts_with(rules) || rule == "retract-unchecked";
  });
  return report::find_reporter("text").write({entries, sources, ""});
}

std::string all_findings_of(const testing::Case& one) {
  return findings_of(one, "");
}
std::string parity_findings_of(const testing::Case& one) {
  return findings_of(one, "parity-");
}

TEST(Golden, Hygiene) {
  testing::run_cases("golden/check/hygiene.case", all_findings_of);
}
TEST(Golden, Claims) {
  testing::run_cases("golden/check/claims.case", all_findings_of);
}
TEST(Golden, Links) {
  testing::run_cases("golden/check/links.case", all_findings_of);
}
TEST(Golden, Evidence) {
  testing::run_cases("golden/check/evidence.case", all_findings_of);
}
TEST(Golden, Parity) {
  testing::run_cases("golden/check/parity.case", parity_findings_of);
}
TEST(Golden, ParityNumber) {
  testing::run_cases("golden/check/parity_number.case", parity_findings_of);
}
TEST(Golden, Terms) {
  testing::run_cases("golden/check/terms.case", all_findings_of);
}
TEST(Golden, Suppress) {
  testing::run_cases("golden/check/suppress.case", all_findings_of);
}
TEST(Golden, References) {
  testing::run_cases("golden/check/references.case", all_findings_of);
}

}  // namespace
}  // namespace bifolio::check
