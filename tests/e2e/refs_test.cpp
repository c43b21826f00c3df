// The maintainer's side: `refs` against registries on this machine, and `check`
// without any network.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdio>
#include <filesystem>

#include "support/booklet.h"
#include "support/paths.h"
#include "support/program.h"
#include "support/registry_stub.h"

namespace bifolio {
namespace {

namespace fs = std::filesystem;

using testing::crossref_work;
using testing::Ran;
using testing::RegistryStub;
using testing::run;
using testing::TemporaryFolder;

constexpr const char* kLock = "bifolio.lock.json";
constexpr const char* kRetraction =
    R"(, "updated-by": [{"DOI": "10.3389/notice", "type": "retraction", "source": "publisher", "updated": {"date-parts": [[2024, 3, 4]]}}])";

void write_booklet(const TemporaryFolder& folder) {
  folder.write("bifolio.toml", R"([booklet]
id = "tiny"
version = "1.0.0"
date = "2025-09-08"
languages = ["zh-Hans", "en"]
title = { zh-Hans = "小书", en = "A small book" }

[citations]
library = ["references/library.json"]

[lock]
mailto = "a.reader@example.org"
)");
  folder.write("references/library.json", R"([
  {"id": "gong2022", "type": "article-journal", "title": "Sleep and motor neurons", "container-title": "Frontiers in Neurology",
   "author": [{"family": "Gong", "given": "Zhongying"}], "issued": {"date-parts": [[2022]]}, "DOI": "10.3389/fneur.2022.991143"}
]
)");
  folder.write("zh-Hans/10-a.md", "# 睡眠 {#sleep}\n\n睡眠很重要[@gong2022]。\n");
  folder.write("en/10-a.md", "# Sleep {#sleep}\n\nSleep matters [@gong2022].\n");
}

void add_work(RegistryStub& stub, const std::string& more = "") {
  stub.works["10.3389/fneur.2022.991143"] = crossref_work("10.3389/fneur.2022.991143", "Sleep and motor neurons", more);
}

std::string places(const RegistryStub& stub) {
  return " --base-url " + stub.url() + " --doi-base-url " + stub.url() + " --pubmed-base-url " + stub.url() +
         " --retractions-url " + stub.url() + "/retractions.csv";
}

/// Without the data set, which is asked for only where its address is given.
std::string update(const RegistryStub& stub, const std::string& more = "") {
  return "refs update --today 2026-01-10 --base-url " + stub.url() + " --doi-base-url " + stub.url() +
         " --pubmed-base-url " + stub.url() + " " + more;
}

TEST(Refs, UpdateMakesALockThatCheckIsContentWith) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  EXPECT_EQ(run(folder.path(), "check --today 2026-01-10").status, 1) << "the lock is wanted and missing";
  const Ran ran = run(folder.path(), update(stub));
  ASSERT_EQ(ran.status, 0) << ran.out;
  EXPECT_EQ(ran.out, "1 asked, 1 new or changed, 0 failed\n");
  const std::string lock = folder.read(kLock);
  EXPECT_NE(lock.find("\"checked\": \"2026-01-10\""), lock.npos) << lock;
  for (const char* secret : {"127.0.0.1", "a.reader"}) EXPECT_EQ(lock.find(secret), lock.npos) << lock;
  const Ran checked = run(folder.path(), "check --today 2026-01-10 --frozen");
  EXPECT_EQ(checked.status, 0) << checked.out;
  EXPECT_EQ(checked.out.find("unchecked"), checked.out.npos) << checked.out;
}

TEST(Refs, EqualAnswersMakeEqualBytes) {
  const TemporaryFolder one, two;
  std::string locks[2];
  for (int i = 0; i < 2; ++i) {
    const TemporaryFolder& folder = i == 0 ? one : two;
    write_booklet(folder);
    RegistryStub stub;  // on another port
    add_work(stub, kRetraction);
    ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
    locks[i] = folder.read(kLock);
    ASSERT_EQ(run(folder.path(), update(stub, "--all")).status, 0);
    EXPECT_EQ(folder.read(kLock), locks[i]);
  }
  EXPECT_EQ(locks[0], locks[1]);
}

TEST(Refs, AsksNobodyWithoutAnAddressToWriteTo) {
  const TemporaryFolder folder;
  write_booklet(folder);
  std::string toml = folder.read("bifolio.toml");
  folder.write("bifolio.toml", toml.substr(0, toml.find("[lock]")));
  RegistryStub stub;
  const Ran ran = run(folder.path(), update(stub));
  EXPECT_EQ(ran.status, 2) << ran.out;
  EXPECT_NE(ran.out.find("fetch-no-mailto"), ran.out.npos) << ran.out;
  EXPECT_TRUE(stub.requests().empty());
  EXPECT_EQ(run(folder.path(), "refs update --mailto a@example.org --base-url http://registry.example.org").status, 2);
}

TEST(Refs, WhomToAskMayStandInTheConfiguration) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  folder.write("bifolio.toml", folder.read("bifolio.toml") + "base-url = \"" + stub.url() + "/\"\ndoi-base-url = \"" +
                                   stub.url() + "\"\n");
  const Ran ran = run(folder.path(), "refs update --today 2026-01-10");
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_EQ(stub.count("/works/10.3389/fneur.2022.991143"), 1u);
}

TEST(Refs, AnotherJournalIsMendedByTheRegistry) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  std::string library = folder.read("references/library.json");
  const std::string right = "\"Frontiers in Neurology\"";
  library.replace(library.find(right), right.size(), "\"Nature\"");
  folder.write("references/library.json", library);
  const Ran ran = run(folder.path(), "check --fix --today 2026-01-10");
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_NE(folder.read("references/library.json").find(right), std::string::npos) << ran.out;
}

TEST(Refs, AFailureKeepsTheOldRecord) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  const std::string before = folder.read(kLock);
  stub.change([](RegistryStub& it) { it.instead["/works"] = {500, "oops"}; });
  const Ran ran = run(folder.path(), update(stub, "gong2022 --ui-lang zh-Hans"));
  EXPECT_EQ(ran.status, 3) << ran.out;
  EXPECT_NE(ran.out.find("fetch-failed：doi:10.3389/fneur.2022.991143：服务器返回 500"), ran.out.npos) << ran.out;
  EXPECT_EQ(folder.read(kLock), before);
}

TEST(Refs, WritesNothingWhereNothingIsWanted) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  const std::size_t asked = stub.requests().size();
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  EXPECT_EQ(stub.requests().size(), asked) << "the record is of today";
  const Ran ran = run(folder.path(), update(stub, "gong2023"));
  EXPECT_EQ(ran.status, 2);
  EXPECT_NE(ran.out.find("did you mean `gong2022`?"), ran.out.npos) << ran.out;
}

TEST(Refs, ARetractionIsNotLostSilently) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub, kRetraction);
  const Ran first = run(folder.path(), update(stub));
  EXPECT_NE(first.out.find("doi:10.3389/fneur.2022.991143: unknown → retracted: Sleep and motor neurons"),
            first.out.npos)
      << first.out;
  EXPECT_EQ(run(folder.path(), "check --today 2026-01-10").status, 1);
  stub.change([](RegistryStub& it) { add_work(it); });
  const Ran held = run(folder.path(), update(stub, "--all"));
  EXPECT_EQ(held.status, 1) << held.out;
  EXPECT_NE(held.out.find("--accept"), held.out.npos) << held.out;
  EXPECT_EQ(run(folder.path(), "check --today 2026-01-10").status, 1) << "still retracted";
  EXPECT_EQ(run(folder.path(), update(stub, "--all --accept")).status, 0);
  EXPECT_EQ(run(folder.path(), "check --today 2026-01-10").status, 0);
}

/// The program under `timeout`, which sends it a signal.
int run_and_signal(const TemporaryFolder& folder, const std::string& signal, const std::string& seconds,
                   const std::string& arguments) {
  const std::string command = "cd '" + folder.path().string() + "' && timeout --foreground -s " + signal +
                              " --preserve-status " + seconds + " '" + testing::binary_dir() + "/bifolio' " +
                              arguments + " >/dev/null 2>&1";
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Refs, AnInterruptionLeavesTheOldLock) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  const std::string before = folder.read(kLock);
  stub.change([](RegistryStub& it) {
    add_work(it, kRetraction);
    it.instead["/works"] = {200, "{}", {}, std::chrono::milliseconds(20'000)};
  });
  EXPECT_EQ(run_and_signal(folder, "INT", "1", update(stub, "--all")), 130);
  EXPECT_EQ(folder.read(kLock), before);
}

TEST(Refs, AKillLeavesTheOldLockOrTheNew) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  const std::string before = folder.read(kLock);
  stub.change([](RegistryStub& it) { add_work(it, kRetraction); });
  ASSERT_EQ(run(folder.path(), update(stub, "--all")).status, 0);
  const std::string after = folder.read(kLock);
  for (const char* seconds : {"0.01", "0.02", "0.03", "0.05", "0.08", "0.12"}) {
    folder.write(kLock, before);
    run_and_signal(folder, "KILL", seconds, update(stub, "--all"));
    const std::string now = folder.read(kLock);
    EXPECT_TRUE(now == before || now == after) << now;
  }
  EXPECT_EQ(run(folder.path(), update(stub, "--all")).status, 0) << "what a killed run left is in nobody's way";
}

TEST(Refs, ABrokenLockIsNotWrittenOver) {
  const TemporaryFolder folder;
  write_booklet(folder);
  folder.write(kLock, "<<<<<<< HEAD\n{\"format\": \"bifolio-lock/1\"}\n");
  RegistryStub stub;
  add_work(stub);
  EXPECT_EQ(run(folder.path(), update(stub)).status, 2);
  EXPECT_EQ(folder.read(kLock), "<<<<<<< HEAD\n{\"format\": \"bifolio-lock/1\"}\n");
}

TEST(Refs, AddWritesAnEntryAndSaysHowToCiteIt) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  stub.works["10.1234/new"] = crossref_work("10.1234/NEW", "Another <i>study</i> of sleep");
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  const std::string options = " --today 2026-01-10 --base-url " + stub.url() + " --doi-base-url " + stub.url();
  const Ran ran = run(folder.path(), "refs add https://doi.org/10.1234/NEW" + options);
  ASSERT_EQ(ran.status, 0) << ran.out;
  EXPECT_NE(ran.out.find("[@gong2022b]\n"), ran.out.npos) << ran.out;
  folder.write("en/10-a.md", "# Sleep {#sleep}\n\nSleep matters [@gong2022; @gong2022b].\n");
  folder.write("zh-Hans/10-a.md", "# 睡眠 {#sleep}\n\n睡眠很重要[@gong2022; @gong2022b]。\n");
  const Ran checked = run(folder.path(), "check --frozen --today 2026-01-10");
  EXPECT_EQ(checked.status, 0) << checked.out << folder.read("references/library.json");
  const Ran again = run(folder.path(), "refs add 10.1234/new" + options);
  EXPECT_NE(again.out.find("[@gong2022b]"), again.out.npos) << again.out;
  EXPECT_EQ(run(folder.path(), "refs add 10.1234/nowhere" + options).status, 1);
  EXPECT_EQ(run(folder.path(), "refs add gong2022" + options).status, 2);
}

TEST(Refs, DiffAndPruneTellAndRemove) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  const Ran missing = run(folder.path(), "refs diff");
  EXPECT_EQ(missing.out, "+ doi:10.3389/fneur.2022.991143  gong2022\n");
  EXPECT_EQ(missing.status, 1);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  EXPECT_EQ(run(folder.path(), "refs diff --today 2026-01-10").out, "");
  EXPECT_EQ(run(folder.path(), "refs diff --today 2027-01-10").out,
            "~ doi:10.3389/fneur.2022.991143  asked 365 days ago\n");
  folder.write("old.json", folder.read(kLock));
  stub.change([](RegistryStub& it) { add_work(it, kRetraction); });
  ASSERT_EQ(run(folder.path(), update(stub, "--all")).status, 0);
  EXPECT_EQ(run(folder.path(), "refs diff old.json").out,
            "! doi:10.3389/fneur.2022.991143  clear → retracted  Sleep and motor neurons\n");
  folder.write("references/library.json", "[]\n");
  EXPECT_EQ(run(folder.path(), "refs prune").out, "1 removed\n");
  EXPECT_EQ(folder.read(kLock).find("doi:"), std::string::npos);
}

TEST(Refs, LinksAreLookedAtAndADeadOneIsTold) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  stub.instead["/gone"] = {404, ""};
  folder.write("en/10-a.md", "# Sleep {#sleep}\n\nSleep matters [@gong2022]. See [the old page](" + stub.url() +
                                 "/gone) and [the new one](" + stub.url() + "/new).\n");
  const Ran ran = run(folder.path(), update(stub, "--links"));
  ASSERT_EQ(ran.status, 0) << ran.out;
  const Ran checked = run(folder.path(), "check --today 2026-01-10");
  EXPECT_NE(checked.out.find("link-dead: This page is gone (answer 404 on 2026-01-10)"), checked.out.npos)
      << checked.out;
}

constexpr const char* kRetractionWatch =
    "Record "
    "ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,"
    "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,"
    "Notes\n"
    "1,\"Sleep\xff and motor neurons\",,,,,,Zhongying Gong,,,3/4/2024 0:00,10.3389/notice,0,9/21/2022 0:00,"
    "10.3389/FNEUR.2022.991143,0,Retraction,+Reason,No,\n";

TEST(Refs, ImportedRetractionsAreFoundWithoutALock) {
  const TemporaryFolder folder;
  write_booklet(folder);
  std::string toml = folder.read("bifolio.toml");
  folder.write("bifolio.toml", toml.substr(0, toml.find("[lock]")));
  const TemporaryFolder elsewhere;
  elsewhere.write("rw.csv", kRetractionWatch);
  const Ran ran = run(folder.path(), "refs import-retractions '" + (elsewhere.path() / "rw.csv").string() + "'");
  ASSERT_EQ(ran.status, 0) << ran.out;
  EXPECT_EQ(ran.out,
            "1 notices read (0 rows skipped), 1 identifiers in bifolio.retractions.bin as of 2024-03-04, 0 possible "
            "matches by title\n");
  EXPECT_FALSE(fs::exists(folder.path() / kLock)) << "nobody asked for one";
  const Ran checked = run(folder.path(), "check --today 2024-03-10");
  EXPECT_EQ(checked.status, 1);
  EXPECT_NE(checked.out.find("retract-retracted: `gong2022` was retracted on 2024-03-04"), checked.out.npos)
      << checked.out;
  elsewhere.write("bad.csv", "a,b\n");
  EXPECT_EQ(run(folder.path(), "refs import-retractions '" + (elsewhere.path() / "bad.csv").string() + "'").status, 2);
}

TEST(Refs, TheDataSetIsFetchedOnceADay) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub);
  stub.instead["/retractions.csv"] = {200, kRetractionWatch, {"ETag: \"v1\""}};
  const std::string command = "refs update --retractions --today 2026-01-10" + places(stub);
  ASSERT_EQ(run(folder.path(), command).status, 0);
  EXPECT_NE(folder.read(kLock).find("\"standing\": \"retracted\""), std::string::npos);
  ASSERT_EQ(run(folder.path(), command).status, 0);
  EXPECT_EQ(stub.count("/retractions.csv"), 1u);
}

TEST(Refs, RetractedWorksAreMarkedForEveryReader) {
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub, kRetraction);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  folder.write("bifolio.toml",
               folder.read("bifolio.toml") +
                   "\n[[check.acknowledge]]\nkey = \"gong2022\"\nreason = \"The retraction is the subject\"\n");
  EXPECT_EQ(run(folder.path(), "check --today 2026-01-10").status, 0);
  ASSERT_EQ(run(folder.path(), "build").status, 0);
  for (const auto& [page, mark] :
       {std::pair{"en/a.html", "[Retracted]"}, {"zh-Hans/a.html", "[已撤稿]"}, {"en/references.html", "[Retracted]"}}) {
    const std::string html = folder.read(std::string("output/preview/tiny/") + page);
    EXPECT_NE(html.find(std::string("<strong>") + mark + "</strong>"),
              page == std::string("en/references.html") ? 0 : html.npos)
        << page;
    EXPECT_NE(html.find(std::string("<strong class=\"status\">") + mark + "</strong>"), html.npos) << page;
  }
  for (const auto& [language, mark] : {std::pair{"en", "[Retracted]"}, {"zh-Hans", "[已撤稿]"}}) {
    const std::string pdf = "output/preview/tiny/tiny_1.0.0_" + std::string(language) + ".pdf";
    const std::string command = "cd '" + folder.path().string() + "' && pdftotext " + pdf + " text.txt";
    ASSERT_EQ(std::system(command.c_str()), 0);
    const std::string text = folder.read("text.txt");
    const std::size_t first = text.find(mark);
    EXPECT_NE(first, text.npos) << "at the citation";
    EXPECT_NE(text.find(mark, first + 1), text.npos) << "in the list of references";
  }
}

TEST(Check, NeedsNoNetwork) {
  if (std::system("unshare -rn true 2>/dev/null") != 0)
    GTEST_SKIP() << "this system does not let a test make a namespace without network (unshare -rn)";
  const TemporaryFolder folder;
  write_booklet(folder);
  RegistryStub stub;
  add_work(stub, kRetraction);
  ASSERT_EQ(run(folder.path(), update(stub)).status, 0);
  const Ran usual = run(folder.path(), "check --today 2026-01-10");
  const std::string command = "cd '" + folder.path().string() + "' && unshare -rn env -u LC_ALL LANG=C.UTF-8 '" +
                              testing::binary_dir() + "/bifolio' check --today 2026-01-10 >alone.txt 2>&1";
  const int status = std::system(command.c_str());
  EXPECT_EQ(WEXITSTATUS(status), usual.status);
  EXPECT_EQ(folder.read("alone.txt"), usual.out);
  const std::string asking = "cd '" + folder.path().string() + "' && unshare -rn '" + testing::binary_dir() +
                             "/bifolio' " + update(stub, "--all") + " >/dev/null 2>&1";
  EXPECT_EQ(WEXITSTATUS(std::system(asking.c_str())), 3) << "the namespace really has no network";
}

}  // namespace
}  // namespace bifolio
