#include "base/unicode.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace bifolio {
namespace {

TEST(Utf8, RejectsOverlongSurrogatesAndTruncation) {
  EXPECT_EQ(find_invalid_utf8("渐冻症"), std::string_view::npos);
  EXPECT_EQ(find_invalid_utf8("a\xC0\x80"), 1u);
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), 0u);
  EXPECT_EQ(find_invalid_utf8("ab\xE6\xB8"), 2u);
  EXPECT_EQ(find_invalid_utf8("\xF4\x90\x80\x80"), 0u);
}

TEST(Utf8, RoundTripsSupplementaryPlane) {
  EXPECT_EQ(to_utf32("𠀀"), U"\U00020000");
  EXPECT_EQ(to_utf8(U"\U00020000"), "𠀀");
  EXPECT_EQ(count_code_points("a𠀀渐"), 3u);
}

TEST(Unicode, KnowsHanAndChineseMarks) {
  EXPECT_TRUE(is_han(U'症'));
  EXPECT_TRUE(is_han(U'\U00020000'));
  EXPECT_TRUE(is_han(U'〇'));
  EXPECT_FALSE(is_han(U'A'));
  EXPECT_FALSE(is_han(U'。'));
  EXPECT_TRUE(is_cjk_punctuation(U'。'));
  EXPECT_TRUE(is_cjk_punctuation(U'（'));
  EXPECT_TRUE(is_cjk_punctuation(U'“'));
  EXPECT_FALSE(is_cjk_punctuation(U'.'));
}

TEST(Unicode, TerminalColumns) {
  EXPECT_EQ(terminal_width("ALS（渐冻症）"), 3 + 2 + 6 + 2);
  EXPECT_EQ(terminal_width("e\u0301"), 1);
}

TEST(Unicode, FoldsAndStrips) {
  EXPECT_EQ(fold_case("ÄTHER"), "äther");
  EXPECT_EQ(strip_marks("Gisslén"), "Gisslen");
  EXPECT_EQ(normalize_nfc("e\u0301"), "é");
}

TEST(Unicode, BoundariesAreByteOffsets) {
  const auto words = boundaries("渐冻 ok", Boundary::word, "zh");
  EXPECT_EQ(words.back(), std::string("渐冻 ok").size());
  EXPECT_EQ(boundaries("好。Good one.", Boundary::sentence, "en").size(), 2u);
}

TEST(Legacy, DecodesWhatOldProgramsSave) {
  EXPECT_EQ(decode_legacy("\xBD\xA5\xB6\xB3\xD6\xA2", LegacyEncoding::gb18030), "渐冻症");
  EXPECT_EQ(decode_legacy(std::string_view("\x10\x6E", 2), LegacyEncoding::utf16_le), "渐");
  EXPECT_EQ(decode_legacy(std::string_view("\x6E\x10", 2), LegacyEncoding::utf16_be), "渐");
}

TEST(Legacy, RefusesBytesThatDoNotFit) {
  EXPECT_EQ(decode_legacy("caf\xE9 ", LegacyEncoding::gb18030), std::nullopt);
  EXPECT_EQ(decode_legacy(std::string_view("\x00\xD8", 2), LegacyEncoding::utf16_le), std::nullopt);
}

TEST(Collator, OrdersChineseByPinyin) {
  const Collator chinese("zh@collation=pinyin");
  EXPECT_LT(chinese.compare("蔡", "樊"), 0);
  EXPECT_LT(chinese.compare("樊", "张"), 0);
}

}  // namespace
}  // namespace bifolio
