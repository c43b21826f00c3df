#include "layout/picture.h"
#include "layout/frame.h"

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

/// A JPEG of 300 by 100 pixels with an Exif segment of one entry: the orientation.
std::string jpeg_turned(int orientation, bool is_little) {
  const std::string value(1, static_cast<char>(orientation));
  const std::string entry = is_little ? std::string("\x12\1\3\0\1\0\0\0", 8) + value + std::string("\0\0\0", 3)
                                      : std::string("\1\x12\0\3\0\0\0\1\0", 9) + value + std::string("\0\0", 2);
  const std::string tiff = (is_little ? std::string("II*\0\x8\0\0\0\1\0", 10) : std::string("MM\0*\0\0\0\x8\0\1", 10)) +
                           entry + std::string("\0\0\0\0", 4);
  const std::string exif = std::string("Exif\0\0", 6) + tiff;
  return std::string("\xff\xd8\xff\xe1\0", 5) + static_cast<char>(exif.size() + 2) + exif +
         std::string("\xff\xc0\0\x11\x08\0\x64\1\x2c\3\1\x22\0\2", 14);
}

TEST(PictureSize, OfAPictureOnItsSide) {
  for (const bool is_little : {true, false}) {
    const auto upright = picture_size(jpeg_turned(3, is_little)), turned = picture_size(jpeg_turned(6, is_little));
    ASSERT_TRUE(upright && turned);
    EXPECT_EQ(upright->orientation, 3);
    EXPECT_EQ(upright->width, 300);
    EXPECT_EQ(turned->orientation, 6);
    EXPECT_EQ(turned->width, 100);
    EXPECT_EQ(turned->height, 300);
  }
}

TEST(PictureSize, ABrokenOrientationIsNone) {
  EXPECT_EQ(picture_size(jpeg_turned(9, true))->orientation, 1);
  std::string bytes = jpeg_turned(6, true);
  bytes[16] = '\x7f';  // the directory lies outside the segment
  EXPECT_EQ(picture_size(bytes)->orientation, 1);
}

TEST(PictureSize, TurnsBringTheFirstPixelHome) {
  // Where the top left corner of the pixels is shown (Exif, table of orientations).
  const std::pair<int, int> corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
  for (int i = 1; i <= 8; ++i) {
    const Turn turn = turn_of(i);
    EXPECT_EQ(std::pair(turn.e, turn.f), corners[i - 1]) << i;
    EXPECT_EQ(turn.b != 0, i >= 5) << i;
  }
}

TEST(PictureSize, NothingForBrokenFiles) {
  EXPECT_FALSE(picture_size(""));
  EXPECT_FALSE(picture_size("GIF89a"));
  EXPECT_FALSE(picture_size("\x89PNG\r\n\x1a\n"));
  EXPECT_FALSE(picture_size(std::string("\xff\xd8\xff\xe0\0\0\0\0\0\0\0\0\0", 13)));
}

}  // namespace
}  // namespace bifolio::layout
