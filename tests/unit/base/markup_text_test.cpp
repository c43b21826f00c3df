#include "base/markup_text.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(MarkupText, TheFourCharactersBecomeReferences) {
  EXPECT_EQ(escape_markup("a<b> & \"c\" 'd' 渐冻症"), "a&lt;b&gt; &amp; &quot;c&quot; 'd' 渐冻症");
  EXPECT_EQ(escape_markup("&amp;"), "&amp;amp;");
}

TEST(MarkupText, XmlHasNoPlaceForControlCharacters) {
  EXPECT_EQ(escape_xml("a\x01\x1F<\t\n\r"), "a&lt;\t\n");
  EXPECT_EQ(escape_markup("a\x01\r"), "a\x01\r");
}

}  // namespace
}  // namespace bifolio
