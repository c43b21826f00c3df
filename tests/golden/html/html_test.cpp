// Each case is a small booklet, usually one Markdown file; the expectation is
// what stands in the article of the page named by `page` (default en/a.html),
// then the findings of this stage.
#include "html/html.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "html/site.h"
#include "parse/parse.h"
#include "resolve/resolve.h"
#include "support/golden.h"

namespace bifolio::html {
namespace {

const theme::Theme& bare_theme() {
  static const theme::Theme theme = [] {
    Findings ignored;
    return theme::Theme::read(
        source::SourceSet(std::vector<source::SourceFile>{{"templates/page.mustache", "{{{main}}}"}}), ignored);
  }();
  return theme;
}

Publication publication_of(const testing::Case& one) {
  std::vector<source::SourceFile> files;
  bool has_configuration = false;
  for (const testing::Section& section : one.sections) {
    if (section.name != "input") continue;
    files.push_back({section.argument, section.text});
    has_configuration |= section.argument == "bifolio.toml";
  }
  if (!has_configuration) {
    files.push_back({"bifolio.toml",
                     "[booklet]\nid = \"b\"\nversion = \"1.0.0\"\ndate = \"2025-01-01\"\nlanguages = [\"en\"]\n"
                     "title = { en = \"Booklet\", zh-Hans = \"书\" }\n"
                     "[citations]\nlibrary = [\"library.json\"]\n"});
  }
  Findings ignored;
  return resolve::resolve(parse::parse(source::SourceSet(std::move(files)), ignored), {}, ignored);
}

/// From `<h1>` to the pager; for pages without an article everything.
std::string article(const std::string& page) {
  const std::size_t begin = page.find("</h1>\n");
  const std::size_t end = page.find("</article>");
  if (begin == page.npos || end == page.npos) return page;
  return page.substr(begin + 6, end - begin - 6);
}

std::string print(const testing::Case& one) {
  const Publication publication = publication_of(one);
  std::string wanted(one.text("page"));
  if (wanted.empty()) wanted = "en/a.html\n";
  wanted.pop_back();
  Findings findings;
  std::string out = "no page " + wanted + "\n";
  for (const Artifact& artifact : write_site(publication, bare_theme(), nullptr, {}, {}, findings)) {
    if (artifact.path == wanted) out = article(artifact.bytes);
  }
  for (const Finding& finding : findings.all()) {
    out += std::string(finding.rule->id) + ": " + message(finding, UiLanguage::en) + "\n";
  }
  return out;
}

TEST(GoldenHtml, Inlines) {
  testing::run_cases("golden/html/inlines.case", print);
}
TEST(GoldenHtml, Blocks) {
  testing::run_cases("golden/html/blocks.case", print);
}
TEST(GoldenHtml, Tables) {
  testing::run_cases("golden/html/tables.case", print);
}
TEST(GoldenHtml, Hostile) {
  testing::run_cases("golden/html/hostile.case", print);
}
TEST(GoldenHtml, Languages) {
  testing::run_cases("golden/html/languages.case", print);
}

}  // namespace
}  // namespace bifolio::html
