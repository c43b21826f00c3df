// The smaller parts: numbers, sizes of pictures, letters of the index, folding.
#include <gtest/gtest.h>

#include "html/alphabet.h"
#include "html/image_size.h"
#include "html/numbers.h"
#include "html/ornament.h"
#include "html/search_fold.h"

namespace bifolio::html {
namespace {

TEST(Decimal, KeepsTwoPlaces) {
  EXPECT_EQ(decimal(12), "12");
  EXPECT_EQ(decimal(0.5), "0.5");
  EXPECT_EQ(decimal(3.256), "3.26");
  EXPECT_EQ(decimal(3.04), "3.04");
  EXPECT_EQ(decimal(-0.25), "-0.25");
  EXPECT_EQ(decimal(-0.001), "0");
}

TEST(FileSize, RoundsAsFileManagersDo) {
  EXPECT_EQ(file_size(1), "1 kB");
  EXPECT_EQ(file_size(320000), "320 kB");
  EXPECT_EQ(file_size(1400000), "1.4 MB");
  EXPECT_EQ(file_size(1960000), "2.0 MB");
}

TEST(ImageSize, ReadsPng) {
  const std::string png("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0", 24);
  const auto size = image_size(png);
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 640u);
  EXPECT_EQ(size->height, 480u);
}

TEST(ImageSize, ReadsJpegPastOtherSegments) {
  const std::string jpeg("\xFF\xD8\xFF\xE0\0\x04xx\xFF\xC0\0\x11\x08\0\x10\0\x20\x03", 19);
  const auto size = image_size(jpeg);
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 32u);
  EXPECT_EQ(size->height, 16u);
}

TEST(ImageSize, IsThatOfAPictureAsItIsShown) {
  const std::string exif("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0", 32);
  const std::string frame("\xFF\xC0\0\x11\x08\0\x10\0\x20\x03", 10);
  const auto size = image_size(std::string("\xFF\xD8\xFF\xE1\0\x22", 6) + exif + frame + "x");
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 16u);
  EXPECT_EQ(size->height, 32u);
}

TEST(ImageSize, BrokenFilesHaveNone) {
  for (const std::string_view bytes :
       {"", "\x89PNG\r\n\x1A\n", "\xFF\xD8\xFF\xE0", "\xFF\xD8\xFF", "GIF8", "RIFF0000WEBPVP8X", "<svg/>"}) {
    EXPECT_FALSE(image_size(bytes)) << bytes.size();
  }
}

TEST(Alphabet, ChineseStandsUnderItsPinyin) {
  const Alphabet alphabet(lang::get("zh-Hans"));
  EXPECT_EQ(alphabet.letter("肌萎缩侧索硬化"), 'J');
  EXPECT_EQ(alphabet.letter("托夫生"), 'T');
  EXPECT_EQ(alphabet.letter("安慰剂"), 'A');
  EXPECT_EQ(alphabet.letter("功能量表"), 'G');
  EXPECT_EQ(alphabet.letter("运动神经元"), 'Y');
  EXPECT_EQ(alphabet.letter("做"), 'Z');
  EXPECT_EQ(alphabet.letter("SOD1"), 'S');
  EXPECT_EQ(alphabet.letter("émigré"), 'E');
  EXPECT_EQ(alphabet.letter("5-HT"), '#');
  EXPECT_EQ(alphabet.letter(""), '#');
}

TEST(SearchFold, ForgetsCaseWidthAndAccents) {
  EXPECT_EQ(fold_for_search("ＡＬＳ Sporadic Ménière 利鲁唑（SOD1）"), "als sporadic meniere 利鲁唑(sod1)");
}

TEST(Ornament, HasALineForEachMonth) {
  Booklet booklet;
  EXPECT_EQ(ornament_lines(booklet), 14);
  booklet.phases.push_back({"a", {}, "2024-08", "2025-03"});
  EXPECT_EQ(ornament_lines(booklet), 10);
  booklet.phases.push_back({"b", {}, "2025-04", "2025-09"});
  EXPECT_EQ(ornament_lines(booklet), 14);
  booklet.phases.push_back({"c", {}, "2001-01", "2025-09"});
  EXPECT_EQ(ornament_lines(booklet), 24);
  booklet.phases = {{"d", {}, "soon", "later"}};
  EXPECT_EQ(ornament_lines(booklet), 14);
}

}  // namespace
}  // namespace bifolio::html
