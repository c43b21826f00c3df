// Pictures as authors bring them: cut off, broken, taken with a camera held on its side.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <sstream>

#include "support/booklet.h"
#include "support/png_pixels.h"
#include "support/program.h"

namespace bifolio {
namespace {

using testing::GreyPixels;
using testing::Ran;
using testing::TemporaryFolder;

/// Four flat greys on 80 by 48 pixels: 0 and 80 above, 160 and 220 below.
constexpr std::string_view kJpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb0043000503040404030504040405050506070c08070707070f0b0b09"
    "0c110f1212110f111113161c1713141a1511111821181a1d1d1f1f1f13172224221e241c1e1f1effc0000b08003000500101"
    "1100ffc400160001010100000000000000000000000000000807ffc40014100100000000000000000000000000000000ffda"
    "0008010100003f008c801400027f00500009fc014000280006c000c7c01b00031f006c000fffd9";
constexpr std::string_view kPng =
    "89504e470d0a1a0a0000000d4948445200000050000000300800000000a38ea22b000000314944415478daedcc4111003008"
    "03b04a4422c22666167abc1301494a538a5028140a85c273b8a557120a8542a150780e3fca1cbd5bc5dc1d72000000004945"
    "4e44ae426082";

std::string bytes_of(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2)
    bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
  return bytes;
}

/// With an Exif segment of one entry, the orientation (Exif 2.32, 4.6.4 A).
std::string turned(int orientation) {
  std::string exif("Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0", 32);
  exif[25] = static_cast<char>(orientation);
  const std::string jpeg = bytes_of(kJpeg);
  return jpeg.substr(0, 2) + std::string("\xFF\xE1\0", 3) + static_cast<char>(exif.size() + 2) + exif + jpeg.substr(2);
}

void write_booklet(const TemporaryFolder& folder, const std::string& name, std::string_view bytes) {
  folder.write("bifolio.toml",
               "[booklet]\nid = \"p\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"en\"]\n"
               "title = { en = \"Pictures\" }\n");
  folder.write("en/a.md", "# One\n\nBefore.\n\n![Four fields](" + name + ")\n\nAfter.\n");
  folder.write(name, bytes);
}

/// Where the only picture stands, and the number of its page, as `dump pages` says.
struct PlaceOfPicture {
  int page = 0;
  double x = 0, y = 0, width = 0, height = 0;
};

PlaceOfPicture place_of_picture(const TemporaryFolder& folder) {
  std::istringstream lines(testing::run(folder.path(), "dump pages .").out);
  PlaceOfPicture place;
  for (std::string line; std::getline(lines, line);) {
    place.page += line.starts_with("page ");
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (word != "picture") continue;
    words >> place.x >> place.y >> place.width >> place.height;
    return place;
  }
  return {};
}

/// The lines between the picture's and the next page: what keeps its place.
std::string after_picture(const TemporaryFolder& folder) {
  const std::string pages = testing::run(folder.path(), "dump pages .").out;
  const std::size_t at = pages.find("  picture ");
  return at == pages.npos ? "" : pages.substr(at, pages.find("\npage ", at) - at);
}

struct Broken {
  const char* name;
  std::string whole, cut;
};

TEST(Pictures, ThatAreCutOffAreFindingsAndKeepTheirRoom) {
  const std::string png = bytes_of(kPng), jpeg = bytes_of(kJpeg);
  std::string mangled = png;
  mangled[60] = static_cast<char>(mangled[60] ^ 0x55);  // inside the packed pixels
  for (const Broken& one : {Broken{"a.png", png, png.substr(0, 60)}, Broken{"a.png", png, mangled},
                            Broken{"a.jpg", jpeg, jpeg.substr(0, 170)}, Broken{"a.jpg", jpeg, jpeg.substr(0, 120)}}) {
    SCOPED_TRACE(one.name + (" of " + std::to_string(one.cut.size())));
    const TemporaryFolder folder;
    write_booklet(folder, one.name, one.whole);
    const std::string room = after_picture(folder);
    EXPECT_NE(room.find("After."), std::string::npos) << room;
    EXPECT_EQ(testing::run(folder.path(), "build --edition pdf --out out").status, 0);

    folder.write(one.name, one.cut);
    EXPECT_EQ(after_picture(folder), room);
    const Ran ran = testing::run(folder.path(), "build --edition pdf --out broken");
    EXPECT_EQ(ran.status, 1);
    EXPECT_NE(ran.out.find("en/a.md:5:16: error pdf-picture-broken: Picture 1 of “Pictures” cannot be read. Save it "
                           "again as PNG or JPEG.\n"),
              std::string::npos)
        << ran.out;
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "broken/p_1.0.0_en.pdf"));
  }
}

TEST(Pictures, WhoseSizeNobodyKnowsLeaveTheirWords) {
  const std::string png = bytes_of(kPng), jpeg = bytes_of(kJpeg);
  for (const auto& [name, bytes] : {std::pair<std::string, std::string>{"a.png", png.substr(0, 20)},
                                    {"a.jpg", jpeg.substr(0, 60)},
                                    {"a.jpg", "no picture"}}) {
    SCOPED_TRACE(name + " of " + std::to_string(bytes.size()));
    const TemporaryFolder folder;
    write_booklet(folder, name, bytes);
    const Ran ran = testing::run(folder.path(), "build --edition pdf --out out");
    EXPECT_EQ(ran.status, 1);
    EXPECT_NE(ran.out.find("en/a.md:5:16: error layout-picture: "), std::string::npos) << ran.out;
    EXPECT_NE(testing::run(folder.path(), "dump pages .").out.find("\"Four fields\""), std::string::npos);
  }
}

/// The greys near the four corners of the picture: top left, top right, bottom left, bottom right.
std::array<int, 4> corners(const GreyPixels& page, const PlaceOfPicture& place, double scale) {
  const auto at = [&](double across, double down) {
    return page.at(static_cast<int>((place.x + across * place.width) * scale),
                   static_cast<int>((place.y + down * place.height) * scale));
  };
  return {at(0.2, 0.2), at(0.8, 0.2), at(0.2, 0.8), at(0.8, 0.8)};
}

void expect_corners(const std::array<int, 4>& seen, const std::array<int, 4>& expected) {
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(seen[i], expected[i], 6) << "corner " << i;
}

/// What each orientation shows of 0, 80 / 160, 220.
constexpr std::array<std::array<int, 4>, 8> kUpright = {{{0, 80, 160, 220},
                                                         {80, 0, 220, 160},
                                                         {220, 160, 80, 0},
                                                         {160, 220, 0, 80},
                                                         {0, 160, 80, 220},
                                                         {160, 0, 220, 80},
                                                         {220, 80, 160, 0},
                                                         {80, 220, 0, 160}}};

TEST(Pictures, ThatACameraTurnedStandUpright) {
  const bool has_reader = std::system("command -v pdftoppm >/dev/null 2>&1") == 0;
  for (int orientation = 1; orientation <= 8; ++orientation) {
    SCOPED_TRACE(orientation);
    const TemporaryFolder folder;
    write_booklet(folder, "a.jpg", turned(orientation));
    const PlaceOfPicture place = place_of_picture(folder);
    EXPECT_EQ(place.height > place.width, orientation >= 5);
    const std::string page = std::to_string(place.page);
    const Ran ran = testing::run(folder.path(), "render --page " + page + " --scale 2 -o page.png");
    ASSERT_EQ(ran.status, 0) << ran.out;
    const auto& expected = kUpright[static_cast<std::size_t>(orientation) - 1];
    expect_corners(corners(testing::read_png_pixels(folder.read("page.png")), place, 2), expected);

    if (!has_reader) continue;
    ASSERT_EQ(testing::run(folder.path(), "build --edition pdf --out out").status, 0);
    const std::string base = folder.path().string();
    const std::string command = "pdftoppm -png -singlefile -r 144 -f " + page + " -l " + page + " '" + base +
                                "/out/p_1.0.0_en.pdf' '" + base + "/read'";
    ASSERT_EQ(std::system(command.c_str()), 0);
    expect_corners(corners(testing::read_png_pixels(folder.read("read.png")), place, 2), expected);
  }
}

}  // namespace
}  // namespace bifolio
