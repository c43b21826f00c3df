// Each case is a style, a language and a library in BibLaTeX; `cites` has a
// citation a line: `@key p. 3; @other`, `-@key` without the author, `+@key` in
// the sentence. Without it every work is listed. Expected is what is printed.
#include "cite/cite.h"

#include <gtest/gtest.h>

#include <sstream>

#include "parse/library.h"
#include "support/golden.h"

namespace bifolio::cite {
namespace {

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == text.npos ? "" : text.substr(begin);
}

CitedItem cited(std::string text, const Library& library, Cluster& cluster) {
  CitedItem item;
  text = trimmed(text);
  cluster.is_narrative |= text.starts_with('+');
  item.suppress_author = text.starts_with('-');
  text.erase(0, text.find('@') + 1);
  const std::size_t end = std::min(text.find(' '), text.size());
  const Reference* reference = library.find(text.substr(0, end));
  EXPECT_TRUE(reference) << text;
  item.reference = reference ? static_cast<std::size_t>(reference - library.references.data()) : 0;
  item.locator = trimmed(text.substr(end));
  return item;
}

std::vector<Cluster> clusters_of(std::string_view lines, const Library& library) {
  std::vector<Cluster> clusters;
  std::istringstream text{std::string(lines)};
  for (std::string line; std::getline(text, line);) {
    Cluster& cluster = clusters.emplace_back();
    std::istringstream works(line);
    for (std::string work; std::getline(works, work, ';');) cluster.items.push_back(cited(work, library, cluster));
  }
  return clusters;
}

ChineseWorks place_of(const std::string& name) {
  if (name == "first") return ChineseWorks::first;
  return name == "last" ? ChineseWorks::last : ChineseWorks::among_others;
}

std::string printed(const testing::Case& one) {
  Findings findings;
  Library library;
  parse::read_library("a.bib", one.text("library"), {}, library, findings);
  const auto style = load_style(trimmed(std::string(one.text("style"))));
  if (!style) return message(style.error(), UiLanguage::en) + "\n";
  const std::vector<Cluster> clusters = clusters_of(one.text("cites"), library);
  Options options{.language = trimmed(std::string(one.text("language")))};
  options.chinese_works = place_of(trimmed(std::string(one.text("chinese-works"))));
  for (std::size_t i = 0; clusters.empty() && i < library.references.size(); ++i) options.uncited.push_back(i);
  const Printed result = print(**style, library, clusters, options, findings);
  std::string out;
  for (const RichText& cluster : result.clusters) out += plain_text(cluster) + "\n";
  for (const Entry& entry : result.bibliography) {
    out += trimmed(entry.number + " " + plain_text(entry.text)) + "\n";
  }
  for (const Finding& finding : findings.all())
    out += std::string(finding.rule->id) + ": " + message(finding, UiLanguage::en) + "\n";
  return out;
}

TEST(Golden, Citations) {
  testing::run_cases("golden/cite/citations.case", printed);
}

TEST(Golden, BilingualLists) {
  testing::run_cases("golden/cite/bilingual.case", printed);
}

}  // namespace
}  // namespace bifolio::cite
