#include "theme/theme.h"

#include <gtest/gtest.h>

#include "theme/rules.h"

namespace bifolio::theme {
namespace {

Theme theme_of(std::string css, Findings& findings) {
  return Theme::read(source::SourceSet({{"tokens.css", std::move(css)}, {"screen.css", "body{}"}}), findings);
}

TEST(Theme, TakesTheMostSpecificValue) {
  Findings findings;
  const Theme theme = theme_of(
      ":root { --a: root; --b: root; --c: root; --d: root }"
      ":root:lang(zh) { --b: zh; --c: zh; --d: zh }"
      ":root[data-edition=\"large\"] { --c: large; --d: large }"
      ":root[data-edition=\"large\"]:lang(zh) { --d: large-zh }",
      findings);
  const Context large_zh = {"large", "zh-Hans"};
  EXPECT_EQ(theme.value("--a", large_zh), "root");
  EXPECT_EQ(theme.value("--b", large_zh), "zh");
  EXPECT_EQ(theme.value("--c", large_zh), "large");
  EXPECT_EQ(theme.value("--d", large_zh), "large-zh");
  EXPECT_EQ(theme.value("--d", {"large", "en"}), "large");
  EXPECT_EQ(theme.value("--d", {"", "en"}), "root");
  EXPECT_EQ(theme.value("--missing"), "");
}

TEST(Theme, MediaFallBackAsInCss) {
  Findings findings;
  const Theme theme = theme_of(
      ":root { --a: #000001; --b: #000001; --c: #000001 }"
      "@media (prefers-color-scheme: dark) { :root { --a: #000002; --b: #000002 } }"
      "@media (prefers-contrast: more) { :root { --a: #000003 } }",
      findings);
  const Context both = {"", "", Media::contrast_dark};
  EXPECT_EQ(theme.color("--a", both), (Color{0, 0, 3}));
  EXPECT_EQ(theme.color("--b", both), (Color{0, 0, 2}));
  EXPECT_EQ(theme.color("--c", both), (Color{0, 0, 1}));
  EXPECT_EQ(theme.color("--a"), (Color{0, 0, 1}));
}

TEST(Theme, ReportsWhatAThemeMustSay) {
  Findings findings;
  theme_of(":root { --paper: white } :root[data-edition=\"pdf\"] { --page-width: 10pt }", findings);
  std::vector<std::string> seen;
  for (const Finding& finding : findings.all()) seen.push_back(message(finding, UiLanguage::en));
  EXPECT_EQ(seen[0], "`--paper` should be a colour like `#0B4F75`, but `white` is not.");
  EXPECT_EQ(seen[1], "tokens.css gives no `--quiet`. Add it; the theme “icebreaker” shows how.");
  EXPECT_EQ(seen.back(),
            "tokens.css gives no `--size-micro` for the edition `pdf`. Add it; the theme “icebreaker” shows how.");
}

TEST(Theme, AGroundIsAColourOrNone) {
  Findings findings;
  const Theme theme = theme_of(
      ":root { --table-stripe: transparent } :root[data-edition=\"pdf\"] { --table-stripe: #F2F6F8 }", findings);
  EXPECT_FALSE(theme.ground("--table-stripe").has_value());
  EXPECT_EQ(theme.ground("--table-stripe", {"pdf", "zh"}), (Color{0xF2, 0xF6, 0xF8}));
}

TEST(Theme, ReportsOptionalTokensOnlyWhereTheirValueIsWrong) {
  const auto says = [](const std::string& css, const std::string& words) {
    Findings findings;
    theme_of(css, findings);
    for (const Finding& finding : findings.all()) {
      if (message(finding, UiLanguage::en).find(words) != std::string::npos) return true;
    }
    return false;
  };
  EXPECT_FALSE(says(":root { --paper: #FFFFFF }", "--table-"));
  EXPECT_TRUE(says(":root { --table-stripe: pale }", "`--table-stripe` should be a colour like `#F2F6F8`, or"));
  EXPECT_TRUE(says(":root { --table-row-rule: thin }", "`--table-row-rule` should be a length"));
}

TEST(Theme, LaterRulesWin) {
  Findings findings;
  EXPECT_EQ(theme_of(":root { --a: 1 } :root { --a: 2 }", findings).value("--a"), "2");
}

TEST(Theme, ReportsMissingFiles) {
  Findings findings;
  const Theme theme = Theme::read(source::SourceSet(std::vector<source::SourceFile>{}), findings);
  ASSERT_EQ(findings.all().size(), 2u);
  EXPECT_EQ(findings.all()[0].rule, &theme_file_missing);
  EXPECT_EQ(theme.color("--ink"), Color{});
  EXPECT_GT(theme.size("--size-body").leading, Length{});
}

TEST(Theme, NamesTemplatesByTheirFile) {
  Findings findings;
  const Theme theme =
      Theme::read(source::SourceSet({{"templates/page.mustache", "x"}, {"templates/notes.txt", "y"}}), findings);
  ASSERT_EQ(theme.templates().size(), 1u);
  EXPECT_EQ(theme.templates().begin()->first, "page");
}

}  // namespace
}  // namespace bifolio::theme
