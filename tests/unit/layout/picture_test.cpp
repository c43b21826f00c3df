#include "layout/picture.h"

#include <gtest/gtest.h>

#include <string>

namespace bifolio::layout {
namespace {

TEST(PictureSize, OfAPng) {
  const std::string png("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\x2c\0\0\0\x64\x08\x02\0\0\0", 29);
  const auto size = picture_size(png);
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 300);
  EXPECT_EQ(size->height, 100);
}

TEST(PictureSize, OfAJpegPastItsOtherSegments) {
  const std::string jpeg("\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08\0\x64\1\x2c\3\1\x22\0\2", 22);
  const auto size = picture_size(jpeg);
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 300);
  EXPECT_EQ(size->height, 100);
}

TEST(PictureSize, NothingForBrokenFiles) {
  EXPECT_FALSE(picture_size(""));
  EXPECT_FALSE(picture_size("GIF89a"));
  EXPECT_FALSE(picture_size("\x89PNG\r\n\x1a\n"));
  EXPECT_FALSE(picture_size(std::string("\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0\0", 13)));
}

}  // namespace
}  // namespace bifolio::layout
