// `bifolio cite`, run as a person would run it in a shell.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>

#include "support/booklet.h"
#include "support/paths.h"

namespace bifolio {
namespace {

struct Ran {
  int status = -1;
  std::string out;  ///< standard output and error together
};

Ran run(const testing::TemporaryFolder& folder, const std::string& arguments) {
  const std::string command = "cd '" + folder.path().string() + "' && env -u LC_ALL LANG=C.UTF-8 '" +
                              testing::binary_dir() + "/bifolio' cite " + arguments + " 2>&1";
  Ran ran;
  FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> buffer;
  for (std::size_t n; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) ran.out.append(buffer.data(), n);
  const int status = pclose(pipe);
  ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return ran;
}

constexpr const char* kBib =
    "@article{miller2022, author={Miller, Tim and Shaw, Pam}, title={Trial}, journal={NEJM}, year=2022, "
    "langid={english}}\n"
    "@book{roe2001, author={Roe, Al}, title={Book}, year=2001, langid={english}}\n";

TEST(Cite, PrintsCitationsAndReferences) {
  const testing::TemporaryFolder folder;
  folder.write("a.bib", kBib);
  folder.write("cites.json", R"([[{"id": "roe2001"}], [{"id": "miller2022", "locator": "3"}, {"id": "roe2001"}]])");
  const Ran ran = run(folder, "--style apa --items a.bib --citations cites.json");
  EXPECT_EQ(ran.out,
            "(Roe, 2001)\n(Miller & Shaw, 2022, p. 3; Roe, 2001)\n\n"
            "Miller, T., & Shaw, P. (2022). Trial. NEJM.\nRoe, A. (2001). Book.\n");
  EXPECT_EQ(ran.status, 0);
}

TEST(Cite, FaultsOfTheLibraryAreToldBesideWhatCouldBeRead) {
  const testing::TemporaryFolder folder;
  folder.write("a.bib", std::string(kBib) + "@book{broken, title = {\n");
  const Ran ran = run(folder, "--style apa --items a.bib");
  EXPECT_NE(ran.out.find("Roe, A. (2001). Book."), std::string::npos);
  EXPECT_NE(ran.out.find("a.bib:3:23: error bib-parse-error"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.status, 1);
}

TEST(Cite, UnknownStyleAndUnknownWorkAreNamed) {
  const testing::TemporaryFolder folder;
  folder.write("a.bib", kBib);
  folder.write("cites.json", R"([[{"id": "nobody"}]])");
  const Ran style = run(folder, "--style aps --items a.bib");
  EXPECT_NE(style.out.find("The nearest name is “apa”"), std::string::npos);
  EXPECT_EQ(style.status, 2);
  EXPECT_NE(run(folder, "--style apa --items a.bib --citations cites.json").out.find("`nobody`"), std::string::npos);
}

TEST(Cite, ListsUnusedWorksOfABooklet) {
  const testing::TemporaryFolder folder;
  folder.write(
      "bifolio.toml",
      "[booklet]\nid = \"tiny\"\nversion = \"1.0.0\"\ndate = \"2025-09-08\"\nlanguages = [\"en\"]\ntitle = \"A\"\n"
      "[citations]\nlibrary = [\"a.bib\"]\n");
  folder.write("a.bib", kBib);
  folder.write("en/10-a.md", "# A\n\nText [@roe2001].\n");
  EXPECT_EQ(run(folder, "list").out, "0\tmiller2022\tTrial\n1\troe2001\tBook\n");
  EXPECT_EQ(run(folder, "list --unused").out, "0\tmiller2022\tTrial\n");
}

}  // namespace
}  // namespace bifolio
