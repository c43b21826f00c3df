// A published folder is whole or not there, whatever stops the program.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "store/store.h"
#include "support/booklet.h"

namespace bifolio::store {
namespace {

namespace fs = std::filesystem;

Artifacts many_files() {
  Artifacts files;
  for (int i = 0; i < 20; ++i)
    files.push_back({"d" + std::to_string(i % 5) + "/f" + std::to_string(i), std::string(1000 + i, 'x')});
  return files;
}

/// A new version beside an older one, as a release writes it.
void release_into(const fs::path& folder) {
  auto lock = Lock::take(folder.string());
  if (!lock) _exit(3);
  remove_leftovers(folder.string());
  const Outcome done = publish((folder / "2.0.0").string(), many_files());
  if (!done) _exit(done.error().rule->id == "file-exists" ? 4 : 5);
  if (!write_file((folder / "record.json").string(), "2.0.0")) _exit(6);
  _exit(0);
}

bool is_whole(const fs::path& folder) {
  for (const Artifact& file : many_files()) {
    std::ifstream in(folder / file.path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    if (bytes != file.bytes) return false;
  }
  return true;
}

/// A child that stands still as it enters or leaves its n-th system call.
struct Halted {
  pid_t child;
  int status;  ///< as `waitpid` gives it
  bool has_ended() const { return WIFEXITED(status) || WIFSIGNALED(status); }
};

Halted run_until(int n, const fs::path& folder) {
  Halted halted{fork(), 0};
  if (halted.child == 0) {
    ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    raise(SIGSTOP);
    release_into(folder);
  }
  waitpid(halted.child, &halted.status, 0);
  for (int i = 0; i < n && !halted.has_ended(); ++i) {
    if (ptrace(PTRACE_SYSCALL, halted.child, nullptr, nullptr) != 0) break;
    waitpid(halted.child, &halted.status, 0);
  }
  return halted;
}

/// Says whether the child ended before it was killed.
bool run_killed_at(int n, const fs::path& folder) {
  Halted halted = run_until(n, folder);
  if (halted.has_ended()) return true;
  kill(halted.child, SIGKILL);
  waitpid(halted.child, &halted.status, 0);
  return false;
}

/// The first file of a version that is being written.
fs::path unfinished_file(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_directory() || entry.path().filename().string().find("part") == std::string::npos) continue;
    for (const auto& inner : fs::recursive_directory_iterator(entry.path()))
      if (inner.is_regular_file()) return inner.path();
  }
  return {};
}

int run_whole(const fs::path& folder) {
  const pid_t child = fork();
  if (child == 0) release_into(folder);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

bool can_trace() {
  const pid_t child = fork();
  if (child == 0) _exit(ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0 ? 0 : 1);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(Publish, KilledAnywhereLeavesAWholeVersionOrNone) {
  // Hundreds of runs that sync every file: in memory where that is possible.
  if (fs::is_directory("/dev/shm")) setenv("TMPDIR", "/dev/shm", 1);
  if (!can_trace()) GTEST_SKIP() << "this system does not let a test trace its child";
  int points = 0;
  for (bool ended = false; !ended; points += 1) {
    const testing::TemporaryFolder folder;
    folder.write("1.0.0/old.txt", "old");
    ended = run_killed_at(points, folder.path());
    const fs::path version = folder.path() / "2.0.0";
    const bool is_there = fs::exists(version);
    ASSERT_TRUE(!is_there || is_whole(version)) << "killed at point " << points;
    ASSERT_EQ(folder.read("1.0.0/old.txt"), "old");
    ASSERT_EQ(run_whole(folder.path()), is_there ? 4 : 0) << "the run after point " << points;
    ASSERT_TRUE(is_whole(version));
    for (const auto& entry : fs::directory_iterator(folder.path()))
      ASSERT_EQ(entry.path().filename().string().find("part"), std::string::npos) << entry.path();
  }
  EXPECT_GE(points, 200);
  unsetenv("TMPDIR");
}

TEST(Publish, AFileThatVanishesMeanwhileIsNoVersion) {
  if (!can_trace()) GTEST_SKIP() << "this system does not let a test trace its child";
  int vanished = 0;
  for (int point = 0;; point += 7) {
    const testing::TemporaryFolder folder;
    folder.write("1.0.0/old.txt", "old");
    Halted halted = run_until(point, folder.path());
    if (halted.has_ended()) break;
    const fs::path file = unfinished_file(folder.path());
    if (!file.empty()) fs::remove(file);
    ptrace(PTRACE_DETACH, halted.child, nullptr, nullptr);
    waitpid(halted.child, &halted.status, 0);
    const fs::path version = folder.path() / "2.0.0";
    ASSERT_EQ(WEXITSTATUS(halted.status), file.empty() ? 0 : 5) << "at point " << point;
    ASSERT_EQ(fs::exists(version), file.empty());
    ASSERT_EQ(folder.read("1.0.0/old.txt"), "old");
    if (file.empty()) continue;
    vanished += 1;
    ASSERT_EQ(run_whole(folder.path()), 0);
    ASSERT_TRUE(is_whole(version));
  }
  EXPECT_GE(vanished, 10);
}

/// Runs it in a child that was prepared for some misfortune.
template <typename Prepare>
int run_after(const fs::path& folder, Prepare prepare) {
  const pid_t child = fork();
  if (child == 0) {
    prepare();
    release_into(folder);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Publish, AFullDiskLeavesNothing) {
  const testing::TemporaryFolder folder;
  const int status = run_after(folder.path(), [] {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{1010, 1010};  // the files after the tenth do not fit
    setrlimit(RLIMIT_FSIZE, &limit);
  });
  EXPECT_EQ(status, 5);
  for (const auto& entry : fs::directory_iterator(folder.path())) EXPECT_EQ(entry.path().filename(), ".lock");
  EXPECT_EQ(run_whole(folder.path()), 0);
}

TEST(Publish, AReadOnlyFolderIsSaidAndLeftAlone) {
  const testing::TemporaryFolder folder;
  const fs::path releases = folder.path() / "releases";
  fs::create_directory(releases);
  fs::permissions(folder.path(), fs::perms(0755));
  fs::permissions(releases, fs::perms(0555));
  const int status = run_after(releases, [] {
    if (geteuid() == 0 && setuid(65534) != 0) _exit(7);  // root may write anywhere
  });
  EXPECT_EQ(status, 3);
  EXPECT_TRUE(fs::is_empty(releases));
}

TEST(Publish, NeverReplacesWhatIsThere) {
  const testing::TemporaryFolder folder;
  folder.write("1.0.0/a", "old");
  const Outcome done = publish((folder.path() / "1.0.0").string(), {{"a", "new"}});
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().rule->id, "file-exists");
  EXPECT_EQ(folder.read("1.0.0/a"), "old");
}

TEST(Publish, FilesCanBeReadByAWebServerWhateverTheUmask) {
  const testing::TemporaryFolder folder;
  const mode_t before = umask(0077);
  const Outcome done = publish((folder.path() / "1.0.0").string(), {{"d/a", "x"}});
  umask(before);
  ASSERT_TRUE(done);
  EXPECT_EQ(fs::status(folder.path() / "1.0.0/d/a").permissions(), fs::perms(0644));
  EXPECT_EQ(fs::status(folder.path() / "1.0.0/d").permissions(), fs::perms(0755));
  EXPECT_EQ(fs::status(folder.path() / "1.0.0").permissions(), fs::perms(0755));
}

TEST(Publish, RefusesPathsThatClimbOut) {
  const testing::TemporaryFolder folder;
  EXPECT_FALSE(publish((folder.path() / "1.0.0").string(), {{"../a", "x"}}));
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(Lock, IsHeldByOneAtATime) {
  const testing::TemporaryFolder folder;
  {
    const auto first = Lock::take(folder.path().string());
    ASSERT_TRUE(first);
    const auto second = Lock::take(folder.path().string());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().rule->id, "file-locked");
  }
  EXPECT_TRUE(Lock::take(folder.path().string()));
}

}  // namespace
}  // namespace bifolio::store
