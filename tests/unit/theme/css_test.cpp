#include "theme/css.h"

#include <gtest/gtest.h>

#include "theme/rules.h"

namespace bifolio::theme {
namespace {

struct Read {
  std::vector<StyleRule> rules;
  std::vector<std::string> faults;  ///< the text of each reported place
};

Read read(std::string_view css) {
  Findings findings;
  Read result = {read_css(css, FileId{0}, findings), {}};
  for (const Finding& finding : findings.all()) {
    EXPECT_EQ(finding.rule, &theme_syntax);
    result.faults.emplace_back(css.substr(finding.span.begin, finding.span.size()));
  }
  return result;
}

std::string dump(const StyleRule& rule) {
  std::string out = rule.media == Media::light      ? ""
                    : rule.media == Media::dark     ? "dark "
                    : rule.media == Media::contrast ? "contrast "
                                                    : "both ";
  for (const auto& selector : rule.selectors) out += "[" + selector.edition + "|" + selector.language + "] ";
  for (const auto& declaration : rule.declarations) out += declaration.name + "=" + declaration.value + ";";
  return out;
}

TEST(Css, ReadsRootEditionAndLanguage) {
  const auto [rules, faults] = read(":root{--a:1}:root[data-edition=\"pdf\"]:lang(zh), :root:lang(en) { --b: 2 ; }");
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(dump(rules[0]), "[|] --a=1;");
  EXPECT_EQ(dump(rules[1]), "[pdf|zh] [|en] --b=2;");
  EXPECT_TRUE(faults.empty());
}

TEST(Css, SaysWhichLineItSkipped) {
  Findings findings;
  read_css("/* a comment\n of two lines */\nbody { color: black }\n:root { --a: 1 }\n", FileId{0}, findings);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(message(findings.all()[0], UiLanguage::en),
            "Line 3 of tokens.css holds CSS that this file may not hold, and it was skipped. Write `--name: value;` "
            "inside `:root { … }`; other rules belong in screen.css.");
}

TEST(Css, ReadsMediaBlocks) {
  const auto [rules, faults] = read(
      "@media (prefers-color-scheme: dark) { :root { --a: 1 } }\n"
      "@media\n(prefers-contrast: more) { :root { --a: 2 } }\n"
      "@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { --a: 3 } }");
  ASSERT_EQ(rules.size(), 3u);
  EXPECT_EQ(dump(rules[0]), "dark [|] --a=1;");
  EXPECT_EQ(dump(rules[1]), "contrast [|] --a=2;");
  EXPECT_EQ(dump(rules[2]), "both [|] --a=3;");
  EXPECT_TRUE(faults.empty());
}

TEST(Css, KeepsStringsWhole) {
  const auto [rules, faults] = read(":root { --a: \"x; } /* y */\", 'z'; --b: 1 /* c */ }");
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(dump(rules[0]), "[|] --a=\"x; } /* y */\", 'z';--b=1;");
}

TEST(Css, SkipsAByteOrderMark) {
  EXPECT_TRUE(read("\xEF\xBB\xBF:root { --a: 1 }").faults.empty());
}

TEST(Css, ReportsWhatItDoesNotKnowAndReadsOn) {
  const auto [rules, faults] = read(
      "@import 'x.css';\n"
      "body { color: red }\n"
      "@media print { :root { --a: 0 } }\n"
      ":root { color: red; --b: var(--c); --: 1; --empty: ; --d { --e: 1 } --f: 2 }\n"
      "} :root { --g: 3 }");
  ASSERT_EQ(rules.size(), 2u);
  EXPECT_EQ(dump(rules[0]), "[|] --f=2;");
  EXPECT_EQ(dump(rules[1]), "[|] --g=3;");
  EXPECT_EQ(faults, (std::vector<std::string>{"@import 'x.css'", "body ", "@media print ", "color: red",
                                              "--b: var(--c)", "--: 1", "--empty:", "--d", "}"}));
}

TEST(Css, ReportsABlockThatNeverCloses) {
  const auto [rules, faults] = read("@media (prefers-contrast: more) { :root { --a: 1");
  ASSERT_EQ(rules.size(), 1u);
  EXPECT_EQ(faults.size(), 2u);
}

TEST(Css, ReportsATokenGivenTwiceInOneRule) {
  Findings findings;
  read_css(":root { --a: 1; --a: 2 } :root { --a: 3 }", FileId{0}, findings);
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule, &theme_token_twice);
}

TEST(Css, EndsOnAnyBytes) {
  for (const char* css :
       {"", "{", "}", ";", "/*", "\"", ":root", ":root{", ":root{--", "@media{", "{{{{", "}}}}", ":root{{{"}) {
    read(css);
  }
}

}  // namespace
}  // namespace bifolio::theme
