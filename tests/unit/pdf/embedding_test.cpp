// What a file takes from the computer that writes it: font programs that may be
// embedded, and a colour profile.
#include <gtest/gtest.h>

#include "pdf/metadata.h"
#include "pdf/pdf.h"
#include "support/booklet.h"
#include "support/paged_sample.h"

namespace bifolio::pdf {
namespace {

using bifolio::testing::PagedSample;
using bifolio::testing::TemporaryFolder;

std::uint32_t read_big_endian(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

/// The font file with other embedding rights: fsType, at byte 8 of the table OS/2 (OpenType 1.9).
std::string with_rights(std::string font, std::uint16_t rights) {
  const auto tables = read_big_endian(font, 4, 2);
  for (std::size_t at = 12; at < 12 + 16 * tables; at += 16) {
    if (font.compare(at, 4, "OS/2") != 0) continue;
    const std::size_t offset = read_big_endian(font, at + 8, 4);
    font.at(offset + 8) = static_cast<char>(rights >> 8);
    font.at(offset + 9) = static_cast<char>(rights & 0xFF);
  }
  return font;
}

/// A page with a line in Noto Serif, whose file has these rights.
Result<std::string> written_with_rights(std::uint16_t rights) {
  using namespace text;
  const Fonts& installed = bifolio::testing::sample_fonts();
  const FontId serif = installed.find({Role::song, Script::latin});
  const TemporaryFolder folder;
  folder.write("truetype/noto/" + installed.facts(serif).file,
               with_rights(std::string(installed.file_bytes(serif)), rights));
  const Fonts fonts = Fonts::open(default_families(), {folder.path().string(), "/usr/share/fonts"}).value();
  PagedSample sample;
  sample.add_line("Some words", sample.add_tag("P", 0, "en"));
  Findings findings;
  return write(sample.document, fonts, findings);
}

TEST(Embedding, OfAFontThatForbidsItIsRefused) {
  constexpr std::uint16_t kRestricted = 0x0002, kBitmapsOnly = 0x0200;
  for (const std::uint16_t rights : {kRestricted, kBitmapsOnly}) {
    const auto result = written_with_rights(rights);
    ASSERT_FALSE(result) << rights;
    EXPECT_EQ(result.error().rule->id, "pdf-font-not-embeddable");
    const std::string told = message(result.error(), UiLanguage::en);
    EXPECT_NE(told.find("Noto Serif"), told.npos) << told;
  }
}

TEST(Embedding, OfAFontForPrintAndPreviewIsAllowed) {
  constexpr std::uint16_t kInstallable = 0, kPrintAndPreview = 0x0004, kRestrictedOrPrint = 0x0006;
  for (const std::uint16_t rights : {kInstallable, kPrintAndPreview, kRestrictedOrPrint})
    EXPECT_TRUE(written_with_rights(rights)) << rights;
}

std::string profile_of(std::string_view colors) {
  std::string profile(200, '\0');
  profile.replace(16, 4, colors);
  profile.replace(36, 4, "acsp");
  return profile;
}

TEST(ColorProfile, MustBeOneOfRgbColors) {
  Writer writer;
  EXPECT_TRUE(write_output_intent(writer, profile_of("RGB ")));
  for (const std::string& profile : {std::string(), std::string("RGB "), profile_of("CMYK"), std::string(200, 'x')}) {
    const auto result = write_output_intent(writer, profile);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().rule->id, "pdf-profile-missing");
  }
}

}  // namespace
}  // namespace bifolio::pdf
