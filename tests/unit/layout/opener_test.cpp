// The page that opens a chapter and the alert on it.
#include <gtest/gtest.h>

#include "layout/layout.h"
#include "support/laid_sketch.h"

namespace bifolio::layout {
namespace {

using testing::lay_sketch;
using testing::page_of;

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

/// An opener with a summary and an alert of about so many characters.
std::string opener(int summary, int alert) {
  return "language: zh-Hans\n\n@ 第一阶段 | 读懂机制、靶点与量尺 | 摘首，" + repeated("摘要的话，", summary / 5) +
         "完了。\n!note 首句，" + repeated("提醒的话，", alert / 5) + "末句。\n# 1.1 甲\n正文。\n";
}

TEST(Opener, KeepsItsAlertOnItsPage) {
  for (const char* edition : {"pdf", "large", "screen", "phone"}) {
    SCOPED_TRACE(edition);
    const PagedDocument document = lay_sketch(opener(70, 65), edition);
    const std::size_t page = page_of(document, "摘首");
    EXPECT_GT(page, 0u);
    EXPECT_EQ(page_of(document, "首句"), page);
    EXPECT_EQ(page_of(document, "末句"), page);
  }
}

TEST(Opener, PutsAnAlertWithoutRoomOverleafWhole) {
  for (const char* edition : {"large", "screen", "phone"}) {
    SCOPED_TRACE(edition);
    const PagedDocument document = lay_sketch(opener(110, 250), edition);
    const std::size_t page = page_of(document, "摘首");
    EXPECT_EQ(page_of(document, "首句"), page + 1);
    EXPECT_EQ(page_of(document, "末句"), page + 1);
  }
}

}  // namespace
}  // namespace bifolio::layout
