// The door: a style by name, a library, clusters → what is printed.
#include <gtest/gtest.h>

#include "cite/cite.h"

namespace bifolio::cite {
namespace {

Name person(std::string family, std::string given) {
  Name name;
  name.family = std::move(family);
  name.given = std::move(given);
  return name;
}

Reference article(std::string key, std::string title, std::vector<Name> authors, std::string language) {
  Reference reference;
  reference.key = std::move(key);
  reference.type = "article-journal";
  reference.fields["title"] = {std::move(title)};
  reference.fields["container-title"] = {"Nature"};
  reference.fields["volume"] = {"3"};
  reference.fields["page"] = {"10-12"};
  reference.fields["DOI"] = {"10.1000/x"};
  if (!language.empty()) reference.fields["language"] = {std::move(language)};
  reference.names["author"].names = std::move(authors);
  reference.dates["issued"].parts = {{2021, 0, 0}};
  return reference;
}

Library two_works() {
  Library library;
  library.references.push_back(
      article("a", "On motor neurons",
              {person("Smith", "Jane"), person("Doe", "John"), person("Roe", "Al"), person("Poe", "Ed")}, ""));
  library.references.push_back(
      article("b", "渐冻症研究", {person("张", "三"), person("李", "四"), person("王", "五"), person("赵", "六")}, ""));
  return library;
}

Cluster cluster(std::vector<std::size_t> references) {
  Cluster out;
  for (const std::size_t reference : references) {
    CitedItem item;
    item.reference = reference;
    out.items.push_back(std::move(item));
  }
  return out;
}

const RichText* find_variable(const RichText& text, std::string_view variable) {
  if (text.variable == variable) return &text;
  for (const RichText& child : text.children) {
    if (const RichText* found = find_variable(child, variable)) return found;
  }
  return nullptr;
}

TEST(Print, NumericStyleNumbersWorksInOrderOfFirstCitation) {
  const auto style = load_style("american-medical-association");
  ASSERT_TRUE(style);
  Findings findings;
  const std::vector<Cluster> clusters = {cluster({1}), cluster({0, 1})};
  const Printed printed = print(**style, two_works(), clusters, {"en-US"}, findings);
  ASSERT_EQ(printed.clusters.size(), 2u);
  EXPECT_EQ(plain_text(printed.clusters[0]), "1");
  ASSERT_EQ(printed.bibliography.size(), 2u);
  EXPECT_EQ(printed.bibliography[0].reference, 1u);
  EXPECT_EQ(printed.bibliography[0].number, "1.");
  EXPECT_TRUE(printed.is_numeric);
}

TEST(Print, IdentifiersAreLinks) {
  const auto style = load_style("american-medical-association");
  ASSERT_TRUE(style);
  Findings findings;
  const std::vector<Cluster> clusters = {cluster({0})};
  const Printed printed = print(**style, two_works(), clusters, {"en-US"}, findings);
  const RichText* doi = find_variable(printed.bibliography[0].text, "DOI");
  ASSERT_TRUE(doi);
  EXPECT_EQ(doi->url, "https://doi.org/10.1000/x");
}

TEST(Print, EachEntrySpeaksItsOwnLanguage) {
  const auto style = load_style("china-national-standard-gb-t-7714-2015-numeric");
  ASSERT_TRUE(style);
  Findings findings;
  const std::vector<Cluster> clusters = {cluster({0, 1})};
  const Printed printed = print(**style, two_works(), clusters, {"zh-CN"}, findings);
  EXPECT_NE(plain_text(printed.bibliography[0].text).find("et al"), std::string::npos);
  EXPECT_NE(plain_text(printed.bibliography[1].text).find("等"), std::string::npos);
}

TEST(LoadStyle, UnknownNameSuggestsTheNearest) {
  const auto style = load_style("american-medical-asociation");
  ASSERT_FALSE(style);
  EXPECT_EQ(style.error().rule->id, "cite-style-unknown");
  EXPECT_NE(message(style.error(), UiLanguage::en).find("“american-medical-association”"), std::string::npos);
}

TEST(LoadStyle, DependentStyleIsFollowed) {
  EXPECT_TRUE(load_style("nature-medicine"));
}

TEST(ReadStyle, FaultNamesLineAndColumn) {
  const auto style = read_style(
      "<style xmlns='http://purl.org/net/xbiblio/csl' class='note'>\n  <citation><layout>\n    <text macro='none'/>"
      "</layout></citation></style>",
      "mine");
  ASSERT_FALSE(style);
  EXPECT_NE(message(style.error(), UiLanguage::en).find("line 3, column 5: there is no macro \"none\""),
            std::string::npos);
}

}  // namespace
}  // namespace bifolio::cite
