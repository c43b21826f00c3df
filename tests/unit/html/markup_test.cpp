#include "html/markup.h"

#include <gtest/gtest.h>

namespace bifolio::html {
namespace {

std::string as_text(std::string_view text) {
  std::string out;
  append_text(out, text);
  return out;
}

TEST(Markup, EscapesWhatWouldBeMarkup) {
  EXPECT_EQ(as_text("a < b && \"c\" > 'd'"), "a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd'");
  EXPECT_EQ(as_text("</script><!--"), "&lt;/script&gt;&lt;!--");
}

TEST(Markup, ReplacesCharactersThatHtmlCannotHold) {
  EXPECT_EQ(as_text(std::string("a\0b\x01"
                                "c\x7F",
                                6)),
            "a\uFFFDb\uFFFDc\uFFFD");
  EXPECT_EQ(as_text("a\xC2\x85z"), "a\uFFFDz");
  EXPECT_EQ(as_text("a\xEF\xBF\xBFz"), "a\uFFFDz");
  EXPECT_EQ(as_text("tab\tline\n中文，“引号”"), "tab\tline\n中文，“引号”");
}

TEST(Markup, AttributesCannotBeLeft) {
  std::string out;
  append_attribute(out, "title", "x\" onclick=\"alert(1)");
  EXPECT_EQ(out, " title=\"x&quot; onclick=&quot;alert(1)\"");
}

TEST(Markup, IdsHoldNoWhiteSpace) {
  EXPECT_EQ(as_id("a b\tc"), "a-b-c");
  EXPECT_EQ(as_id(""), "-");
  EXPECT_EQ(fragment("a b%#中"), "#a-b%25%23中");
}

TEST(SafeUrl, LetsWebAddressesThrough) {
  EXPECT_EQ(safe_url("https://doi.org/10.1000/x?y=1#z"), "https://doi.org/10.1000/x?y=1#z");
  EXPECT_EQ(safe_url("HTTP://example.org/中文"), "HTTP://example.org/中文");
  EXPECT_EQ(safe_url("mailto:a@example.org"), "mailto:a@example.org");
  EXPECT_EQ(safe_url("../en/a.html#b"), "../en/a.html#b");
  EXPECT_EQ(safe_url("https://[::1]/a"), "https://[::1]/a");
}

TEST(SafeUrl, EncodesWhatUrlsCannotHold) {
  EXPECT_EQ(safe_url("https://e.org/a b\"c<d>|e\\f`{g}^"), "https://e.org/a%20b%22c%3Cd%3E%7Ce%5Cf%60%7Bg%7D%5E");
  EXPECT_EQ(safe_url("https://e.org/100%"), "https://e.org/100%25");
  EXPECT_EQ(safe_url("https://e.org/a[1]#b[2]#c"), "https://e.org/a%5B1%5D#b%5B2%5D%23c");
}

TEST(SafeUrl, RefusesWhatWouldRunOrMislead) {
  for (const char* url :
       {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)", "\tjavascript:x",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//example.org/x", "\\\\example.org", "/\\example.org",
        "https:/example.org", "https://", "https:///x", "blob:x", ""}) {
    EXPECT_EQ(safe_url(url), std::nullopt) << url;
  }
}

TEST(SafeUrl, AColonInAPathIsNoScheme) {
  EXPECT_EQ(safe_url("a/b:c"), "a/b:c");
  EXPECT_EQ(safe_url("中文：x"), "中文：x");
}

TEST(PathUrl, HidesCharactersWithAMeaning) {
  EXPECT_EQ(path_url("zh-Hans/a b#c?d:e.html"), "zh-Hans/a%20b%23c%3Fd%3Ae.html");
}

}  // namespace
}  // namespace bifolio::html
