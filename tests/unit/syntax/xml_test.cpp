#include "syntax/xml.h"

#include <gtest/gtest.h>

namespace bifolio::syntax {
namespace {

std::optional<XmlNode> read(std::string_view text, Findings& findings) {
  return parse_xml({text, FileId{0}}, findings);
}

TEST(Xml, EveryElementAndAttributeKnowsItsPlace) {
  Findings findings;
  const std::string text = "<a>\n  <é b='1'\n   c = \"&lt;x\"/>text</a>";
  const auto root = read(text, findings);
  ASSERT_TRUE(root);
  const XmlNode* child = root->child("é");
  ASSERT_TRUE(child);
  EXPECT_EQ(child->line, 2u);
  EXPECT_EQ(child->column, 3u);
  EXPECT_EQ(child->attribute("c"), "<x");
  const Span span = child->find("c")->span;
  EXPECT_EQ(text.substr(span.begin, span.size()), "c = \"&lt;x\"");
  EXPECT_EQ(root->content(), "\n  text");
}

TEST(Xml, FaultNamesLineAndColumn) {
  Findings findings;
  EXPECT_FALSE(read("<a>\n<b></a>", findings));
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule->id, "syntax-xml");
  EXPECT_NE(message(findings.all()[0], UiLanguage::en).find("line 2"), std::string::npos);
}

TEST(Xml, EntityBombIsRefused) {
  Findings findings;
  EXPECT_FALSE(read("<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>", findings));
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule->id, "syntax-xml-entity");
}

TEST(Xml, ExternalEntityIsRefused) {
  Findings findings;
  EXPECT_FALSE(read("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", findings));
  ASSERT_EQ(findings.all().size(), 1u);
  EXPECT_EQ(findings.all()[0].rule->id, "syntax-xml-entity");
}

TEST(Xml, TooDeepIsReportedNotFollowed) {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "<a>";
  Findings findings;
  EXPECT_FALSE(read(text, findings));
  EXPECT_EQ(findings.all().size(), 1u);
}

TEST(Xml, EmptyTextIsAFault) {
  Findings findings;
  EXPECT_FALSE(read("", findings));
  EXPECT_EQ(findings.all().size(), 1u);
}

}  // namespace
}  // namespace bifolio::syntax
