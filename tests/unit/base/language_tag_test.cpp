#include "base/language_tag.h"

#include <gtest/gtest.h>

namespace bifolio {
namespace {

TEST(LanguageTag, WellFormed) {
  for (const char* tag : {"en", "zh-Hans", "en-GB", "zh-Hans-CN", "de-1996", "sl-rozaj", "es-419"})
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  for (const char* tag : {"", "e", "english", "zh_CN", "zh-", "-en", "zh-Hans-Hant", "tables", "中文"})
    EXPECT_FALSE(is_language_tag(tag)) << tag;
}

}  // namespace
}  // namespace bifolio
