// Every independent style that is installed loads and prints a list of works of
// all types, in English and in Chinese. CSL_STYLES names another folder.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "cite/cite.h"
#include "cite/item.h"

namespace bifolio::cite {
namespace {

StyleFolders folders() {
  StyleFolders folders;
  if (const char* named = std::getenv("CSL_STYLES")) folders.styles = {named};
  return folders;
}

Name person(std::string family, std::string given) {
  Name name;
  name.family = std::move(family);
  name.given = std::move(given);
  return name;
}

void fill(Reference& reference, bool is_chinese, int index) {
  const std::string suffix = " " + std::to_string(index);
  reference.key = "work" + std::to_string(index);
  reference.fields["title"] = {(is_chinese ? "渐冻症的研究" : "A study of motor neuron disease") + suffix};
  reference.fields["container-title"] = {is_chinese ? "中华神经科杂志" : "Annals of Neurology"};
  reference.fields["publisher"] = {is_chinese ? "人民卫生出版社" : "Academic Press"};
  reference.fields["publisher-place"] = {is_chinese ? "北京" : "London"};
  reference.fields["volume"] = {"12"};
  reference.fields["issue"] = {"3"};
  reference.fields["page"] = {"101-110"};
  reference.fields["number"] = {"7"};
  reference.fields["language"] = {is_chinese ? "zh" : "en"};
  reference.fields["title-short"] = {is_chinese ? "渐冻症" : "Motor neuron disease"};
  reference.fields["archive_location"] = {"A 1"};
  reference.fields["genre"] = {"Report"};
  reference.fields["authority"] = {"Ministry"};
  reference.fields["DOI"] = {"10.1000/" + std::to_string(index)};
  reference.fields["URL"] = {"https://example.org/" + std::to_string(index)};
  reference.names["author"].names = is_chinese
                                        ? std::vector{person("张", "三"), person("李", "四")}
                                        : std::vector{person("Miller", "Timothy M."), person("Cudkowicz", "Merit")};
  reference.names["editor"].names = {person("Bruijn", "Lucie")};
  reference.dates["issued"].parts = {{2000 + index % 25, 5, 17}};
  reference.dates["accessed"].parts = {{2025, 9, 8}};
}

/// One work of each type, and a few more in Chinese: fifty.
Library fifty_works() {
  Library library;
  for (int i = 0; i < 50; ++i) {
    Reference reference;
    const auto type = static_cast<ItemType>(i % static_cast<int>(ItemType::none));
    reference.type = name(type);
    fill(reference, i % 3 == 0, i);
    library.references.push_back(std::move(reference));
  }
  return library;
}

std::vector<Cluster> one_for_each(const Library& library) {
  std::vector<Cluster> clusters(library.references.size());
  for (std::size_t i = 0; i < clusters.size(); ++i) {
    CitedItem item;
    item.reference = i;
    clusters[i].items.push_back(std::move(item));
    clusters[i].note_number = static_cast<int>(i) + 1;
  }
  return clusters;
}

/// Words its notes for books, chapters, articles and web pages only, and has no branch for the rest.
constexpr std::string_view kStyleOfFewTypes = "iso690-full-note-sk";

struct Count {
  int styles = 0, empty_entries = 0, without_bibliography = 0;
};

/// Hints (an item that does not say its language) are no faults of a style.
bool has_faults(const Findings& findings) {
  return std::any_of(findings.all().begin(), findings.all().end(),
                     [](const Finding& finding) { return finding.rule->severity > Severity::info; });
}

void print_with(const Style& style, const std::string& name, Count& count) {
  static const Library library = fifty_works();
  static const std::vector<Cluster> clusters = one_for_each(library);
  for (const char* language : {"en-US", "zh-CN"}) {
    Findings findings;
    const Printed printed = print(style, library, clusters, {language}, findings);
    EXPECT_FALSE(has_faults(findings)) << name;
    const bool has_empty =
        std::any_of(printed.clusters.begin(), printed.clusters.end(), [](const RichText& c) { return plain_text(c).empty(); });
    EXPECT_EQ(has_empty, name == kStyleOfFewTypes) << name << " prints a citation without text";
    for (const Entry& entry : printed.bibliography) count.empty_entries += plain_text(entry.text).empty();
    count.without_bibliography += printed.bibliography.empty();
  }
}

/// Styles are dealt to several tests, which may run side by side.
constexpr std::size_t kShares = 6;
class AllStyles : public ::testing::TestWithParam<std::size_t> {};

TEST_P(AllStyles, LoadAndPrintEveryTypeOfWork) {
  const auto locales = open_locales(folders());
  const std::vector<std::string> names = style_names(folders());
  if (names.empty()) GTEST_SKIP() << "no citation styles are installed";
  Count count;
  for (std::size_t i = GetParam(); i < names.size(); i += kShares) {
    const auto style = load_style(names[i], folders(), locales);
    ++count.styles;
    if (style) {
      print_with(**style, names[i], count);
    } else {
      ADD_FAILURE() << names[i] << ": " << message(style.error(), UiLanguage::en);
    }
  }
  std::printf("%d of %zu styles; %d entries without text; %d lists left out\n", count.styles, names.size(),
              count.empty_entries, count.without_bibliography);
  EXPECT_EQ(count.empty_entries, 0);
}

INSTANTIATE_TEST_SUITE_P(Shares, AllStyles, ::testing::Range(std::size_t{0}, kShares));

}  // namespace
}  // namespace bifolio::cite
