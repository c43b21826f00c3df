#include "release/archive.h"

#include <gtest/gtest.h>

#include <clocale>
#include <cstdlib>

namespace bifolio::release {
namespace {

TEST(Zip, ReadsBackWhatWasPutIn) {
  const Artifacts files = {{"b/图.txt", "two"}, {"a.txt", std::string(100'000, 'x')}, {"empty", ""}};
  const auto again = unzip(zip(files), "x.zip");
  ASSERT_TRUE(again);
  ASSERT_EQ(again->size(), 3u);
  EXPECT_EQ((*again)[0].path, "a.txt");
  EXPECT_EQ((*again)[1].path, "b/图.txt");
  EXPECT_EQ((*again)[1].bytes, "two");
}

TEST(Zip, IsTheSameInAnyOrderZoneAndLocale) {
  const std::string one = zip({{"a", "1"}, {"图", "2"}});
  setenv("TZ", "Pacific/Auckland", 1);
  std::setlocale(LC_ALL, "C");
  const std::string two = zip({{"图", "2"}, {"a", "1"}});
  unsetenv("TZ");
  EXPECT_TRUE(one == two);
}

TEST(Zip, MarksNamesBeyondAsciiAsUtf8) {
  const std::string bytes = zip({{"图", "2"}});
  EXPECT_EQ(bytes[7] & 0x08, 0x08);  // general purpose bit 11, APPNOTE 4.4.4
}

TEST(Unzip, RefusesNamesThatClimbOut) {
  std::string bytes = zip({{"aa/bb.txt", "x"}});
  for (std::size_t at; (at = bytes.find("aa/bb.txt")) != bytes.npos;) bytes.replace(at, 9, "../bb.txt");
  const auto files = unzip(bytes, "x.zip");
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().rule->id, "release-archive-damaged");
}

TEST(Unzip, RefusesWhatIsNoArchiveOrEndsEarly) {
  EXPECT_FALSE(unzip("hello", "x.zip"));
  const std::string bytes = zip({{"a", std::string(5000, 'x')}});
  for (std::size_t size = 1; size < bytes.size(); size += 7) {
    const auto files = unzip(bytes.substr(0, size), "x.zip");
    if (files) {
      EXPECT_TRUE(files->empty() || files->front().bytes.size() == 5000u) << size;
    }
  }
}

}  // namespace
}  // namespace bifolio::release
