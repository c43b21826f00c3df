// Works in several languages in one list.
#include "cite/bilingual.h"

#include <gtest/gtest.h>

#include "cite/cite.h"

namespace bifolio::cite {
namespace {

TEST(Language, LibrariesWriteItInManyWays) {
  for (const char* given : {"zh", "zh_CN", "zh-CN", "zh-Hans", "中文", "Chinese", "chi", "ZH"}) {
    EXPECT_EQ(normalize_language(given), "zh-CN") << given;
  }
  for (const char* given : {"en", "en-US", "eng", "English", "english", "en_us"}) {
    EXPECT_EQ(normalize_language(given), "en-US") << given;
  }
  EXPECT_EQ(normalize_language("en-GB"), "en-GB");
  EXPECT_EQ(normalize_language("de"), "de-DE");
  EXPECT_EQ(normalize_language(""), "");
  EXPECT_EQ(normalize_language("!?"), "");
}

constexpr std::string_view kStyle = R"(<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<citation et-al-min="3" et-al-use-first="1"><layout delimiter="; "><group delimiter=", ">
  <names variable="author"><name form="short" and="text"/></names>
  <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></group></layout></citation>
<bibliography et-al-min="3" et-al-use-first="1"><sort><key variable="author"/></sort>
<layout locale="ja"><text value="JA "/><text variable="title"/></layout>
<layout suffix="."><names variable="author"><name and="text"/></names><text variable="title" prefix=". " quotes="true"/></layout></bibliography></style>)";

Name person(std::string family, std::string given) {
  Name name;
  name.family = std::move(family);
  name.given = std::move(given);
  return name;
}

Reference work(std::string key, std::string title, std::vector<Name> authors, std::string language) {
  Reference reference;
  reference.key = std::move(key);
  reference.type = "book";
  reference.fields["title"] = {std::move(title)};
  if (!language.empty()) reference.fields["language"] = {std::move(language)};
  reference.names["author"].names = std::move(authors);
  return reference;
}

struct Result {
  Printed printed;
  Findings findings;
  std::string entries() const {
    std::string out;
    for (const Entry& entry : printed.bibliography) out += plain_text(entry.text) + "\n";
    return out;
  }
};

Result print_all(const Library& library, Options options, std::vector<Cluster> clusters = {}) {
  const auto style = read_style(kStyle, "test");
  EXPECT_TRUE(style) << message(style.error(), UiLanguage::en);
  if (options.uncited.empty()) {
    for (std::size_t i = 0; i < library.references.size(); ++i) options.uncited.push_back(i);
  }
  Result result;
  result.printed = print(**style, library, clusters, options, result.findings);
  return result;
}

const std::vector<Name> kChinese = {person("张", "三"), person("李", "四"), person("王", "五")};
const std::vector<Name> kEnglish = {person("Miller", "Tim"), person("Shaw", "Pam"), person("Roe", "Al")};

TEST(Bilingual, EachEntryHasItsOwnTerms) {
  const Library library{{work("a", "Trial", kEnglish, "en"), work("b", "试验", kChinese, "zh")}};
  EXPECT_EQ(print_all(library, {"en"}).entries(), "Tim Miller et al. “Trial.”\n张三等. 《试验》.\n");
  // Readers of Chinese expect Chinese works before others.
  EXPECT_EQ(print_all(library, {"zh-Hans"}).entries(), "张三等. 《试验》.\nTim Miller et al. “Trial.”\n");
}

TEST(Bilingual, SwitchedOffAllIsInTheLanguageOfTheBook) {
  const Library library{{work("a", "Trial", kEnglish, "en"), work("b", "试验", kChinese, "zh")}};
  Options options{"en"};
  options.is_bilingual = false;
  EXPECT_EQ(print_all(library, options).entries(), "Tim Miller et al. “Trial.”\n张三 et al. “试验.”\n");
}

TEST(Bilingual, ScriptDecidesWhereTheLibraryIsSilentAndIsReportedOnce) {
  const Library library{{work("a", "试验", kChinese, ""), work("b", "研究", kChinese, "")}};
  const Result result = print_all(library, {"en"});
  EXPECT_EQ(result.entries(), "张三等. 《试验》.\n张三等. 《研究》.\n");
  ASSERT_EQ(result.findings.all().size(), 1u);
  EXPECT_EQ(result.findings.all()[0].rule->id, "cite-language-guessed");
  EXPECT_TRUE(print_all(library, {"zh"}).findings.is_empty());
}

TEST(Bilingual, ChineseWorksStandApartWhereAsked) {
  const Library library{{work("a", "Trial", {person("Adams", "Al")}, "en"),
                         work("b", "试验", {person("张", "三")}, "zh"),
                         work("c", "Yield", {person("Young", "Ed")}, "en")}};
  Options options{"en"};
  options.chinese_works = ChineseWorks::first;
  EXPECT_EQ(print_all(library, options).entries(), "张三. 《试验》.\nAl Adams. “Trial.”\nEd Young. “Yield.”\n");
}

TEST(Bilingual, OneWorkInTwoLanguagesIsOneEntry) {
  Library library{{work("a", "试验", {person("张", "三")}, "zh"), work("b", "Trial", {person("Zhang", "San")}, "en")}};
  library.references[0].fields["translation"] = {"b"};
  Options options{"zh"};
  options.uncited = {0};
  const Result result = print_all(library, options);
  ASSERT_EQ(result.printed.bibliography.size(), 1u);
  const RichText& text = result.printed.bibliography[0].text;
  ASSERT_EQ(text.children.size(), 2u);
  EXPECT_EQ(plain_text(text.children[0]), "张三. 《试验》.");
  EXPECT_EQ(plain_text(text.children[1]), "San Zhang. “Trial.”");
  EXPECT_EQ(text.children[1].language, "en");
  EXPECT_EQ(text.children[1].style.display, RichStyle::Display::block);
}

TEST(Bilingual, DatesTakeTheOrderOfTheEntry) {
  constexpr std::string_view kDates = R"csl(<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout><date variable="issued" prefix="(" suffix=")"><date-part name="month" suffix=" "/>
<date-part name="day" suffix=", "/><date-part name="year"/></date></layout></bibliography></style>)csl";
  Library library{{work("a", "试验", kChinese, "zh"), work("b", "Trial", kEnglish, "en"),
                   work("c", "Prova", kEnglish, "it")}};
  library.references[0].dates["issued"].parts = {{2024, 10, 8}, {2024, 11, 3}};
  library.references[2].dates["issued"].parts = {{2024, 1, 4}};
  library.references[1].dates["issued"].parts = {{2024, 10, 8}};
  const auto style = read_style(kDates, "test");
  ASSERT_TRUE(style);
  const auto entries = [&](Options options) {
    options.uncited = {0, 1, 2};
    Findings findings;
    std::string out;
    for (const Entry& entry : print(**style, library, {}, options, findings).bibliography)
      out += plain_text(entry.text);
    return out;
  };
  EXPECT_EQ(entries({"en"}), "(2024年10月8日–11月3日)(October 8, 2024)(4 gennaio 2024)");
  // A list in one language follows the style to the letter.
  EXPECT_EQ(entries({.language = "zh", .is_bilingual = false}), "(十月 8–十一月 3, 2024)(十月 8, 2024)(一月 4, 2024)");
}

TEST(Bilingual, LayoutOfALanguageServesItsWorks) {
  const Library library{{work("a", "試験", kChinese, "ja"), work("b", "Trial", kEnglish, "en")}};
  EXPECT_NE(print_all(library, {"en"}).entries().find("JA 試験"), std::string::npos);
}

TEST(Bilingual, QuotesInsideAChineseTitleStayQuotes) {
  const Library library{{work("a", "用“工厂故事”看懂ALS", {person("张", "三")}, "zh")}};
  EXPECT_EQ(print_all(library, {"zh"}).entries(), "张三. 《用“工厂故事”看懂ALS》.\n");
}

TEST(Bilingual, LocatorSpeaksTheLanguageOfTheText) {
  const Library library{{work("a", "试验", kChinese, "zh")}};
  Cluster cluster;
  cluster.items.push_back({});
  cluster.items[0].locator_label = "page";
  cluster.items[0].locator = "3";
  EXPECT_EQ(plain_text(print_all(library, {"en"}, {cluster}).printed.clusters[0]), "张等, p. 3");
}

TEST(Narrative, AuthorStandsInTheSentence) {
  const Library library{{work("a", "Trial", {person("Miller", "Tim"), person("Shaw", "Pam")}, "en")}};
  Cluster cluster;
  cluster.items.push_back({});
  cluster.is_narrative = true;
  const auto style = load_style("american-medical-association");
  ASSERT_TRUE(style);
  Findings findings;
  const std::vector<Cluster> clusters = {cluster};
  EXPECT_EQ(plain_text(print(**style, library, clusters, {"en"}, findings).clusters[0]), "Miller and Shaw1");
  const auto apa = load_style("apa");
  ASSERT_TRUE(apa);
  EXPECT_EQ(plain_text(print(**apa, library, clusters, {"en"}, findings).clusters[0]), "Miller & Shaw (n.d.)");
}

}  // namespace
}  // namespace bifolio::cite
