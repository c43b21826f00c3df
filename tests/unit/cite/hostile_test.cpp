// Styles and libraries that nobody would write in good faith.
#include <gtest/gtest.h>

#include <filesystem>

#include "cite/cite.h"
#include "support/booklet.h"

namespace bifolio::cite {
namespace {

std::string style_of(std::string_view macros, std::string_view layout) {
  return "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='in-text'>" + std::string(macros) +
         "<citation><layout>" + std::string(layout) + "</layout></citation><bibliography><layout>" +
         std::string(layout) + "</layout></bibliography></style>";
}

std::string fault_of(std::string_view text) {
  const auto style = read_style(text, "test");
  return style ? "no fault" : message(style.error(), UiLanguage::en);
}

Printed print_with(const std::string& style_text, const Library& library) {
  const auto style = read_style(style_text, "test");
  EXPECT_TRUE(style) << fault_of(style_text);
  Options options{"en"};
  for (std::size_t i = 0; i < library.references.size(); ++i) options.uncited.push_back(i);
  Findings findings;
  return print(**style, library, {}, options, findings);
}

Reference titled(std::string title) {
  Reference reference;
  reference.key = "a";
  reference.type = "book";
  reference.fields["title"] = {std::move(title)};
  return reference;
}

TEST(HostileStyle, FaultsHaveAPlace) {
  EXPECT_EQ(fault_of("<style>"),
            "The citation style “test” is faulty at line 1, column 8: Premature end of data in tag style "
            "line 1. Repair it there, or use another style.");
  EXPECT_NE(fault_of(style_of("", "<tetx variable='title'/>")).find("<tetx> is unknown here"), std::string::npos);
  EXPECT_NE(fault_of(style_of("", "<text variable='title' font-style='slanted'/>")).find("\"slanted\" is no value"),
            std::string::npos);
  EXPECT_NE(fault_of(style_of("<macro name='a'><text macro='b'/></macro><macro name='b'><text macro='a'/></macro>",
                              "<text macro='a'/>"))
                .find("calls itself"),
            std::string::npos);
  EXPECT_NE(fault_of("<style xmlns='x'/>").find("<citation>"), std::string::npos);
  EXPECT_NE(fault_of("<html/>").find("no <style>"), std::string::npos);
}

TEST(HostileStyle, EntitiesAreRefused) {
  EXPECT_NE(
      fault_of("<!DOCTYPE style [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>" + style_of("", "<text value='&b;'/>")),
      "no fault");
  EXPECT_NE(
      fault_of("<!DOCTYPE style [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + style_of("", "<text value='&a;'/>")),
      "no fault");
}

TEST(HostileStyle, MacrosThatMultiplyAreCutOff) {
  std::string macros = "<macro name='m0'><text value='x'/></macro>";
  for (int i = 1; i < 40; ++i) {
    const std::string inner = "<text macro='m" + std::to_string(i - 1) + "'/>";
    macros += "<macro name='m" + std::to_string(i) + "'>" + inner + inner + "</macro>";
  }
  const Printed printed = print_with(style_of(macros, "<text macro='m39'/>"), {{titled("T")}});
  EXPECT_LT(plain_text(printed.bibliography.at(0).text).size(), 1'000'000u);
}

TEST(HostileStyle, DependentLoopIsNamed) {
  const testing::TemporaryFolder folder;
  const auto dependent = [&](const std::string& name, const std::string& parent) {
    folder.write(
        name + ".csl",
        "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='in-text'><info><link href='http://x/" +
            parent + "' rel='independent-parent'/></info></style>");
  };
  dependent("one", "two");
  dependent("two", "one");
  StyleFolders folders;
  folders.styles = {folder.path().string()};
  const auto style = load_style("one", folders);
  ASSERT_FALSE(style);
  EXPECT_EQ(style.error().rule->id, "cite-style-loop");
}

TEST(HostileStyle, NamesOfStylesDoNotLeaveTheFolder) {
  EXPECT_FALSE(load_style(""));
  EXPECT_FALSE(load_style(std::string(100'000, 'a')));
  EXPECT_FALSE(load_style("../../../../etc/passwd"));
}

TEST(HostileLibrary, LongTitlesPrintInLinearTime) {
  std::string title;
  while (title.size() < 1'000'000) title += "<i>\"a' “b” & </b> <span class=\"nocase\">";
  const Printed printed = print_with(
      style_of("", "<text variable='title' text-case='title' quotes='true' suffix='.'/>"), {{titled(title)}});
  EXPECT_GT(plain_text(printed.bibliography.at(0).text).size(), 100'000u);
}

TEST(HostileLibrary, NonsenseIsPrintedOrLeftOut) {
  Reference reference = titled("");
  reference.type = "no such type";
  reference.dates["issued"].parts = {{-2147483647 - 1, 99, -7}, {2147483647, 13, 32}};
  reference.dates["accessed"].raw = "////";
  reference.fields["volume"] = {"99999999999999999999999"};
  reference.fields["page"] = {"-–,&-"};
  reference.names["author"].names = {Name{}, Name{}};
  const auto style = load_style("apa");
  ASSERT_TRUE(style);
  Options options{"en"};
  options.uncited = {0, 7};
  Cluster cluster;
  cluster.items.resize(2);
  cluster.items[1].reference = 12345;
  Findings findings;
  const std::vector<Cluster> clusters = {cluster, Cluster{}};
  const Printed printed = print(**style, {{reference}}, clusters, options, findings);
  EXPECT_EQ(printed.clusters.size(), 2u);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule->id, "cite-item-type");
}

TEST(HostileLibrary, AHundredThousandWorksThatReadAlike) {
  Library library;
  for (int i = 0; i < 100'000; ++i) {
    library.references.push_back(titled("T"));
    library.references.back().key = std::to_string(i);
    Name name;
    name.family = "Doe";
    name.given = "Jo";
    library.references.back().names["author"].names = {name, name, name, name};
    library.references.back().dates["issued"].parts = {{2001, 0, 0}};
  }
  const auto style = load_style("apa");
  ASSERT_TRUE(style);
  Options options{"en"};
  for (std::size_t i = 0; i < library.references.size(); ++i) options.uncited.push_back(i);
  Findings findings;
  EXPECT_EQ(print(**style, library, {}, options, findings).bibliography.size(), 100'000u);
}

}  // namespace
}  // namespace bifolio::cite
