// The first booklet as it was published: Phase I as 1.0.0, both phases as 2.0.0,
// each from the sources of its tag, and what the second says has changed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support/booklet.h"
#include "support/paths.h"
#include "support/program.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;
using testing::run;

const std::string kBooklet = "als-exploration";
constexpr const char* kLanguages[] = {"zh-Hans", "en"};

bool shell(const fs::path& folder, const std::string& command) {
  return std::system(("cd '" + folder.string() + "' && (" + command + ") >/dev/null 2>&1").c_str()) == 0;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

std::string without(std::string text, const std::string& from, const std::string& to) {
  const std::size_t begin = text.find(from), end = text.find(to, begin);
  EXPECT_TRUE(begin != text.npos && end != text.npos) << from << " … " << to;
  return text.erase(begin, end - begin);
}

/// Lines of the summary that speak of Phase II.
std::string of_phase_one(const std::string& summary) {
  std::istringstream lines(summary);
  std::string kept;
  for (std::string line; std::getline(lines, line);) {
    bool is_later = false;
    for (const char* id : {"@sec-drugs", "@tbl-drugs", "@sec-diagnosis", "@sec-reversal"})
      is_later |= line.find(id) != line.npos;
    if (!is_later) kept += line + "\n";
  }
  return kept;
}

/// Takes Phase II out of a copy of the booklet, as the repository held it in March 2025.
void take_back_to_phase_one(const fs::path& booklet) {
  std::string settings = read(booklet / "bifolio.toml");
  settings = replaced(settings, "version = \"2.0.0\"", "version = \"1.0.0\"");
  settings = replaced(settings, "2025-09-08", "2025-03-31");
  write(booklet / "bifolio.toml", without(settings, "[[phase]]\nid = \"phase-2\"", "[editions]"));
  for (const char* language : kLanguages) {
    const fs::path folder = booklet / language;
    fs::remove_all(folder / "phase-2");
    write(folder / "00-summary.md", of_phase_one(read(folder / "00-summary.md")));
    write(folder / "CHANGELOG.md", without(read(folder / "CHANGELOG.md"), "## 2.0.0", "## 1.0.0"));
  }
}

class AlsReleases : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new testing::TemporaryFolder;
    if (!shell(folder_->path(), "git --version")) return;
    const fs::path booklet = folder_->path() / "repository" / kBooklet;
    const auto copy = [&] {
      fs::remove_all(booklet);
      fs::create_directories(booklet.parent_path());
      fs::copy(fs::path(testing::source_dir()) / "content" / kBooklet, booklet, fs::copy_options::recursive);
      fs::remove(booklet / "releases.json");
    };
    const std::string git = "git -c user.name=T -c user.email=t@example.org ";
    const auto tag = [&](const std::string& version) {
      return shell(booklet.parent_path(), "git init -q && git add -A && " + git + "commit -qm " + version + " && " +
                                              git + "tag " + kBooklet + "/" + version);
    };
    copy();
    take_back_to_phase_one(booklet);
    ASSERT_TRUE(tag("1.0.0"));
    copy();
    ASSERT_TRUE(tag("2.0.0"));
    is_ready_ = publish("1.0.0") && publish("2.0.0");
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  void SetUp() override {
    if (!shell(folder_->path(), "git --version")) GTEST_SKIP() << "git is not installed";
    ASSERT_TRUE(is_ready_);
  }

  /// Releases the sources of the version's tag, with the record of the versions before.
  static bool publish(const std::string& version) {
    const std::string sources = "from-" + version, record = kBooklet + "/releases.json";
    const bool is_out = shell(folder_->path(), "mkdir " + sources + " && git -C repository archive " + kBooklet + "/" +
                                                   version + " | tar -x -C " + sources);
    const fs::path before = folder_->path() / "from-1.0.0" / record;
    if (version != "1.0.0") fs::copy_file(before, folder_->path() / sources / record);
    const auto ran = run(folder_->path(), "release " + version + " " + sources + "/" + kBooklet + " --ui-lang en");
    EXPECT_EQ(ran.status, 0) << ran.out;
    return is_out && ran.status == 0;
  }

  static std::string published(const std::string& path) {
    return read(folder_->path() / "output/releases" / kBooklet / path);
  }

  static testing::TemporaryFolder* folder_;
  static bool is_ready_;
};

testing::TemporaryFolder* AlsReleases::folder_ = nullptr;
bool AlsReleases::is_ready_ = false;

TEST_F(AlsReleases, TellAFamilyWhatIsNew) {
  const std::string english = published("2.0.0/changes-from-1.0.0_en.md");
  const std::string chinese = published("2.0.0/changes-from-1.0.0_zh-Hans.md");
  for (const char* line :
       {"# What changed from version 1.0.0 to version 2.0.0", "- New: 2.1 Diagnosis",
        "- Pridopidine\n  - Before: not listed\n  - Now: Phase 2 and 3 trials: missed its main goal (as of 2025-02)",
        "AMX0035 was approved, then withdrawn (“Investigational and marketed drugs”).",
        "- New table: Five outcome measures and how to read them"})
    EXPECT_NE(english.find(line), english.npos) << line;
  for (const char* line : {"# 从 1.0.0 版到 2.0.0 版的变化", "- 新增：2.1 诊断",
                           "（pridopidine）\n  - 原为：未列出\n  - 现为：二期和三期试验：未达到主要终点（截至2025-02）"})
    EXPECT_NE(chinese.find(line), chinese.npos) << line;
  for (const std::string& text : {english, chinese})
    EXPECT_EQ(text.find("- Removed"), text.npos) << "nothing of Phase I was taken out";
}

TEST_F(AlsReleases, VerifyAndKeepTheFirst) {
  for (const char* version : {"1.0.0", "2.0.0"}) {
    const auto ran = run(folder_->path(), "verify output/releases/" + kBooklet + "/" + std::string(version));
    EXPECT_EQ(ran.status, 0) << ran.out;
  }
  EXPECT_EQ(published("1.0.0/en/index.html").find("Phase II"), std::string::npos);
  EXPECT_NE(published("versions.js").find("2.0.0"), std::string::npos);
}

TEST_F(AlsReleases, AreMadeAgainFromTheirTag) {
  const std::string first = published("1.0.0/manifest.json");
  const std::string again = "mkdir again && git -C repository archive " + kBooklet + "/1.0.0 | tar -x -C again";
  ASSERT_TRUE(shell(folder_->path(), again));
  ASSERT_EQ(run(folder_->path() / "again", "release 1.0.0 " + kBooklet).status, 0);
  EXPECT_EQ(read(folder_->path() / "again/output/releases" / kBooklet / "1.0.0/manifest.json"), first);
}

}  // namespace
}  // namespace bifolio
