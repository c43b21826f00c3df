#include "source/load.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "support/booklet.h"
#include "support/describe.h"

namespace bifolio::source {
namespace {

using testing::describe;
using testing::TemporaryFolder;

std::string paths(const SourceSet& set) {
  std::string out;
  for (const SourceFile& file : set.files()) out += file.path + " ";
  return out;
}

struct Loaded {
  SourceSet set;
  Findings findings;
};

Loaded load(const TemporaryFolder& folder, const Limits& limits = {}) {
  Loaded loaded;
  loaded.set = load_folder(folder.path().string(), loaded.findings, limits).value();
  return loaded;
}

TEST(LoadFolder, SortsByBytesAndSkipsHiddenFiles) {
  const TemporaryFolder folder;
  for (const char* path : {"b.md", "a/z.md", "a.md", "B.md", ".git/config", "a/.hidden"}) folder.write(path, "x");
  const Loaded loaded = load(folder);
  EXPECT_EQ(paths(loaded.set), "B.md a.md a/z.md b.md ");
  EXPECT_TRUE(loaded.findings.is_empty());
  EXPECT_EQ(loaded.set.find("a/z.md"), FileId{2});
  EXPECT_EQ(loaded.set.find("a/y.md"), std::nullopt);
  EXPECT_EQ(loaded.set.find_ignoring_case("A/Z.MD"), FileId{2});
}

TEST(LoadFolder, DoesNotReadWhatTheProgramMade) {
  const TemporaryFolder folder;
  for (const char* path : {"a.md", "en/output/b.md", "output/preview/a/index.html", "outputs.md"}) folder.write(path, "x");
  EXPECT_EQ(paths(load(folder).set), "a.md en/output/b.md outputs.md ");
}

TEST(LoadFolder, LeavesOutLinksThatLeaveTheFolder) {
  const TemporaryFolder folder, outside;
  outside.write("secret.md", "x");
  folder.write("a.md", "x");
  std::filesystem::create_symlink("a.md", folder.path() / "inside.md");
  std::filesystem::create_symlink(outside.path() / "secret.md", folder.path() / "outside.md");
  std::filesystem::create_symlink("nowhere", folder.path() / "broken.md");
  std::filesystem::create_directory_symlink(".", folder.path() / "loop");
  const Loaded loaded = load(folder);
  EXPECT_EQ(paths(loaded.set), "a.md inside.md ");
  EXPECT_EQ(describe(loaded.findings),
            "warning file-link: `broken.md` is a symbolic link that leads nowhere, so it was left out. Put the file "
            "itself here.\n"
            "warning file-link: `loop` is a symbolic link to a folder, so it was left out. Put the file itself here.\n"
            "warning file-link: `outside.md` is a symbolic link that leads out of the folder, so it was left out. Put "
            "the file itself here.\n");
}

TEST(LoadFolder, ANeighbourWhoseNameBeginsAlikeIsOutside) {
  const TemporaryFolder folder;
  folder.write("book/a.md", "x");
  folder.write("book-2/b.md", "x");
  std::filesystem::create_symlink("../book-2/b.md", folder.path() / "book/b.md");
  Findings findings;
  EXPECT_EQ(paths(load_folder((folder.path() / "book").string(), findings).value()), "a.md ");
}

TEST(LoadFolder, DoesNotWaitForAPipe) {
  const TemporaryFolder folder;
  mkfifo((folder.path() / "pipe.md").c_str(), 0600);
  EXPECT_EQ(describe(load(folder).findings, UiLanguage::zh_hans),
            "error file-unreadable: 无法读取 "
            "`pipe.md`（不是普通文件），其内容不会发布。请检查文件是否存在、是否有权限打开。\n");
}

TEST(LoadFolder, LimitsCutOff) {
  const TemporaryFolder folder;
  folder.write("a.md", "1234");
  folder.write("b.md", "123");
  folder.write("c.md", "12");
  const Loaded small = load(folder, {.file_size = 3});
  EXPECT_EQ(paths(small.set), "b.md c.md ");
  ASSERT_EQ(small.findings.all().size(), 1u);
  EXPECT_EQ(small.findings.all()[0].rule->id, "file-too-large");
  EXPECT_EQ(small.findings.all()[0].subject, "a.md");
  EXPECT_EQ(paths(load(folder, {.total_size = 6}).set), "a.md c.md ");
  const Loaded few = load(folder, {.files = 1});
  EXPECT_EQ(paths(few.set), "a.md ");
  EXPECT_EQ(
      describe(few.findings),
      "error file-too-many: This folder holds more than 1 files; those from `b.md` on were left out. Is it really "
      "a booklet's folder?\n");
}

TEST(LoadFolder, LeavesOutNamesThatAreNoText) {
  const TemporaryFolder folder;
  folder.write("\xBD\xA5.md", "x");  // 渐, in GBK
  folder.write("渐.md", "x");
  const Loaded loaded = load(folder);
  EXPECT_EQ(paths(loaded.set), "渐.md ");
  ASSERT_EQ(loaded.findings.all().size(), 1u);
  EXPECT_EQ(loaded.findings.all()[0].rule->id, "file-name");
}

TEST(LoadFolder, StopsAtTheDepthLimit) {
  const TemporaryFolder folder;
  folder.write("1/2/3/deep.md", "x");
  folder.write("1/2/a.md", "x");
  const Loaded loaded = load(folder, {.depth = 2});
  EXPECT_EQ(paths(loaded.set), "1/2/a.md ");
  EXPECT_EQ(loaded.findings.all()[0].rule->id, "file-too-deep");
}

TEST(LoadFolder, MissingFolderFails) {
  Findings findings;
  const auto loaded = load_folder("/nowhere/at/all", findings);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(message(loaded.error(), UiLanguage::en),
            "`/nowhere/at/all` cannot be read (it does not exist), so nothing in it will be published. Check that it "
            "exists and that you may open it.");
}

TEST(LoadFile, HoldsOneFile) {
  const TemporaryFolder folder;
  folder.write("a.vl.json", "{}");
  Findings findings;
  const std::string path = (folder.path() / "a.vl.json").string();
  EXPECT_EQ(load_file(path, findings).value().file(FileId{0}).path, path);
  EXPECT_FALSE(load_file(folder.path().string(), findings));
}

// Encodings

SourceFile load_one(const std::string& name, std::string_view bytes, Findings& findings) {
  const TemporaryFolder folder;
  folder.write(name, bytes);
  return load_folder(folder.path().string(), findings).value().file(FileId{0});
}

TEST(Encoding, TableFromWpsInGbkIsConverted) {
  Findings findings;
  const SourceFile file = load_one("t.csv", "id,name\n1,\xBD\xA5\xB6\xB3\xD6\xA2\n", findings);
  EXPECT_EQ(file.bytes, "id,name\n1,渐冻症\n");
  EXPECT_TRUE(file.is_converted);
  EXPECT_EQ(describe(findings),
            "0:0..0 warning file-encoding: This file is written in GBK (GB 18030), not in UTF-8. It was converted for "
            "this run; save it as UTF-8 so that it stays readable.\n");
}

TEST(Encoding, Utf16WithMarkIsConverted) {
  Findings findings;
  EXPECT_EQ(load_one("t.csv",
                     std::string_view("\xFF\xFE"
                                      "a\0\x10\x6E",
                                      6),
                     findings)
                .bytes,
            "a渐");
  EXPECT_EQ(load_one("t.csv", std::string_view("\xFE\xFF\0a\x6E\x10", 6), findings).bytes, "a渐");
  EXPECT_EQ(findings.all().size(), 2u);
}

TEST(Encoding, ABrokenByteInUtf8StaysUtf8) {
  Findings findings;
  const SourceFile file = load_one("a.md", "渐冻症\xE6\xB8。渐", findings);
  EXPECT_EQ(file.bytes, "渐冻症\uFFFD。渐");
  EXPECT_EQ(describe(findings),
            "0:9..12 error file-invalid-utf8: These bytes (E6 B8) are no UTF-8 text; readers would see “�”. Type the "
            "character anew and save the file as UTF-8.\n");
}

TEST(Encoding, Latin1IsNotMistakenForChinese) {
  Findings findings;
  EXPECT_EQ(load_one("a.bib",
                     "Gissl\xE9n, Ren\xE9"
                     "e",
                     findings)
                .bytes,
            "Gissl\uFFFDn, Ren\uFFFD"
            "e");
}

TEST(Encoding, ByteOrderMarkStays) {
  Findings findings;
  EXPECT_EQ(load_one("a.md", "\xEF\xBB\xBF渐", findings).bytes, "\xEF\xBB\xBF渐");
  EXPECT_TRUE(findings.is_empty());
}

TEST(Encoding, NulBytesBecomeSpaces) {
  Findings findings;
  EXPECT_EQ(load_one("a.md", std::string_view("a\0\0b", 4), findings).bytes, "a  b");
  EXPECT_EQ(describe(findings),
            "0:1..2 error file-nul: This text file holds 2 NUL bytes, which no text has; spaces were put in their "
            "place. Copy the text into a new file.\n");
}

TEST(Encoding, PicturesAreLeftAlone) {
  Findings findings;
  EXPECT_EQ(load_one("a.png", std::string_view("\x89PNG\0\xFF", 6), findings).bytes.size(), 6u);
  EXPECT_TRUE(findings.is_empty());
}

}  // namespace
}  // namespace bifolio::source
