// The recipes of docs/publishing.md, followed from a repository to what is served.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/booklet.h"
#include "support/paths.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAuthor = "git -c user.name=T -c user.email=t@example.org ";

class Publishing : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!shell("git --version")) GTEST_SKIP() << "git is not installed";
    ASSERT_TRUE(shell("git init -q --bare origin.git && git init -q -b main work"));
    ASSERT_TRUE(shell("cd work && git remote add origin ../origin.git"));
  }

  bool shell(const std::string& command) const {
    const std::string all = "cd '" + folder_.path().string() + "' && (" + command + ") >>log 2>&1";
    return std::system(all.c_str()) == 0;
  }

  void write_version(const std::string& version, const std::string& date) const {
    folder_.write("work/book/bifolio.toml", "[booklet]\nid = \"tiny\"\nversion = \"" + version + "\"\ndate = \"" + date +
                                                "\"\nlanguages = [\"en\"]\ntitle = { en = \"A Tiny Book\" }\n"
                                                "contributors = { en = [\"Volunteers\"] }\nlicence = \"CC BY 4.0\"\n");
    folder_.write("work/book/en/10-a.md", "# Scales {#scales}\n\nThe words of version " + version + ".\n");
    folder_.write("work/book/en/CHANGELOG.md", "# Changes\n\n## " + version + " — " + date + "\n\nNew.\n");
  }

  /// Commits, tags, and lets a fresh checkout of the tag publish, as CI does.
  bool publish(const std::string& version) const {
    const std::string commit = std::string(kAuthor) + "commit -qm " + version;
    const std::string checkout = "ci-" + version;
    return shell("cd work && git add -A && " + commit + " && git tag v" + version + " && git push -q origin main v" +
                 version) &&
           shell("git clone -q --depth 1 --branch v" + version + " \"file://$PWD/origin.git\" " + checkout) &&
           shell("cd " + checkout + " && git config user.name T && git config user.email t@example.org && BIFOLIO='" +
                 testing::binary_dir() + "/bifolio' '" + testing::source_dir() +
                 "/docs/publishing/publish.sh' " + version + " book") &&
           shell("cp " + checkout + "/book/releases.json work/book/");
  }

  std::string log() const { return folder_.read("log"); }

  testing::TemporaryFolder folder_;
};

TEST_F(Publishing, FromTagsKeepsEveryVersion) {
  write_version("1.0.0", "2025-03-01");
  ASSERT_TRUE(publish("1.0.0")) << log();
  write_version("1.1.0", "2025-04-01");
  ASSERT_TRUE(publish("1.1.0")) << log();
  const fs::path served = folder_.path() / "ci-1.1.0/output/releases/tiny";
  for (const char* path : {"1.0.0/en/a.html", "1.1.0/en/a.html", "1.1.0/changes-from-1.0.0_en.html", "index.html"})
    EXPECT_TRUE(fs::exists(served / path)) << path;
  ASSERT_TRUE(shell("git clone -q --branch releases origin.git kept")) << log();
  EXPECT_TRUE(fs::exists(folder_.path() / "kept/tiny/1.0.0/manifest.json"));
  EXPECT_FALSE(fs::exists(folder_.path() / "kept/tiny/.lock"));
  EXPECT_FALSE(fs::exists(folder_.path() / "kept/book")) << "the branch holds what is published, not its source";
}

TEST_F(Publishing, ByAPlainCopyBringsOldAndNew) {
  if (!shell("rsync --version")) GTEST_SKIP() << "rsync is not installed";
  write_version("1.0.0", "2025-03-01");
  ASSERT_TRUE(publish("1.0.0")) << log();
  ASSERT_TRUE(shell("mkdir www www/tiny && cd ci-1.0.0 && "
                    "rsync -a --ignore-existing output/releases/tiny/*.*.* ../www/tiny/ && "
                    "rsync -a --exclude .lock --exclude .git output/releases/ ../www/"))
      << log();
  EXPECT_TRUE(shell("diff -r --exclude .lock --exclude .git ci-1.0.0/output/releases www")) << log();
}

}  // namespace
}  // namespace bifolio
