#include <gtest/gtest.h>

#include <filesystem>

#include "store/store.h"
#include "support/booklet.h"

namespace bifolio::store {
namespace {

namespace fs = std::filesystem;

TEST(Write, RemovesOnlyWhatItWroteBefore) {
  const testing::TemporaryFolder folder;
  folder.write("out/mine.txt", "kept");
  const std::string out = (folder.path() / "out").string();
  ASSERT_TRUE(write(out, {{"a/old.html", "1"}, {"b.html", "2"}}, Stale::remove));
  ASSERT_TRUE(write(out, {{"b.html", "3"}}, Stale::remove));
  EXPECT_FALSE(fs::exists(folder.path() / "out/a"));
  EXPECT_EQ(folder.read("out/b.html"), "3");
  EXPECT_EQ(folder.read("out/mine.txt"), "kept");
}

TEST(Write, RefusesPathsThatClimbBeforeWritingAnything) {
  const testing::TemporaryFolder folder;
  const std::string out = (folder.path() / "out").string();
  for (const char* path : {"../x", "/etc/x", "a/../../x", ""}) {
    const Outcome written = write(out, {{"fine", "1"}, {path, "2"}}, Stale::keep);
    ASSERT_FALSE(written) << path;
    EXPECT_EQ(written.error().rule->id, "file-path-outside");
  }
  EXPECT_FALSE(fs::exists(out));
}

TEST(Write, AFailedWriteLeavesTheOldFile) {
  const testing::TemporaryFolder folder;
  folder.write("a", "old");
  fs::create_directory(folder.path() / "a.bifolio-part");  // stands where the new file would be written
  const Outcome written = write_file((folder.path() / "a").string(), "new");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().rule->id, "file-unwritable");
  EXPECT_EQ(folder.read("a"), "old");
}

TEST(Write, AFolderThatIsAFileIsReported) {
  const testing::TemporaryFolder folder;
  folder.write("a", "file");
  EXPECT_FALSE(write_file((folder.path() / "a/b").string(), "x"));
}

}  // namespace
}  // namespace bifolio::store
