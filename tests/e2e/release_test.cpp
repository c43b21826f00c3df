// A booklet published, as a maintainer would do it.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>

#include "support/booklet.h"
#include "support/program.h"
#include "support/registry_stub.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;
using testing::run;

std::string settings(const std::string& version, const std::string& date) {
  return "[booklet]\nid = \"tiny-book\"\nversion = \"" + version + "\"\ndate = \"" + date + R"("
languages = ["zh-Hans", "en"]
title = { zh-Hans = "小书", en = "A Tiny Book" }
contributors = { zh-Hans = ["志愿者"], en = ["Volunteers"] }
licence = "CC BY 4.0"

[citations]
library = ["references/library.json"]
)";
}

constexpr const char* kLibrary = R"([
  {"id": "acts1996", "type": "article-journal", "title": "The ALSFRS", "container-title": "Archives of Neurology",
   "author": [{"family": "Brooks", "given": "B. R."}], "issued": {"date-parts": [[1996]]},
   "DOI": "10.1001/archneur.1996.00550020045014"}
]
)";

void write_first(const testing::TemporaryFolder& folder) {
  folder.write("book/bifolio.toml", settings("1.0.0", "2025-03-01"));
  folder.write("book/references/library.json", kLibrary);
  folder.write("book/zh-Hans/10-a.md", "# 量表 {#scales}\n\n1996年发表的ALSFRS有10个条目[@acts1996]。\n");
  folder.write("book/en/10-a.md", "# Scales {#scales}\n\nThe ALSFRS of 1996 had 10 items [@acts1996].\n");
  folder.write("book/zh-Hans/CHANGELOG.md", "# 更新日志\n\n## 1.0.0 — 2025-03-01\n\n首次发布。\n");
  folder.write("book/en/CHANGELOG.md", "# Changelog\n\n## 1.0.0 — 2025-03-01\n\nThe first version.\n");
}

/// Every file below the folder with its bytes, `.lock` left out.
std::map<std::string, std::string> files_below(const testing::TemporaryFolder& folder, const std::string& sub) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path() / sub)) {
    if (!entry.is_regular_file() || entry.path().filename() == ".lock") continue;
    files[entry.path().lexically_relative(folder.path() / sub).string()] =
        folder.read(fs::relative(entry.path(), folder.path()).string());
  }
  return files;
}

TEST(Release, SaysHowFreshWhatItKnowsOfItsReferencesIs) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  testing::RegistryStub stub;
  stub.works["10.1001/archneur.1996.00550020045014"] =
      R"({"DOI": "10.1001/archneur.1996.00550020045014", "type": "journal-article", "title": ["The ALSFRS"]})";
  const auto update =
      run(folder.path(), "refs update --booklet book --mailto a@example.org --today 2025-02-20 --base-url " +
                             stub.url() + " --doi-base-url " + stub.url());
  ASSERT_EQ(update.status, 0) << update.out;
  const auto ran = run(folder.path(), "release 1.0.0 book");
  ASSERT_EQ(ran.status, 0) << ran.out;
  const std::string manifest = folder.read("output/releases/tiny-book/1.0.0/manifest.json");
  EXPECT_NE(manifest.find("\"lock\": {\n      \"checked\": \"2025-02-20\"\n    }"), manifest.npos) << manifest;
}

TEST(Release, PublishesAVersionAndRecordsIt) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  const auto ran = run(folder.path(), "release 1.0.0 book");
  ASSERT_EQ(ran.status, 0) << ran.out;
  const fs::path version = folder.path() / "output/releases/tiny-book/1.0.0";
  for (const char* path : {"index.html", "en/a.html", "Tiny-Book_1.0.0_zh-Hans.pdf", "Tiny-Book_1.0.0_site.zip",
                           "Tiny-Book_1.0.0_source.zip", "CITATION.cff", "references.bib", "references.ris",
                           "RELEASE-NOTES_en.md", "RELEASE-NOTES_zh-Hans.md", "manifest.json", "SHA256SUMS"})
    EXPECT_TRUE(fs::exists(version / path)) << path;
  EXPECT_EQ(std::system(("cd '" + version.string() + "' && sha256sum --strict --quiet -c SHA256SUMS").c_str()), 0);
  EXPECT_NE(folder.read("book/releases.json").find("\"version\": \"1.0.0\""), std::string::npos);
}

TEST(Release, OfAPublishedVersionIsRefusedOnceTheBookletHasChanged) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  ASSERT_EQ(run(folder.path(), "release 1.0.0 book").status, 0);
  const auto before = files_below(folder, "output/releases");
  EXPECT_EQ(run(folder.path(), "release 1.0.0 book").status, 0) << "nothing has changed";
  folder.write("book/en/10-a.md", "# Scales {#scales}\n\nThe ALSFRS of 1996 had 12 items [@acts1996].\n");
  const auto ran = run(folder.path(), "release 1.0.0 book");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("Version 1.0.0 is published, but `en/10-a.md` was changed."), ran.out.npos) << ran.out;
  EXPECT_TRUE(files_below(folder, "output/releases") == before);
}

TEST(Release, FinishesWhatAStoppedRunLeftUndone) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  ASSERT_EQ(run(folder.path(), "release 1.0.0 book").status, 0);
  const auto whole = files_below(folder, ".");
  fs::remove(folder.path() / "book/releases.json");
  fs::remove(folder.path() / "output/releases/tiny-book/en.html");
  folder.write("output/releases/tiny-book/.bifolio-part-2.0.0/en/a.html", "half");
  EXPECT_EQ(run(folder.path(), "release 1.0.0 book").status, 0);
  EXPECT_TRUE(files_below(folder, ".") == whole);
}

TEST(Release, RefusesWhatIsNotReady) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  EXPECT_EQ(run(folder.path(), "release 1.0.1 book").status, 2) << "not the booklet's version";
  folder.write("book/zh-Hans/CHANGELOG.md", "# 更新日志\n");
  const auto ran = run(folder.path(), "release 1.0.0 book --ui-lang en");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("release-changelog-missing: The changelog has no entry for 1.0.0 in 中文"), ran.out.npos)
      << ran.out;
  EXPECT_FALSE(fs::exists(folder.path() / "output/releases/tiny-book"));
  EXPECT_FALSE(fs::exists(folder.path() / "book/releases.json"));
}

TEST(Release, OrderIsKept) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  ASSERT_EQ(run(folder.path(), "release 1.0.0 book").status, 0);
  folder.write("book/bifolio.toml", settings("0.9.0", "2025-01-01"));
  const auto ran = run(folder.path(), "check book");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("Version 0.9.0 cannot be released: the last release was 1.0.0."), ran.out.npos) << ran.out;
  EXPECT_NE(ran.out.find("it is dated 2025-01-01, before the last release of 2025-03-01"), ran.out.npos) << ran.out;
}

TEST(Release, IsSignedAsMinisignReadsIt) {
  const testing::TemporaryFolder folder;
  const auto in_folder = [&](const std::string& command) {
    return std::system(("cd '" + folder.path().string() + "' && (" + command + ") >/dev/null 2>&1").c_str());
  };
  if (in_folder("minisign -G -W -p reader.pub -s secret.key") != 0) GTEST_SKIP() << "minisign is not installed";
  write_first(folder);
  ASSERT_EQ(run(folder.path(), "release 1.0.0 book --sign-key secret.key").status, 0);
  const std::string manifest = "output/releases/tiny-book/1.0.0/manifest.json";
  EXPECT_EQ(in_folder("minisign -V -m " + manifest + " -p reader.pub"), 0);
  EXPECT_EQ(run(folder.path(), "verify output/releases/tiny-book/1.0.0 --key reader.pub").status, 0);
  folder.write(manifest, folder.read(manifest) + " ");
  EXPECT_NE(in_folder("minisign -V -m " + manifest + " -p reader.pub"), 0);
}

TEST(Release, ARehearsalWritesNothing) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  const auto before = files_below(folder, ".");
  const auto ran = run(folder.path(), "release 1.0.0 book --dry-run");
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_NE(ran.out.find("Tiny-Book_1.0.0_en.pdf"), ran.out.npos) << ran.out;
  EXPECT_TRUE(files_below(folder, ".") == before);
}

TEST(Release, IsTheSameAnywhere) {
  const testing::TemporaryFolder one, two;
  write_first(one);
  write_first(two);
  ASSERT_EQ(run(one.path(), "release 1.0.0 book").status, 0);
  const mode_t mask = umask(0077);
  const auto ran = run(two.path() / "book", "release 1.0.0 . --out ../output/releases --jobs 1",
                       "LANG=de_DE.UTF-8 TZ=Asia/Shanghai HOME=/nowhere USER=other");
  umask(mask);
  ASSERT_EQ(ran.status, 0) << ran.out;
  const auto first = files_below(one, "output/releases"), second = files_below(two, "output/releases");
  ASSERT_GT(first.size(), 20u);
  for (const auto& [path, bytes] : first) EXPECT_TRUE(second.contains(path) && second.at(path) == bytes) << path;
  EXPECT_EQ(first.size(), second.size());
}

TEST(Check, FindsAChangedByteInAPublishedFile) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  ASSERT_EQ(run(folder.path(), "release 1.0.0 book").status, 0);
  ASSERT_EQ(run(folder.path(), "check book").status, 0);
  std::string page = folder.read("output/releases/tiny-book/1.0.0/en/a.html");
  page[page.size() / 2] ^= 1;
  folder.write("output/releases/tiny-book/1.0.0/en/a.html", page);
  const auto ran = run(folder.path(), "check book");
  EXPECT_EQ(ran.status, 1);
  EXPECT_NE(ran.out.find("Version 1.0.0 is published, but `en/a.html` was changed."), ran.out.npos) << ran.out;
}

/// The next version: another number, another work, a new section.
void write_second(const testing::TemporaryFolder& folder) {
  folder.write("book/bifolio.toml", settings("2.0.0", "2025-09-08"));
  folder.write("book/zh-Hans/10-a.md",
               "# 量表 {#scales}\n\n1996年发表的ALSFRS有12个条目[@acts1996]。\n\n## 新增 {#new}\n\n文字。\n");
  folder.write("book/en/10-a.md",
               "# Scales {#scales}\n\nThe ALSFRS of 1996 had 12 items [@acts1996].\n\n## New {#new}\n\nText.\n");
  folder.write("book/zh-Hans/CHANGELOG.md",
               "# 更新日志\n\n## 2.0.0 — 2025-09-08\n\n- 改正条目数\n\n## 1.0.0 — 2025-03-01\n\n首次发布。\n");
  folder.write(
      "book/en/CHANGELOG.md",
      "# Changelog\n\n## 2.0.0 — 2025-09-08\n\n- The number of items\n\n## 1.0.0 — 2025-03-01\n\nThe first version.\n");
}

class TwoReleases : public ::testing::Test {
 protected:
  void SetUp() override {
    write_first(folder_);
    ASSERT_EQ(run(folder_.path(), "release 1.0.0 book").status, 0);
    write_second(folder_);
    const auto ran = run(folder_.path(), "release 2.0.0 book");
    ASSERT_EQ(ran.status, 0) << ran.out;
  }
  std::string released(const std::string& path) const { return folder_.read("output/releases/tiny-book/" + path); }

  testing::TemporaryFolder folder_;
};

TEST_F(TwoReleases, AreListedWithTheirDownloadsInEachLanguage) {
  const std::string english = released("en.html");
  const std::size_t two = english.find("2.0.0/en/index.html"), one = english.find("1.0.0/en/index.html");
  EXPECT_LT(two, one) << "the newest first";
  EXPECT_NE(english.find("<li>The number of items</li>"), english.npos) << english;
  EXPECT_NE(english.find("href=\"2.0.0/Tiny-Book_2.0.0_en.pdf\""), english.npos) << english;
  EXPECT_NE(released("zh-Hans.html").find("href=\"2.0.0/changes-from-1.0.0_zh-Hans.html\""), std::string::npos);
  EXPECT_NE(released("latest/en/index.html").find("url=../../2.0.0/en/index.html"), std::string::npos);
  EXPECT_NE(released("versions.js").find("\"newest\":\"2.0.0\""), std::string::npos);
  EXPECT_NE(released("1.0.0/en/a.html").find("src=\"../../versions.js\""), std::string::npos);
  EXPECT_NE(released("1.0.0/en/a.html").find("href=\"../../en.html\""), std::string::npos);
  EXPECT_NE(folder_.read("output/releases/index.html").find("href=\"tiny-book/index.html\""), std::string::npos);
}

TEST_F(TwoReleases, TheSecondTellsWhatChanged) {
  const std::string changes = released("2.0.0/changes-from-1.0.0_en.md");
  EXPECT_NE(changes.find("- Before: The ALSFRS of 1996 had ~~10~~ items."), changes.npos) << changes;
  const auto ran = run(folder_.path(), "diff 1.0.0 2.0.0 --lang zh-Hans");
  EXPECT_EQ(ran.status, 0);
  EXPECT_NE(ran.out.find("  - 新增：1.1 新增\n"), ran.out.npos) << ran.out;
  EXPECT_EQ(run(folder_.path(), "diff 1.0.0 book --format json").status, 0);
}

TEST_F(TwoReleases, AreVerifiedAndMadeAgain) {
  for (const char* version : {"1.0.0", "2.0.0"}) {
    const auto ran = run(folder_.path(), std::string("verify --rebuild ") + version + " book");
    EXPECT_EQ(ran.status, 0) << ran.out;
  }
}

TEST_F(TwoReleases, AWithdrawnOneSaysSoAndKeepsItsFiles) {
  const auto before = files_below(folder_, "output/releases/tiny-book/2.0.0");
  const auto ran =
      run(folder_.path(), "release withdraw 2.0.0 book --reason en='A wrong dose' --reason zh-Hans=剂量有误");
  ASSERT_EQ(ran.status, 0) << ran.out;
  EXPECT_TRUE(files_below(folder_, "output/releases/tiny-book/2.0.0") == before);
  EXPECT_NE(released("en.html").find("A wrong dose"), std::string::npos);
  EXPECT_NE(released("feed-zh-Hans.xml").find("剂量有误"), std::string::npos);
  EXPECT_NE(released("WITHDRAWN-2.0.0.txt").find("A wrong dose"), std::string::npos);
  EXPECT_NE(released("latest/index.html").find("../1.0.0/"), std::string::npos) << "readers are led to one that stands";
  EXPECT_EQ(run(folder_.path(), "check book").status, 0);
}

TEST_F(TwoReleases, EveryChangedFileIsNamed) {
  const fs::path version = folder_.path() / "output/releases/tiny-book/2.0.0";
  for (const auto& [path, bytes] : files_below(folder_, "output/releases/tiny-book/2.0.0")) {
    std::string changed = bytes;
    changed[changed.size() / 3] ^= 1;
    folder_.write("output/releases/tiny-book/2.0.0/" + path, changed);
    const auto ran = run(folder_.path(), "verify 2.0.0 book");
    EXPECT_EQ(ran.status, 1) << path;
    EXPECT_NE(ran.out.find(path), ran.out.npos) << ran.out;
    folder_.write("output/releases/tiny-book/2.0.0/" + path, bytes);
  }
  fs::remove(version / "en/a.html");
  folder_.write("output/releases/tiny-book/2.0.0/extra.html", "x");
  const auto ran = run(folder_.path(), "verify 2.0.0");
  EXPECT_NE(ran.out.find("`en/a.html` is missing"), ran.out.npos) << ran.out;
  EXPECT_NE(ran.out.find("`extra.html` was added"), ran.out.npos) << ran.out;
}

TEST(Release, OnlyOneAtATime) {
  const testing::TemporaryFolder folder;
  write_first(folder);
  fs::create_directories(folder.path() / "output/releases");
  const std::string lock = "exec flock '" + (folder.path() / "output/releases/.lock").string() + "' '";
  FILE* holder = popen((lock + "cat'").c_str(), "w");
  testing::Ran ran;
  for (int i = 0; i < 50 && ran.status != 3; ++i) ran = run(folder.path(), "release 1.0.0 book --ui-lang en");
  pclose(holder);
  EXPECT_EQ(ran.status, 3) << ran.out;
  EXPECT_NE(ran.out.find("Another run is writing"), ran.out.npos) << ran.out;
}

}  // namespace
}  // namespace bifolio
