#include "pdf/pictures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

#include "base/deflate.h"
#include "pdf/pdf.h"
#include "support/paged_pdf.h"
#include "support/pdf_navigation.h"
#include "support/pdf_text.h"

namespace bifolio::pdf {
namespace {

using bifolio::testing::PagedSample;
using bifolio::testing::sample_fonts;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string four_bytes(std::uint32_t value) {
  std::string out;
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>(value >> shift & 0xFF));
  return out;
}

std::uint32_t crc(std::string_view bytes) {
  std::uint32_t value = 0xFFFFFFFF;
  for (const char c : bytes) {
    value ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) value = value & 1 ? value >> 1 ^ 0xEDB88320 : value >> 1;
  }
  return ~value;
}

std::string chunk(const std::string& type_and_data) {
  return four_bytes(static_cast<std::uint32_t>(type_and_data.size() - 4)) + type_and_data +
         four_bytes(crc(type_and_data));
}

enum ColorType : char { kGrey = 0, kRgb = 2, kRgba = 6 };

/// `rows` are samples with a filter byte before each row.
std::string png(std::uint32_t width, std::uint32_t height, ColorType type, std::string_view rows) {
  const std::string header = four_bytes(width) + four_bytes(height) + std::string{8, type, 0, 0, 0};
  return "\x89PNG\r\n\x1A\n" + chunk("IHDR" + header) + chunk("IDAT" + deflate_zlib(rows)) + chunk("IEND");
}

std::string jpeg(char height, char width, char channels, char frame = '\xC0') {
  std::string bytes = "\xFF\xD8";
  bytes += std::string("\xFF\xE0\0\x04XX", 6);
  bytes += std::string{'\xFF', frame, 0, static_cast<char>(8 + 3 * channels), 8, 0, height, 0, width, channels};
  bytes += std::string(3 * channels, '\x01');
  return bytes + "\xFF\xD9";
}

std::string undo_filter(std::string_view filtered, std::size_t row, std::size_t pixel) {
  std::string out;
  for (std::size_t at = 0; at < filtered.size(); at += row + 1) {
    const int filter = filtered[at];
    for (std::size_t i = 0; i < row; ++i) {
      const auto byte = [&](std::size_t back, bool exists) {
        return exists ? static_cast<unsigned char>(out[out.size() - back]) : 0;
      };
      const bool has_left = i >= pixel, has_above = at > 0;
      const int left = byte(pixel, has_left), up = byte(row, has_above),
                corner = byte(row + pixel, has_left && has_above);
      const int guess = left + up - corner;
      const int a = std::abs(guess - left), b = std::abs(guess - up), c = std::abs(guess - corner);
      const std::array predictions{0, left, up, (left + up) / 2, a <= b && a <= c ? left : b <= c ? up : corner};
      out.push_back(static_cast<char>(filtered[at + 1 + i] + predictions.at(filter)));
    }
  }
  return out;
}

TEST(FilterRows, CanBeUndone) {
  std::string samples;
  for (int i = 0; i < 3 * 40 * 20; ++i) samples.push_back(static_cast<char>(i * i / 7 + i % 3 * 50));
  EXPECT_EQ(undo_filter(filter_rows(samples, 120, 3), 120, 3), samples);
}

TEST(FilterRows, FlattensAGradient) {
  std::string samples;
  for (int i = 0; i < 64 * 64; ++i) samples.push_back(static_cast<char>(i % 64 * 3 + i / 64));
  EXPECT_LT(deflate_zlib(filter_rows(samples, 64, 1)).size(), deflate_zlib(samples).size() / 2);
}

TEST(Png, ColoursAndTransparencyAreParted) {
  const auto pixels = decode_png(png(2, 1, kRgba, std::string("\0\x01\x02\x03\xFF\x04\x05\x06\x80", 9)));
  ASSERT_TRUE(pixels);
  EXPECT_EQ(pixels->samples, "\x01\x02\x03\x04\x05\x06");
  EXPECT_EQ(pixels->alpha, "\xFF\x80");
}

TEST(Png, OpaqueTransparencyIsDropped) {
  EXPECT_THAT(decode_png(png(1, 1, kRgba, std::string("\0\x01\x02\x03\xFF", 5)))->alpha, IsEmpty());
}

TEST(Png, GreyStaysGrey) {
  EXPECT_EQ(decode_png(png(1, 1, kGrey, std::string("\0\x7F", 2)))->channels, 1);
}

TEST(Png, DamageIsNoPicture) {
  std::string bytes = png(40, 40, kGrey, std::string(41 * 40, '\0'));
  EXPECT_FALSE(decode_png(bytes.substr(0, bytes.size() / 2)));
  bytes[bytes.size() - 25] ^= 1;
  EXPECT_FALSE(decode_png(bytes));
}

TEST(Jpeg, HeaderIsFoundBehindOtherSegments) {
  const auto facts = read_jpeg_facts(jpeg(20, 30, 3));
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->width, 30);
  EXPECT_EQ(facts->height, 20);
  EXPECT_EQ(facts->channels, 3);
}

TEST(Jpeg, OddFilesAreRefused) {
  EXPECT_FALSE(read_jpeg_facts("GIF89a"));
  EXPECT_FALSE(read_jpeg_facts(""));
  EXPECT_FALSE(read_jpeg_facts(jpeg(20, 30, 3, '\xC9'))) << "arithmetic coding";
  EXPECT_FALSE(read_jpeg_facts(jpeg(0, 30, 3)));
  const std::string whole = jpeg(20, 30, 3);
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(read_jpeg_facts(whole.substr(0, size))) << size;
}

PagedSample with_picture(std::string bytes) {
  PagedSample sample;
  const auto figure = sample.add_tag("Figure");
  sample.document.tags[figure].detail().alt = "A gradient of two colours";
  sample.document.tags[figure].detail().placement = "Block";
  const Rect area{pt(50), pt(60), pt(100), pt(50)};
  sample.document.tags[figure].detail().bounding_box = area;
  sample.document.pictures.push_back({std::move(bytes)});
  sample.page().items.emplace_back(layout::PlacedPicture{0, area, figure});
  return sample;
}

/// The rule that is reported; the file is written all the same.
std::string_view refusal(std::string bytes) {
  Findings findings;
  const auto file = write(with_picture(std::move(bytes)).document, sample_fonts(), findings);
  EXPECT_THAT(bifolio::testing::read_pdf(file.value()).faults, IsEmpty());
  return findings.is_empty() ? "" : findings.all().front().rule->id;
}

TEST(Pictures, StandInTheFileOnce) {
  PagedSample sample = with_picture(png(2, 1, kRgba, std::string("\0\x01\x02\x03\xFF\x04\x05\x06\x80", 9)));
  sample.document.pictures.push_back({jpeg(20, 30, 3)});
  sample.page().items.push_back(sample.page().items.front());
  const std::string bytes = bifolio::testing::write_pdf(sample);
  EXPECT_THAT(bifolio::testing::read_navigation(bytes).pictures,
              ElementsAre("2×1 /DeviceGray /FlateDecode", "2×1 /DeviceRGB /FlateDecode + alpha",
                          "30×20 /DeviceRGB /DCTDecode"));
  const auto read = bifolio::testing::read_pdf(bytes);
  EXPECT_EQ(bifolio::testing::dump(read.document),
            "Document\n"
            "  Figure alt=A gradient of two colours BBox=[ 50 485.276 150 535.276 ] Placement=/Block\n");
  EXPECT_THAT(read.faults, IsEmpty());
}

TEST(Pictures, BadOnesAreFindings) {
  EXPECT_EQ(refusal("GIF89a"), "pdf-picture-broken");
  EXPECT_EQ(refusal(png(9, 9, kRgb, "")), "pdf-picture-broken");
  EXPECT_EQ(refusal(png(100'000, 100'000, kRgb, "")), "pdf-picture-too-large");
  EXPECT_EQ(refusal(jpeg(20, 30, 4)), "pdf-picture-colors");
}

}  // namespace
}  // namespace bifolio::pdf
